"""Forms of English words."""

from __future__ import annotations

import pytest

from bot.lookup.english import base, differ_in_kind
from bot.lookup.slips import slips


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("directors", "directory", True),
        ("uninterpreted", "interpreted", True),
        ("musically", "musicals", True),
        ("managment", "management", False),
        ("accessable", "accessible", False),
        ("adviser", "advisor", False),
        ("policys", "policies", False),
    ],
)
def test_words_of_one_family_are_told_from_misspellings(one: str, other: str, apart: bool) -> None:  # noqa: FBT001
    assert differ_in_kind(one, other) is apart


@pytest.mark.parametrize(("one", "other"), [("canoes", "canes"), ("does", "des")])
def test_an_ending_is_no_british_spelling(one: str, other: str) -> None:
    assert base(one) != base(other)


def test_what_only_shares_its_consonants_does_not_sound_the_same() -> None:
    assert slips("lahtomaa", "laytime") is None
    assert slips("fisiks", "physics") is not None
