from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.concept import Concept, LanguageSection, Term
from bot.file.amendment import rendered
from bot.file.book import Book
from bot.file.splicing import spliced
from tests.concepts import CONCEPTS

PATH = Path("glossary.yaml")
HEAD = """\
schema_version: 1
sources: {report: {title: R}, a: {title: R}, um-news-2020: {title: R}, "no": {title: R}}
subject_fields: {x: {en: x}, y: {en: y}, a: {en: a}, b: {en: b}, c-1: {en: c}, other: {en: o}}
entries:
"""


def entry(name: str, field: str = "x") -> str:
    return (
        f"  - id: {name}\n    subject_field: {field}\n    languages:\n      en:\n"
        f"        terms: [{name}]\n"
    )


def new(name: str, *fields: str) -> Concept:
    return Concept(
        name, {"en": LanguageSection((Term(name, "preferred"),))}, "draft", "general", fields
    )


def added(text: str, concept: Concept) -> str:
    book = Book.of(text.encode(), PATH)
    made = spliced(book, {concept.id: concept})
    assert book.revised(made).glossary.concepts[concept.id] == concept
    return made.decode()


NEW = rendered(new("new", "x"), 2)


@pytest.mark.parametrize(
    ("before", "gap", "after"),
    [
        (entry("a"), "", entry("b", "y")),
        (entry("a"), "", entry("b", "y") + "# end\n"),
        (entry("b", "y") + entry("a"), "", entry("c", "y")),
        (entry("b", "y") + "\n" + entry("a"), "\n", "\n" + entry("c", "y")),
        (entry("a"), "\n", "\n# --- y ---\n\n" + entry("b", "y")),
        (entry("a") + "    # in a\n", "", "  # on b\n" + entry("b", "y")),
    ],
)
def test_a_new_entry_follows_the_last_of_its_subject_field(
    before: str, gap: str, after: str
) -> None:
    assert added(HEAD + before + after, new("new", "x")) == HEAD + before + gap + NEW + after


def test_an_entry_of_a_new_subject_field_comes_last() -> None:
    made = added(HEAD + entry("a") + "\n# end\n", new("new", "y"))
    assert made == HEAD + entry("a") + "\n" + rendered(new("new", "y"), 2) + "\n# end\n"


@pytest.mark.parametrize(
    "opened", ["entries:\n", "entries: []\n", "entries: [] # none yet\n", "entries:"]
)
def test_the_first_entry_opens_the_list(opened: str) -> None:
    made = added(f"schema_version: 1\n{opened}", new("new"))
    assert made.endswith(rendered(new("new"), 2))
    assert ("# none yet" in made) == ("# none yet" in opened)


def test_entries_stand_apart_as_their_neighbours_do() -> None:
    close = added(HEAD + entry("a") + entry("b"), new("new", "x"))
    assert close == HEAD + entry("a") + entry("b") + NEW
    apart = added(HEAD + entry("a") + "\n" + entry("b"), new("new", "x"))
    assert apart == HEAD + entry("a") + "\n" + entry("b") + "\n" + NEW


def test_a_file_keeps_its_line_ends_its_byte_order_mark_and_its_missing_last_newline() -> None:
    text = "\ufeff" + (HEAD + entry("a") + entry("b").removesuffix("\n")).replace("\n", "\r\n")
    made = added(text, new("new", "x"))
    assert made == text + "\r\n" + NEW.removesuffix("\n").replace("\n", "\r\n")
    book = Book.of(text.encode(), PATH)
    changed = spliced(book, {"b": new("b", "x", "other")}).decode()
    start = text.index("  - id: b")
    fields = text[start:].replace("subject_field: x", "subject_field: [x, other]")
    assert changed == text[:start] + fields


def test_an_entry_goes_with_the_comments_above_it_and_one_blank_line() -> None:
    text = HEAD + entry("a") + "\n  # on b\n" + entry("b") + "\n# free\n\n" + entry("c")
    book = Book.of(text.encode(), PATH)
    made = spliced(book, {"b": None}).decode()
    assert made == HEAD + entry("a") + "\n# free\n\n" + entry("c")


GAPS = st.lists(
    st.sampled_from(["\n", "# free\n", "  # above\n", "    # inside\n", "  \n", "\n\n"]),
    max_size=3,
).map("".join)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A file in any layout, and its entries' texts in order."""
    entries = [rendered(draw(CONCEPTS), 2) for _ in range(draw(st.integers(1, 3)))]
    entries = [text.replace("id: entry", f"id: e{n}", 1) for n, text in enumerate(entries)]
    others = "".join(entry(name, "x") for name in ("a", "b", "c-1", "other"))
    text = HEAD + "".join(draw(GAPS) + text for text in (*entries, others)) + draw(GAPS)
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text, entries


@settings(max_examples=50)
@given(files(), CONCEPTS, st.data())
def test_any_entry_can_be_changed_and_every_other_byte_stays(
    file: tuple[str, list[str]], fresh: Concept, data: st.DataObject
) -> None:
    text, entries = file
    assume("\r" not in text)
    book = Book.of(text.encode(), PATH)
    index = data.draw(st.integers(0, len(entries) - 1))
    name = f"e{index}"
    concept = Concept(**{key: getattr(fresh, key) for key in fresh.__slots__} | {"id": name})
    made = spliced(book, {name: concept})
    after = book.revised(made)
    assert after.glossary.concepts[name] == concept
    assert set(after.changes_since(book)) <= {name}
    assert after.ids == book.ids
    for number in range(len(book.ids)):
        if number != index:
            assert book.text is not None
            assert after.text is not None
            old, now = book.text.span(number), after.text.span(number)
            assert text.encode()[old.above : old.end] == made[now.above : now.end]
    _same_around(text.encode(), made, book, after, index)


def _same_around(text: bytes, made: bytes, book: Book, after: Book, index: int) -> None:
    assert book.text is not None
    assert after.text is not None
    old, now = book.text.span(index), after.text.span(index)
    assert text[: old.start] == made[: old.start]
    assert text[old.end :] == made[len(made) - len(text) + old.end :]
    assert now.end == len(made) - len(text) + old.end


@settings(max_examples=50)
@given(files(), CONCEPTS, st.sampled_from(["x", "y"]))
def test_any_entry_can_be_added_and_taken_out_again(
    file: tuple[str, list[str]], fresh: Concept, field: str
) -> None:
    text, _ = file
    book = Book.of(text.encode(), PATH)
    fields = {key: getattr(fresh, key) for key in fresh.__slots__}
    concept = Concept(**fields | {"id": "new", "subject_field": (field,)})
    after = book.revised(spliced(book, {"new": concept}))
    assert after.changes_since(book) == {"new": concept}
    again = after.revised(spliced(after, {"new": None}))
    assert again.glossary.concepts == book.glossary.concepts
    assert again.data.split() == book.data.split()
