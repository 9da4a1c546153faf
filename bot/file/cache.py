"""A fast start: what was read of a file last time, kept beside the bot's state.

A cache is used only for the very bytes, and the very model, that it was made of; anything else,
and anything damaged, is as if it were not there. It holds JSON, from which nothing can run: the
outline of every entry, and where in the file it stands; its texts are read there when they are
first asked for.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import chain, islice, pairwise, repeat
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

import bot
from bot import concept, glossary
from bot.concept import Label, Source, SubjectField
from bot.file.book import Book
from bot.file.manuscript import Manuscript
from bot.file.shelf import Leaf, Shelf
from bot.file.transcript import content, uncollected
from bot.glossary import Glossary, Outline

_FORMAT = b"glossary-bot cache 2"
_SOURCES = TypeAdapter(dict[str, Source])
_FIELDS = TypeAdapter(dict[str, SubjectField])


def open_book(path: Path, directory: Path, *, guest: bool = False) -> Book:
    """The book in a file, from its cache in ``directory`` if there is a good one.

    Otherwise the file is read, and a cache is left for the next time if that can be done. A
    ``guest`` leaves one only in a directory that is there already.

    Raises:
        GlossaryError: as ``Book.open``.
    """
    data = content(path)
    place = _place(path, directory)
    book = _recalled(path, data, place)
    if book is None:
        book = Book.of(data, path)
        with suppress(OSError):
            if not guest or directory.is_dir():
                _keep(book, place)
    return book


def keep(book: Book, directory: Path) -> None:
    """Leave a cache of ``book`` for the next start.

    Raises:
        OSError: the directory cannot be written.
    """
    _keep(book, _place(book.path, directory))


def _place(path: Path, directory: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
    return directory / f"glossary-{name}.cache"


@cache
def _made_by() -> bytes:
    """The version of the program, of its model and of this module."""
    version = hashlib.sha256(bot.__version__.encode())
    with suppress(OSError):
        for file in (concept.__file__, glossary.__file__, __file__):
            version.update(Path(file).read_bytes())
    return version.hexdigest()[:16].encode()


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
            return _book(path, data, json.loads(cached[start:]))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def _book(path: Path, data: bytes, known: dict[str, Any]) -> Book:
    indent, first, end = known["text"]
    starts = tuple(known["starts"])
    text = Manuscript(data, indent, first, end, starts, bytes.fromhex(known["digests"]))
    bounds = pairwise((*starts, end))
    leaves = {
        outline.id: Leaf(data, start, stop, outline)
        for outline, (start, stop) in zip(_outlines(known), bounds, strict=True)
    }
    sources = _SOURCES.validate_python(known["sources"])
    fields = _FIELDS.validate_python(known["subject_fields"])
    served = Glossary(Shelf(leaves), sources, fields, text.version)
    return Book(path, data, served, text, tuple(leaves))


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
    known = {
        "text": (text.indent, text.first, text.end),
        "starts": text.starts,
        "digests": text.digests.hex(),
        "sources": _SOURCES.dump_python(dict(book.glossary.sources), mode="json"),
        "subject_fields": book.glossary.subject_fields,
        **_columns(list(book.glossary.outlines())),
    }
    written = json.dumps(
        known, ensure_ascii=False, separators=(",", ":"), default=dt.date.isoformat
    )
    return written.encode()


def _columns(outlines: list[Outline]) -> dict[str, Any]:
    """Outlines field by field, and their labels in the same way."""
    labels = [label for each in outlines for label in each.labels]
    return {
        "ids": [each.id for each in outlines],
        "labels": [len(each.labels) for each in outlines],
        "texts": [label.text for label in labels],
        **{field: _column(getattr(each, field) for each in outlines) for field in _OF_ENTRY},
        **{field: _column(getattr(label, field) for label in labels) for field in _OF_LABEL},
    }


def _outlines(known: dict[str, Any]) -> Iterator[Outline]:
    ids, counts = known["ids"], known["labels"]
    owners = chain.from_iterable(map(repeat, ids, counts))
    of_labels = [_values(known[field], str) for field in _OF_LABEL]
    labels = map(Label._make, zip(known["texts"], owners, *of_labels, strict=True))
    fields = [_values(known[field], make) for field, make in _OF_ENTRY.items()]
    for name, count, status, *rest in zip(ids, counts, *fields, strict=True):
        yield Outline(name, status, tuple(islice(labels, count)), *rest)


def _column(values: Iterable[Any]) -> tuple[list[Any], list[int]]:
    """The different values, and for each place the number of its value."""
    numbers: dict[Any, int] = {}
    places = [numbers.setdefault(value, len(numbers)) for value in values]
    return list(numbers), places


def _values(column: tuple[list[Any], list[int]], make: Callable[[Any], Any]) -> Iterator[Any]:
    """The value at each place; those that are the same are one object."""
    return map([make(value) for value in column[0]].__getitem__, column[1])


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


# What is kept of an entry and of a label as a column, in the order of the fields, and what makes
# it again of JSON.
_OF_ENTRY: dict[str, Callable[[Any], Any]] = {
    "status": str,
    "subject_field": tuple,
    "broader": tuple,
    "related": tuple,
    "others": tuple,
    "created": _day,
    "updated": _day,
}
_OF_LABEL = ("language", "kind", "type")
