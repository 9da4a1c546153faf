"""Changes written into the glossary file: whole or not at all, and over nobody else's work.

The new text is read back before it replaces the old one: a temporary file beside it, flushed to
the disk, then renamed, then the directory flushed. Whatever happens in between, the file is the
old one or the new one. Where the system can let two files change names, what was in the place of
the file in that very moment is looked at afterwards, and put back if it is a newer save.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.concept import Concept, Source
from bot.file.book import Book
from bot.file.exchange import exchange
from bot.file.sourcing import supplied
from bot.file.splicing import spliced
from bot.problem import Problem

_ATTEMPTS = 5  # at a file that is being written by others at the same moment


@dataclass(frozen=True, slots=True)
class Change:
    """Entry ``id`` becomes ``after``; None is no entry. ``before`` is what its author saw."""

    id: str
    before: Concept | None
    after: Concept | None


class ConflictError(Exception):
    """The file holds ``found`` where the author of ``change`` saw ``change.before``."""

    def __init__(self, change: Change, found: Concept | None) -> None:
        self.change, self.found = change, found
        super().__init__(f"entry “{change.id}” was changed in the file meanwhile")


class UnwritableError(Exception):
    """The file cannot be written; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def write(
    book: Book, changes: Sequence[Change], sources: Mapping[str, Source] | None = None
) -> Book:
    """Write ``changes`` into the file of ``book``; the book of the file as it is then.

    The file may have changed since the book was read, but not in these entries. A change that
    is there already is not made twice. ``sources`` that the file has not got are added to it.

    Raises:
        ConflictError: someone else changed one of these entries, or has given the key of one of
            ``sources`` to another source; nothing was written.
        GlossaryError: the file is no glossary now, or would not be one with these changes.
        UnwritableError: the file may not be written, or the disk is full.
    """
    return _written(book, lambda now: changed(now, changes, sources))


def rewrite(book: Book, remake: Callable[[Book], bytes]) -> Book:
    """Write what ``remake`` makes of the file as it is now; the book of the file as it is then.

    Raises:
        GlossaryError: the file is no glossary, or what was made of it is none.
        UnwritableError: the file may not be written, or the disk is full.
    """
    return _written(book, lambda now: now.revised(remake(now)))


def _written(book: Book, remake: Callable[[Book], Book]) -> Book:
    path = book.path.resolve()
    try:
        with _alone(path):
            for _ in range(_ATTEMPTS):
                seen = _stamp(path)
                book = book.reread()
                new = remake(book)
                if new is book or _replace(path, new.data, seen):
                    return new
    except OSError as error:
        told = f"this file cannot be written: {error.strerror or error}"
        raise UnwritableError(Problem(book.path, 0, "F02", "error", told)) from error
    told = "this file is being written by another program; try again"
    raise UnwritableError(Problem(book.path, 0, "F02", "error", told))


def changed(
    book: Book, changes: Sequence[Change], sources: Mapping[str, Source] | None = None
) -> Book:
    """The book with ``changes``, in memory; itself if it has them already.

    Raises:
        ConflictError: one of the entries, or of ``sources``, is not what the author saw.
        GlossaryError: with the changes it would be no glossary.
    """
    due = {change.id: change.after for change in changes if _due(book, change)}
    if not due:
        return book
    for key, source in (sources or {}).items():
        if book.glossary.sources.get(key, source) != source:
            raise ConflictError(changes[0], book.glossary.concepts.get(changes[0].id))
    book = supplied(book, sources or {})
    new = book.revised(spliced(book, due))
    if new.changes_since(book) != due:  # pragma: no cover - it would be a mistake of ours
        raise RuntimeError(f"other entries than {', '.join(due)} would have changed")
    return new


def _due(book: Book, change: Change) -> bool:
    found = book.glossary.concepts.get(change.id)
    if found == change.after:
        return False
    if found != change.before:
        raise ConflictError(change, found)
    return True


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other bot or command writes meanwhile; editors know nothing of it."""
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        yield
    finally:
        os.close(directory)


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _replace(path: Path, data: bytes, seen: tuple[int, int, int]) -> bool:
    """False if the file is not the one that was ``seen``, and then nothing is done."""
    draft = _draft(path)
    try:
        _save(draft, data, path.stat())
        if _stamp(path) != seen or not _put(draft, path, seen):
            return False
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    _flush(path.parent)
    return True


def _put(draft: Path, path: Path, seen: tuple[int, int, int]) -> bool:
    """The draft in place of the file, unless that was saved in the very moment before."""
    if not exchange(draft, path):
        draft.replace(path)
        return True
    if _stamp(draft) == seen:
        return True
    exchange(draft, path)
    return False


def tidy(path: Path) -> None:
    """Take away what a writer that was killed has left beside a file."""
    path = path.resolve()
    with suppress(OSError), _alone(path):
        _draft(path).unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _save(draft: Path, data: bytes, like: os.stat_result) -> None:
    """A file with ``data``, on the disk, with the rights of the one it is to replace."""
    with draft.open("wb") as file:
        os.fchmod(file.fileno(), like.st_mode & 0o7777)
        with suppress(OSError):  # only root may give files away
            os.fchown(file.fileno(), like.st_uid, like.st_gid)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
