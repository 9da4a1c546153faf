"""Forms of English words."""

from __future__ import annotations

import pytest

from bot.lookup.english import base, differ_in_kind
from bot.lookup.families import families, kin, root
from bot.lookup.slips import slips


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("directors", "directory", True),
        ("uninterpreted", "interpreted", True),
        ("musically", "musicals", True),
        ("licensor", "licensee", True),
        ("managment", "management", False),
        ("accessable", "accessible", False),
        ("lasee", "laser", False),
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


@pytest.mark.parametrize(
    ("family", "closely"),
    [
        ("democratize democratise democratization democratised", True),
        ("regulate regulating regulation", True),
        ("portable portability", True),
        ("idempotent idempotence", True),
        ("transparency transparently transparent", True),
        ("predicting prediction", True),
        ("managing management", True),
        ("removing removal", True),
        ("remove removal", False),
        ("acquitted acquittal", False),
        ("refer referral", False),
        ("predict prediction", False),
        ("debug debugging", False),
        ("extend extension", False),
        ("detain detained detention", True),
        ("expel expelled expulsion", True),
        ("perceive perception", True),
        ("exclude exclusion", True),
        ("consume consumption", True),
        ("defamatory defamation", True),
        ("epidemiological epidemiology", True),
        ("registering registration", True),
        ("register registration", False),
        ("pay payment", False),
        ("moving movement", True),
        ("airworthy airworthiness", True),
        ("sanctioning sanction", True),
    ],
)
def test_words_that_name_one_action_or_quality_are_a_family(family: str, *, closely: bool) -> None:
    words = family.split()
    assert len(set(map(root, words))) == 1
    assert (len(set(map(kin, words))) == 1) == closely


@pytest.mark.parametrize(
    ("one", "other"),
    [("state", "station"), ("state", "statement"), ("general", "generation"), ("busy", "business"),
     ("account", "accountable"), ("crusade", "crusader"), ("conservatory", "conservation"),
     ("laboratory", "labor"), ("biologist", "biology"), ("variants", "variance")],
)  # fmt: skip
def test_words_that_only_begin_alike_are_no_family(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_a_verb_is_made_of_a_noun_with_y() -> None:
    assert families(["subsidy", "city"])["subsidiz"] == ("subsidy",)
