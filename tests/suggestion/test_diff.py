from __future__ import annotations

from dataclasses import replace

import pytest

from bot.suggestion import Change, differences
from tests.samples import glossary

RIGHTS = glossary().concepts["human-rights"]


def test_equal_entries_do_not_differ() -> None:
    assert differences(RIGHTS, replace(RIGHTS), glossary(), {}) == []


def test_each_field_that_changes_is_told_with_its_language() -> None:
    section = replace(RIGHTS.languages["fi"], definition="oikeudet", note="Uusi.")
    new = replace(RIGHTS, languages={**RIGHTS.languages, "fi": section}, status="draft")
    assert differences(RIGHTS, new, glossary(), {}) == [
        Change("definition", "fi", "jokaiselle kuuluvat oikeudet", "oikeudet"),
        Change("note", "fi", "", "Uusi."),
        Change("status", None, "valid", "draft"),
    ]


def test_days_and_authors_are_not_told() -> None:
    assert differences(RIGHTS, replace(RIGHTS, updated_by="@ada"), glossary(), {}) == []


def test_a_new_language_is_told_whole() -> None:
    bare = replace(RIGHTS, languages={"en": RIGHTS.languages["en"]})
    told = differences(bare, RIGHTS, glossary(), {})
    assert told[0] == Change("term", "fi", "", "ihmisoikeudet")


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("a small wallaby of the west", "a big wallaby of the west",
         [("same", "a "), ("old", "small"), ("new", "big"), ("same", " wallaby of the west")]),
        ("one thing", "quite different", [("old", "one thing"), ("new", "quite different")]),
        ("", "new", [("new", "new")]),
        ("gone", "", [("old", "gone")]),
        ("모든 사람이 가지는 권리", "모든 사람이 누리는 권리",
         [("same", "모든 사람이 "), ("old", "가지는"), ("new", "누리는"), ("same", " 권리")]),
    ],
)  # fmt: skip
def test_texts_that_are_alike_are_compared_word_by_word(
    old: str, new: str, pieces: list[tuple[str, str]]
) -> None:
    assert Change("definition", "en", old, new).pieces() == pieces


@pytest.mark.parametrize("new", ["b a", "", "a  c", "x\ny"])
def test_the_pieces_hold_both_texts_whole(new: str) -> None:
    pieces = Change("note", "en", "a b", new).pieces()
    assert "".join(p.text for p in pieces if p.kind != "new") == "a b"
    assert "".join(p.text for p in pieces if p.kind != "old") == new
