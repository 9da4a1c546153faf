"""New sources put into a glossary file's text; every other byte stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from pydantic import TypeAdapter

from bot.concept import Source
from bot.file.book import Book
from bot.file.manuscript import DIGEST, Manuscript, digests
from bot.file.portions import joined
from bot.file.rendering import mapping
from bot.file.yamlfile import Node, outline
from bot.glossary import Glossary
from bot.problem import GlossaryError, Problem

_SOURCE = TypeAdapter(Source)
_KEY = "sources"
_INDENT = 2


class _Place(NamedTuple):
    """Where new sources go: an offset, how far to the right, and whether below a new key."""

    offset: int
    indent: int
    opened: bool


def supplied(book: Book, sources: Mapping[str, Source]) -> Book:
    """The book with those of ``sources`` that it has not got yet, at the end of its list.

    Raises:
        GlossaryError: the list cannot be added to, as when it is written in braces.
    """
    new = {key: source for key, source in sources.items() if key not in book.glossary.sources}
    if not new:
        return book
    place = None if book.text is None else _place(book.text)
    if book.text is None or place is None:
        told = f"sources can only be added below a line “{_KEY}:”, each on lines of its own"
        raise GlossaryError([Problem(book.path, 0, "F03", "error", told)])
    text = _inserted(book.text, place.offset, _lines(new, place, book.text))
    return _checked(book, text, new)


def _lines(new: Mapping[str, Source], place: _Place, text: Manuscript) -> bytes:
    data = {
        key: _SOURCE.dump_python(source, mode="json", exclude_none=True, exclude_defaults=True)
        for key, source in new.items()
    }
    lines = [f"{_KEY}:"] if place.opened else []
    lines += mapping(data, place.indent)
    start = text.data[: place.offset]
    gap = b"" if not start or start.endswith(b"\n") else text.newline
    return gap + b"".join(line.encode() + text.newline for line in lines)


def _place(text: Manuscript) -> _Place | None:
    """Below the last source; without any, above the entries."""
    for part, start in ((text.head, 0), (text.tail, text.end)):
        node = outline(part).child(_KEY) if part.strip() else None
        if node is not None:
            return _below(node, part, start)
    return _Place(text.data.rfind(b"\n", 0, text.first - 1) + 1, _INDENT, opened=True)


def _below(node: Node, part: bytes, start: int) -> _Place | None:
    if node.kind != "mapping" or node.style or not node.items:
        return None
    return _Place(start + _line_end(part, node.end), node.column, opened=False)


def _line_end(data: bytes, number: int) -> int:
    """The offset after line ``number``."""
    at = 0
    for _ in range(number):
        at = data.find(b"\n", at) + 1
        if not at:
            return len(data)
    return at


def _inserted(text: Manuscript, at: int, lines: bytes) -> Manuscript:
    old = memoryview(text.data)
    data = joined((old[:at], lines, old[at:]))
    growth = len(lines) if at < text.first else 0
    moved = replace(
        text,
        data=data,
        first=text.first + growth,
        end=text.end + growth,
        starts=tuple(start + growth for start in text.starts),
        known=b"",
    )
    known = digests((moved.surroundings,)) + text.digests[DIGEST:]
    return replace(moved, known=known)


def _checked(book: Book, text: Manuscript, new: Mapping[str, Source]) -> Book:
    """The new book, once what surrounds its entries has been read back."""
    above = text.head[: text.head.rfind(b"\n", 0, text.first - 1) + 1]
    around = Book.of(above + b"entries: []\n" + text.tail, book.path).glossary
    sources = {**book.glossary.sources, **new}
    if around.sources != sources:  # pragma: no cover - it would be a mistake of ours
        raise RuntimeError("other sources than the new ones would have changed")
    old = book.glossary
    glossary = Glossary(old.concepts, sources, old.subject_fields, text.version)
    return Book(book.path, text.data, glossary, text, book.ids)
