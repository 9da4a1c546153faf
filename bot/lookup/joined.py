"""Sequences of texts that are not kept as strings: a string each takes twice the room."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload


class Texts(Sequence[str]):
    """Texts that are made when they are asked for."""

    @abstractmethod
    def at(self, place: int) -> str:
        """The text at ``place``."""

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self.at(place) for place in range(*at.indices(len(self)))]
        return self.at(at)


class Joined(Texts):
    """Very many texts in one run of bytes."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def append(self, text: str) -> None:
        """Adds ``text`` after the others."""
        self._bytes += text.encode()
        self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def at(self, place: int) -> str:
        """The text at ``place``, from 0."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._bytes[self._ends[place] : self._ends[place + 1]].decode()

    def __iter__(self) -> Iterator[str]:  # tables are made of all of them: at half the time
        return (self._bytes[a:b].decode() for a, b in pairwise(self._ends))
