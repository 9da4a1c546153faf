"""Labels of several words by their words in any order: ``policy of privacy``, privacy policy."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bot.lookup import english, korean
from bot.lookup.questions import is_joining

_BITS = 22  # of an entry for the label: four million labels
_LABEL = (1 << _BITS) - 1
_HASH = (1 << (63 - _BITS)) - 1


def bag(spelt: Iterable[str]) -> tuple[str, ...]:
    """The main words of a text in alphabetical order, as what they are plain forms of."""
    return tuple(sorted(base(word) for word in spelt if not is_joining(word)))


def base(word: str) -> str:
    """What a main word is a plain form of; Korean without the particle that joins it."""
    return english.base(word) if word.isascii() else korean.unjoined(word)


class Bags:
    """Bag → labels, eight bytes for a label: sorted hashes, each with the place of its label."""

    def __init__(self, spelt: Sequence[str]) -> None:
        bags = ((bag(one.split(" ")), at) for at, one in enumerate(spelt) if " " in one)
        self._entries = array(
            "q", sorted((hash(b) & _HASH) << _BITS | at for b, at in bags if len(b) > 1)
        )

    def maybe(self, words: tuple[str, ...]) -> list[int]:
        """Positions of the labels with that bag, and rarely of another; at most twelve."""
        low = (hash(words) & _HASH) << _BITS
        at = bisect_left(self._entries, low)
        return [
            entry & _LABEL for entry in self._entries[at : at + _MOST] if entry - low <= _LABEL
        ]


_MOST = 12
