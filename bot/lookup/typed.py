"""Labels as the keys that type them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload

from bot.lookup.hangul import has_hangul, strokes


class Joined(Sequence[str]):
    """Very many texts in one run of bytes: a string each would take twice the room."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def append(self, text: str) -> None:
        """Adds ``text`` after the others."""
        self._bytes += text.encode()
        self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return self._bytes[self._ends[at] : self._ends[at + 1]].decode()

    def __iter__(self) -> Iterator[str]:
        return (self._bytes[a:b].decode() for a, b in pairwise(self._ends))


class Keys(Sequence[str]):
    """The keys that type each label, worked out when they are asked for."""

    def __init__(self, spelt: Sequence[str]) -> None:
        self._spelt = spelt

    def __len__(self) -> int:
        return len(self._spelt)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return Keys(self._spelt[at])
        return strokes(self._spelt[at].replace(" ", ""))


class Beginnings:
    """Folded labels in the order of their keys: what begins alike stands together."""

    def __init__(self, folded: Iterable[str]) -> None:
        every = sorted(folded, key=strokes)
        self._hangul = [one for one in every if has_hangul(one[:1])]
        self._others = [one for one in every if not has_hangul(one[:1])]

    def of(self, key: str, limit: int) -> list[str]:
        """At most ``limit`` labels that begin with ``key``, in alphabetical order.

        A syllable that is half typed begins with the same key strokes as the whole one.
        """
        labels, typed = (self._hangul if has_hangul(key[:1]) else self._others), strokes(key)
        start = bisect_left(labels, typed, key=strokes)
        return [
            label for label in labels[start : start + limit] if strokes(label).startswith(typed)
        ]
