"""Which words may go on after the beginning of a label: most words of a text lead nowhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

_LETTERS = 3
_REMEMBERED = 10_000  # beginnings
_LAST = "\U0010ffff"


class Paths:
    """How labels go on, told from three letters; kept for beginnings that were asked for."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = sorted(labels)
        self._next: dict[str, frozenset[str]] = {}

    def lead(self, beginning: str, word: str) -> bool:
        """Whether a label may begin with ``beginning`` and ``word``; False is certain."""
        found = self._next.get(beginning)
        if found is None:
            if len(self._next) >= _REMEMBERED:
                self._next.clear()
            found = self._next[beginning] = self._after(beginning)
        return word[:_LETTERS] in found

    def _after(self, beginning: str) -> frozenset[str]:
        size = len(beginning)
        first = bisect_left(self._labels, beginning)
        last = bisect_left(self._labels, beginning + _LAST, first)
        rests = {label[size : size + _LETTERS] for label in self._labels[first:last]}
        return frozenset(rest[:end] for rest in rests for end in range(1, _LETTERS + 1))
