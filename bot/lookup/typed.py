"""Labels as the keys that type them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.joined import Texts


class Keys(Texts):
    """The keys that type each label, worked out when they are asked for."""

    def __init__(self, spelt: Sequence[str]) -> None:
        self._spelt = spelt

    def __len__(self) -> int:
        return len(self._spelt)

    def at(self, place: int) -> str:
        """The keys of the label at ``place``."""
        return strokes(self._spelt[place].replace(" ", ""))


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
        # a label compares with letters of ASCII as its keys do, and those cost time
        start = bisect_left(labels, typed, key=None if typed.isascii() else strokes)
        return [
            label for label in labels[start : start + limit] if strokes(label).startswith(typed)
        ]
