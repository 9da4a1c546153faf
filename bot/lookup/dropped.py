"""Texts one slip apart, for a few thousand of them; see ``deletions`` for more.

A wrong, missing, added or swapped letter leaves two texts that share a form with at most one
letter dropped. Forms are hashes, each with the place of its text, in one sorted array.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

_BITS = 22  # of an entry for the text: four million texts
_TEXT = (1 << _BITS) - 1
_HASH = (1 << (63 - _BITS)) - 1
_MOST = 32  # texts found at most


def _forms(text: str) -> Iterator[int]:
    """The text and every text with a letter less, as the least entries that there may be."""
    yield (hash(text) & _HASH) << _BITS
    for at in range(len(text)):
        yield (hash(text[:at] + text[at + 1 :]) & _HASH) << _BITS


class Dropped:
    """Forms with one letter less → texts. Without numpy, which takes long to start."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._longest = max(map(len, texts), default=0)
        entries = {form | at for at, text in enumerate(texts) for form in _forms(text)}
        self._entries = array("q", sorted(entries))

    def near(self, text: str) -> list[int]:
        """Positions of texts at most one slip from ``text``, the same text first."""
        if len(text) > self._longest + 1:
            return []
        apart = {at: OSA.distance(text, self._texts[at]) for at in self._sharing(text)}
        return sorted((at for at in apart if apart[at] <= 1), key=lambda at: (apart[at], at))[
            :_MOST
        ]

    def _sharing(self, text: str) -> set[int]:
        entries, size = self._entries, len(self._entries)
        found: set[int] = set()
        for form in _forms(text):
            at = bisect_left(entries, form)
            while at < size and entries[at] - form <= _TEXT:
                found.add(entries[at] & _TEXT)
                at += 1
        return found
