"""When a file has changed, and has come to rest."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """What tells one state of a file from another without reading it; all None for no file."""

    modified: int | None
    inode: int | None
    size: int | None


def mark(path: Path) -> Mark:
    """The mark of a file as it is now."""
    try:
        found = path.stat()
    except OSError:
        return Mark(None, None, None)
    return Mark(found.st_mtime_ns, found.st_ino, found.st_size)


class Watch:
    """Tells by looking, now and again, that a file is another one than was read.

    An editor that writes in place leaves half a file for a moment; so a change counts when two
    looks in a row see the same. What is read then carries its mark from before the reading: a
    change that comes meanwhile is seen by the next look.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = mark(path)
        self._read: Mark | None = None

    def look(self) -> bool:
        """Whether the file is at rest and is not the one that was read last."""
        now = mark(self._path)
        still, self._last = now == self._last, now
        return still and now != self._read

    @property
    def settled(self) -> bool:
        """Whether the last look saw the file that was read last."""
        return self._last == self._read

    def reading(self) -> None:
        """The file as it was at the last look is about to be read."""
        self._read = self._last
