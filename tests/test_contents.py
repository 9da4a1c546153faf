"""The contents of a glossary."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concept import LANGUAGES, Language
from bot.contents import NO_FIELD, Contents
from tests.samples import glossary

CHANGES = st.tuples(
    st.sampled_from("abcdef"), st.sampled_from(["", "Zebra", "äpfel", "가격", "3"])
)
"""An id, and the English term that the entry has now; "" for no entry."""


def entry(name: str, **more: Any) -> dict[str, Any]:
    """An entry whose English term is its id."""
    return {"id": name, "languages": {"en": {"terms": [name]}}, **more}


def test_entries_stand_under_their_fields_in_alphabetical_order() -> None:
    assert Contents(glossary()).fields("en") == {
        "bodies": ["accountability", "freedom-online-coalition", "human-rights"],
        "technology": ["artificial-intelligence", "generative-ai"],
    }


def test_an_entry_stands_under_each_of_its_fields() -> None:
    both = entry("both", subject_field=["technology", "bodies"])
    fields = Contents(glossary(both)).fields("en")
    assert all("both" in ids for ids in fields.values())


@pytest.mark.parametrize("field", [[], ["no-such-field"]])
def test_an_entry_without_a_known_field_is_not_lost(field: list[str]) -> None:
    contents = Contents(glossary(entry("stray", subject_field=field)))
    assert contents.fields("fi")[NO_FIELD] == ["stray"]


def test_a_field_without_entries_is_left_out() -> None:
    retired = entry("old", status="retired", subject_field="bodies")
    assert NO_FIELD not in Contents(glossary(retired)).fields("en")


@pytest.mark.parametrize(
    ("language", "letters"),
    [("en", "AFGH"), ("fi", "AFGIT"), ("ko", "ㅅㅇA")],
)
def test_letters_are_those_of_the_terms_in_the_language(language: Language, letters: str) -> None:
    assert "".join(Contents(glossary()).letters(language)) == letters


def test_news_are_newest_first_and_say_what_was_changed() -> None:
    contents = Contents(
        glossary(
            entry("old", created="2026-01-01"),
            entry("changed", created="2025-01-01", updated="2026-03-01"),
            entry("new", created="2026-02-01", updated="2026-02-01"),
            entry("gone", created="2026-12-01", status="retired"),
        )
    )
    assert contents.newest == ["changed", "new", "old"]
    assert [(news.concept, news.changed) for news in contents.news(0, 2)] == [
        ("changed", True),
        ("new", False),
    ]


def test_retired_entries_are_nowhere() -> None:
    contents = Contents(glossary(entry("gone", status="retired")))
    assert len(contents) == 5
    assert "gone" not in contents.ids
    assert not any("gone" in ids for ids in contents.letters("en").values())


@given(st.lists(CHANGES, max_size=12), st.sampled_from([0, 2, 500]))
def test_contents_that_follow_earlier_ones_are_those_made_anew(
    changes: list[tuple[str, str]], few: int
) -> None:
    entries = {name: entry(name) for name in "fdb"}
    contents = Contents(glossary(*entries.values())).prepare()
    for name, term in changes:
        if term:
            entries[name] = {"id": name, "languages": {"en": {"terms": [f"{term} {name}"]}}}
        else:
            entries.pop(name, None)
        now = glossary(*entries.values())
        with mock.patch("bot.contents.FEW", few):
            contents = Contents(now, contents).prepare()
        fresh = Contents(now)
        for language in LANGUAGES:
            assert [*contents.letters(language).items()] == [*fresh.letters(language).items()]
            assert contents.fields(language) == fresh.fields(language)
