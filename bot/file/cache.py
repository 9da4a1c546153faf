"""A fast start: what was read of a file last time, kept beside the bot's state.

A cache is used only for the very bytes, and the very model, that it was made of; anything else,
and anything damaged, is as if it were not there. It holds JSON, from which nothing can run.
Labels come at once; a concept is made when it is first asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

import bot
from bot import concept as model
from bot.concept import Concept, Label, Source, SubjectField
from bot.file.book import Book
from bot.file.manuscript import Manuscript
from bot.file.shelf import Leaf, Shelf
from bot.file.transcript import content, uncollected
from bot.glossary import Glossary

_FORMAT = b"glossary-bot cache 1"
_CONCEPT = TypeAdapter(Concept)
_SOURCES = TypeAdapter(dict[str, Source])
_FIELDS = TypeAdapter(dict[str, SubjectField])


def open_book(path: Path, directory: Path) -> Book:
    """The book in a file, from its cache in ``directory`` if there is a good one.

    Otherwise the file is read, and a cache is left for the next time if that can be done.

    Raises:
        GlossaryError: as ``Book.open``.
    """
    data = content(path)
    place = _place(path, directory)
    book = _recalled(path, data, place)
    if book is None:
        book = Book.of(data, path)
        with suppress(OSError):
            _keep(book, place)
    return book


def keep(book: Book, directory: Path) -> None:
    """Leave a cache of ``book`` for the next start.

    Raises:
        OSError: the directory cannot be written.
    """
    _keep(book, _place(book.path, directory))


@dataclass(frozen=True, slots=True)
class _Recalled(Glossary):
    """A glossary whose labels need no concepts."""

    rows: tuple[list[Any], ...] = ()

    def labels(self) -> Iterator[Label]:
        return map(Label, *self.rows)


def _place(path: Path, directory: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
    return directory / f"glossary-{name}.cache"


@cache
def _made_by() -> bytes:
    """The version of the program and of its model."""
    source = b""
    with suppress(OSError):
        source = Path(model.__file__).read_bytes()
    return hashlib.sha256(bot.__version__.encode() + source).hexdigest()[:16].encode()


def _seal(data: bytes, cached: bytes, start: int) -> bytes:
    """The first line of a cache whose rest begins at ``start``."""
    key = hashlib.sha256(data).hexdigest().encode()
    return b"%b %b %b %08x\n" % (_FORMAT, _made_by(), key, zlib.crc32(memoryview(cached)[start:]))


def _recalled(path: Path, data: bytes, place: Path) -> Book | None:
    try:
        cached = place.read_bytes()
        start = cached.index(b"\n") + 1
        if cached[:start] != _seal(data, cached, start):
            return None
        with uncollected():
            return _book(path, data, cached, start)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def _book(path: Path, data: bytes, cached: bytes, start: int) -> Book:
    middle = cached.index(b"\n", start)
    end = cached.index(b"\n", middle + 1)
    index = json.loads(cached[start:middle])
    ids: list[str] = index["ids"]
    ends = accumulate(index["sizes"], initial=end + 1)
    leaves = {
        name: Leaf(partial(_made, cached, low, high))
        for name, (low, high) in zip(ids, pairwise(ends), strict=True)
    }
    indent, first, last = index["text"]
    known = bytes.fromhex(index["known"])
    text = Manuscript(data, indent, first, last, tuple(index["starts"]), known)
    glossary = _Recalled(
        Shelf(leaves),
        _SOURCES.validate_python(index["sources"]),
        _FIELDS.validate_python(index["subject_fields"]),
        text.version,
        _rows(json.loads(cached[middle:end]), ids),
    )
    return Book(path, data, glossary, text, tuple(ids))


def _made(cached: bytes, low: int, high: int) -> Concept:
    return _CONCEPT.validate_json(cached[low:high])


def _rows(rows: list[list[Any]], ids: list[str]) -> tuple[list[Any], ...]:
    texts, owners, *others = rows
    return texts, [ids[owner] for owner in owners], *others


def _keep(book: Book, place: Path) -> None:
    if book.text is None:
        return  # a small file in a layout of its own; it is read whole each time
    body = _body(book, book.text)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        draft.write_bytes(_seal(book.data, body, 0) + body)
        draft.replace(place)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _body(book: Book, text: Manuscript) -> bytes:
    concepts = [
        _CONCEPT.dump_json(concept, exclude_none=True)
        for concept in book.glossary.concepts.values()
    ]
    index = {
        "text": (text.indent, text.first, text.end),
        "starts": text.starts,
        "known": text.digests.hex(),
        "ids": book.ids,
        "sizes": [len(concept) for concept in concepts],
        "sources": _SOURCES.dump_python(dict(book.glossary.sources), mode="json"),
        "subject_fields": book.glossary.subject_fields,
    }
    rows = _columns(book.glossary, {name: number for number, name in enumerate(book.ids)})
    return b"\n".join((_json(index), _json(rows), b"".join(concepts)))


def _columns(glossary: Glossary, numbers: Mapping[str, int]) -> list[list[Any]]:
    labels = list(glossary.labels())
    columns = [list(column) for column in zip(*labels, strict=True)] or [[] for _ in Label._fields]
    columns[1] = [numbers[name] for name in columns[1]]
    return columns


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
