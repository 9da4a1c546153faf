from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concept import Concept
from bot.file.book import Book
from bot.file.entry import entry as read
from bot.problem import GlossaryError

PATH = Path("glossary.yaml")
HEAD = "schema_version: 1\nsources: {s: {title: S}}\nentries:\n"


def entry(name: str, more: str = "") -> str:
    return f"  - id: {name}\n    languages:\n      en:\n        terms: [{name}]\n{more}"


TEXT = HEAD + entry("a") + "\n" + entry("b", "    related: a\n") + entry("c") + "# end\n"


def test_a_book_that_did_not_change_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(TEXT, encoding="utf-8")
    book = Book.open(path)
    assert book.ids == ("a", "b", "c")
    assert book.reread() is book


def test_only_the_entry_that_changed_is_read_again() -> None:
    book = Book.of(TEXT.encode(), PATH)
    new = book.revised(TEXT.replace("terms: [b]", "terms: [b, d]").encode())
    assert list(new.changes_since(book)) == ["b"]
    assert new.glossary.concepts["a"] is book.glossary.concepts["a"]
    assert new.glossary.version != book.glossary.version
    assert [term.term for term in new.glossary.concepts["b"].languages["en"].terms] == ["b", "d"]


def test_entries_between_two_that_changed_are_not_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = TEXT.encode()
    before = Book.of(data, PATH)
    texts: list[bytes] = []

    def noted(lines: bytes) -> Concept:
        texts.append(lines)
        return read(lines)

    monkeypatch.setattr("bot.file.book.entry", noted)
    new = before.revised(data.replace(b"[a]", b"[a, e]").replace(b"[c]", b"[c, f]"))
    assert [text[:9] for text in texts] == [b"  - id: a", b"  - id: c"]
    assert list(new.changes_since(before)) == ["a", "c"]
    assert new.glossary.concepts["b"] is before.glossary.concepts["b"]


def test_a_removed_entry_is_none_among_the_changes() -> None:
    book = Book.of(TEXT.encode(), PATH)
    new = book.revised(TEXT.replace(entry("c"), "").encode())
    assert new.changes_since(book) == {"c": None}


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("related: a", "related: x", "no entry “x”"),
        (entry("a"), "", "no entry “a”"),
        ("related: a", "broader: b", "own entry"),
        ("id: c", "id: a", "already on line"),
        ("terms: [c]", "terms: [c", "not closed"),
        ("terms: [c]", "term: c", "did you mean"),
        ("sources", "source", "did you mean"),
    ],
)
def test_a_text_that_is_no_glossary_is_refused_as_when_read_whole(
    old: str, new: str, part: str
) -> None:
    book = Book.of(TEXT.encode(), PATH)
    with pytest.raises(GlossaryError, match=part):
        book.revised(TEXT.replace(old, new, 1).encode())


def test_a_change_of_sources_reads_the_file_whole() -> None:
    book = Book.of(TEXT.encode(), PATH)
    new = book.revised(TEXT.replace("{title: S}", "{title: T}").encode())
    assert new.glossary.sources["s"].title == "T"
    assert new.changes_since(book) == {}


def test_a_file_in_another_layout_is_read_whole_each_time() -> None:
    text = "{schema_version: 1, entries: [{id: a, languages: {en: {terms: [b]}}}]}"
    book = Book.of(text.encode(), PATH)
    assert book.text is None
    new = book.revised(text.replace("[b]", "[c]").encode())
    assert list(new.changes_since(book)) == ["a"]


@given(st.data())
def test_rereading_gives_what_reading_gives(data: st.DataObject) -> None:
    book = Book.of(TEXT.encode(), PATH)
    text = TEXT
    for _ in range(data.draw(st.integers(1, 3))):
        at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 9))
        parts = ["", "x", "\n", " ", "#", "  - ", entry("d"), entry("b"), "    status: valid\n"]
        text = text[:at] + data.draw(st.sampled_from(parts)) + text[at + cut :]
    try:
        whole = Book.of(text.encode(), PATH)
    except GlossaryError as error:
        with pytest.raises(GlossaryError) as refused:
            book.revised(text.encode())
        assert refused.value.problems == error.problems  # noqa: PT017 - either may happen
    else:
        new = book.revised(text.encode())
        assert (new.ids, new.glossary, new.text) == (whole.ids, whole.glossary, whole.text)
        assert new.changes_since(book) == whole.changes_since(book)
