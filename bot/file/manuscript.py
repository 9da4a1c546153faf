"""A glossary file as text: where each entry lies in it, byte for byte.

Reading, reloading and writing all go entry by entry, so that each costs what one entry costs.
An entry begins at its dash under ``entries:``. No text inside an entry can begin a line with a
dash that far to the left, except inside brackets or quotation marks that are still open there;
then the part before it is no YAML by itself, and whoever parses it must fall back on the whole.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.file.portions import PORTION
from bot.lazy import cached_property

_ENTRIES = re.compile(
    rb"^(?:\A\xef\xbb\xbf)?entries:[ \t]*(?:\[[ \t]*\][ \t]*)?(?:#[^\n]*)?\r?(?:\n|\Z)", re.M
)
_FIRST_ITEM = re.compile(rb"(?: *(?:#[^\n]*)?\r?\n)*(?P<indent> *)-(?=[ \r\n]|\Z)")
_NEXT_KEY = re.compile(rb"\n(?=[^ \t\r\n#-])")
DIGEST = 16  # bytes
_AFTER_DASH = (b" ", b"\r", b"\n", b"")


@dataclass(frozen=True, slots=True)
class Span:
    """Where an entry lies: ``start`` at its dash's line, ``end`` after its last line.

    ``above`` is where the comment lines directly above the entry begin; they belong to it.
    """

    above: int
    start: int
    end: int


@dataclass(frozen=True)
class Manuscript:
    """The bytes of a file and the offsets between which its entries lie.

    ``starts`` holds the offset of each entry's first line. The list of entries ends at ``end``;
    what lies from there on is the tail. ``first`` is the end of the line ``entries:``. ``known``
    saves working out ``digests`` again.
    """

    data: bytes
    indent: int
    first: int
    end: int
    starts: tuple[int, ...]
    known: bytes = field(default=b"", compare=False)

    @property
    def head(self) -> bytes:
        """Everything before the first entry's dash, the line ``entries:`` included."""
        return self.data[: self.starts[0] if self.starts else self.end]

    @property
    def tail(self) -> bytes:
        """The keys that follow the entries; nothing, as a rule."""
        return self.data[self.end :]

    @cached_property
    def newline(self) -> bytes:
        """What ends the lines of this file."""
        at = self.data.find(b"\n")
        return b"\r\n" if at > 0 and self.data[at - 1 : at] == b"\r" else b"\n"

    @cached_property
    def digests(self) -> bytes:
        """A digest of what surrounds the entries, then one of each; ``DIGEST`` bytes each."""
        if self.known:
            return self.known
        entries = (self.entry(index) for index in range(len(self)))
        return digests((self.surroundings, *entries))

    def digest(self, index: int) -> bytes:
        """The digest of an entry's text."""
        return self.digests[DIGEST * (index + 1) : DIGEST * (index + 2)]

    @property
    def surroundings(self) -> bytes:
        """The text that is no entry's."""
        return b"%d:%b%b" % (len(self.head), self.head, self.tail)

    @property
    def version(self) -> str:
        """What changes when, and only when, a byte of the file does."""
        return _digest(self.digests).hex()

    def __len__(self) -> int:
        return len(self.starts)

    def entry(self, index: int) -> bytes:
        """The text from an entry's dash to the next one's, comments between them included."""
        start, stop = self.bounds(index)
        return self.data[start:stop]

    def bounds(self, index: int) -> tuple[int, int]:
        """Where an entry's text begins, and where the next one's does."""
        following = index + 1
        return self.starts[index], self.starts[following] if following < len(self) else self.end

    def line(self, offset: int) -> int:
        """The number of the line, from 1, that an offset lies on."""
        return self.data.count(b"\n", 0, offset) + 1

    @cached_property
    def lines(self) -> list[int]:
        """The number of the first line of every entry."""
        numbers, line, offset = [], 1, 0
        for start in self.starts:
            line += self.data.count(b"\n", offset, start)
            offset = start
            numbers.append(line)
        return numbers

    def at(self, offset: int) -> int:
        """The index of the entry that an offset lies in; -1 for the head."""
        return bisect_right(self.starts, offset) - 1

    def span(self, index: int) -> Span:
        """The lines of an entry without the blank lines and comments that follow it."""
        start = self.starts[index]
        return Span(self._above(index), start, start + self._length(index))

    def _above(self, index: int) -> int:
        """Where the comments begin that end on the line before the entry's dash."""
        floor = self.starts[index - 1] if index else self.first
        above = self.starts[index]
        while above > floor:
            line = self.data.rfind(b"\n", floor, above - 1) + 1 or floor
            text = self.data[line:above]
            if (
                not text.lstrip(b" ").startswith(b"#")
                or self._deeper(text)
                or line == floor > self.first
            ):
                break
            above = line
        return above

    def _length(self, index: int) -> int:
        """Up to the last line that is neither blank nor a comment further left than the entry."""
        lines = self.entry(index).splitlines(keepends=True)
        while len(lines) > 1 and not self._own(lines[-1]):
            lines.pop()
        return sum(map(len, lines))

    def _own(self, line: bytes) -> bool:
        text = line.strip()
        return bool(text) and (not text.startswith(b"#") or self._deeper(line))

    def _deeper(self, line: bytes) -> bool:
        return len(line) - len(line.lstrip(b" ")) > self.indent


def digests(texts: Iterable[bytes]) -> bytes:
    """The digest of each text, one after the other."""
    return b"".join(map(_digest, texts))


def _digest(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=DIGEST).digest()


def version(data: bytes) -> str:
    """The version of a file's content: it changes when, and only when, a byte does."""
    text = manuscript(data)
    return _digest(data).hex() if text is None else text.version


def manuscript(data: bytes) -> Manuscript | None:
    """Where the entries of a file lie; None unless each begins with a dash on its own line."""
    opened = _ENTRIES.search(data)
    if opened is None:
        return None
    first = opened.end()
    item = _FIRST_ITEM.match(data, first)
    if item is None:
        end = _end(data, first)
        return None if _written(data[first:end]) else Manuscript(data, 2, first, end, ())
    indent = len(item["indent"])
    end = _end(data, first)
    starts = item_starts(data, item.start("indent"), end, indent)
    return Manuscript(data, indent, first, end, tuple(starts))


def _end(data: bytes, first: int) -> int:
    """Where the next key of the file begins, at the left edge."""
    for start in range(first - 1, len(data), PORTION):
        following = _NEXT_KEY.search(data, start, start + PORTION + 1)
        if following:
            return following.end()
    return len(data)


def _written(data: bytes) -> bool:
    lines = (line.strip(b" ") for line in data.splitlines())
    return any(line and not line.startswith(b"#") for line in lines)


def item_starts(data: bytes, start: int, end: int, indent: int) -> list[int]:
    """Where lines with a dash ``indent`` spaces from the left begin, the first at ``start``."""
    dash = b"\n" + b" " * indent + b"-"
    starts = [start]
    at = data.find(dash, start, end)
    while at >= 0:
        after = at + len(dash)
        if data[after : after + 1] in _AFTER_DASH:
            starts.append(at + 1)
        at = data.find(dash, after, end)
    return starts


def is_item(data: bytes, start: int, indent: int) -> bool:
    """Whether a line that begins at ``start`` has a dash ``indent`` spaces from the left."""
    after = start + indent + 1
    opened = data[start:after] == b" " * indent + b"-"
    return opened and data[after : after + 1] in _AFTER_DASH
