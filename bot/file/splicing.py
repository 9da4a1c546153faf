"""Entries put into a file's text, changed or taken out; every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from bot.concept import Concept
from bot.file.amendment import amended, rendered
from bot.file.book import Book
from bot.file.manuscript import Manuscript
from bot.file.portions import joined
from bot.problem import GlossaryError, Problem


class Edit(NamedTuple):
    """``text`` instead of the bytes from ``start`` to ``end``."""

    start: int
    end: int
    text: bytes


def spliced(book: Book, entries: Mapping[str, Concept | None]) -> bytes:
    """The text of ``book`` with these entries as they are here; None takes one out.

    A new entry follows the last one of its first subject field, or else the last of all.

    Raises:
        GlossaryError: the file's entries do not stand on lines of their own.
    """
    text = book.text
    if text is None:
        told = "entries that are not on lines of their own cannot be changed one by one; "
        told += "begin each with “- id: ” on a new line"
        raise GlossaryError([Problem(book.path, 0, "F03", "error", told)])
    edits = (_edits(book, text, name, concept) for name, concept in entries.items())
    return _applied(book.data, chain.from_iterable(edits))


def _applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    pieces, at, text = list[bytes | memoryview](), 0, memoryview(data)
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: edit[:2]):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return joined((*pieces, text[at:]))


def _edits(book: Book, text: Manuscript, name: str, concept: Concept | None) -> list[Edit]:
    if name not in book.glossary.concepts:
        return [] if concept is None else _inserted(book, text, concept)
    index = book.ids.index(name)
    if concept is None:
        return _removed(text, index)
    return [_changed(text, index, book.glossary.concepts[name], concept)]


def _changed(text: Manuscript, index: int, old: Concept, new: Concept) -> Edit:
    span = text.span(index)
    entry = text.data[span.start : span.end].decode()
    returns = entry.count("\r\n") == entry.count("\n") > 0
    entry = entry.replace("\r\n", "\n") if returns else entry
    made = amended(entry if entry.endswith("\n") else f"{entry}\n", old, new, text.indent)
    made = made if entry.endswith("\n") else made.removesuffix("\n")
    made = made.replace("\n", "\r\n") if returns else made
    return Edit(span.start, span.end, made.encode())


def _removed(text: Manuscript, index: int) -> list[Edit]:
    """One of the blank lines around the entry goes with it, if there is one on either side."""
    span = text.span(index)
    gone = Edit(span.above, span.end, b"")
    after = text.data.find(b"\n", span.end) + 1
    above = text.data.rfind(b"\n", 0, max(0, span.above - 1)) + 1
    between = after and not text.data[span.end : after].strip()
    if between and not text.data[above : span.above].strip():
        return [gone, Edit(span.end, after, b"")]
    return [gone]


def _inserted(book: Book, text: Manuscript, concept: Concept) -> list[Edit]:
    made = rendered(concept, text.indent).encode().replace(b"\n", text.newline)
    if not len(text):
        return [*_opened(text), Edit(text.first, text.first, made)]
    index = _neighbour(book, concept)
    at = text.span(index).end
    gap = text.newline if _is_spaced(text, index) else b""
    if text.data[at - 1 : at] != b"\n":  # the file ends without the end of its last line
        return [Edit(at, at, text.newline + gap + made.removesuffix(text.newline))]
    return [Edit(at, at, gap + made)]


def _opened(text: Manuscript) -> list[Edit]:
    """The line ``entries: []`` without its brackets, and with an end."""
    start = text.data.rfind(b"\n", 0, text.first - 1) + 1
    line = text.data[start : text.first]
    opened = line.replace(b"[]", b"", 1).rstrip(b"\r\n ") + text.newline
    return [Edit(start, text.first, opened)] if opened != line else []


def _neighbour(book: Book, concept: Concept) -> int:
    """The entry after which a new one belongs."""
    group = concept.subject_field[:1]
    concepts = book.glossary.concepts
    if group:
        for index in range(len(book.ids) - 1, -1, -1):
            if concepts[book.ids[index]].subject_field[:1] == group:
                return index
    return len(book.ids) - 1


def _is_spaced(text: Manuscript, index: int) -> bool:
    """Whether entries stand apart by blank lines, as this one and its neighbours show."""
    if len(text) == 1:
        return True
    other = index - 1 if index else 0
    gap = text.data[text.span(other).end : text.span(other + 1).above]
    return any(not line.strip() for line in gap.splitlines())
