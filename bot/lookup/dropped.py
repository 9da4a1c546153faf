"""Texts one slip apart, for some thousands of them; see ``deletions`` for more.

A wrong, missing, added or swapped letter leaves two texts that share a form with at most one
letter dropped. Only the hashes of forms are kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_MOST = 32  # texts found at most


def _forms(text: str) -> list[int]:
    """Hashes of the text, and of every text with a letter less."""
    shorter = [hash(text[:at] + text[at + 1 :]) for at in range(len(text))]
    return [hash(text), *shorter]


class Dropped:
    """Forms with one letter less → texts. Without numpy, which takes long to start."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._longest = max(map(len, texts), default=0)
        self._places: dict[int, tuple[int, ...]] = {}
        for at, text in enumerate(texts):
            own = (at,)  # most forms are of one text: one tuple for all of its forms
            for form in set(_forms(text)):
                others = self._places.get(form)
                self._places[form] = own if others is None else (*others, at)

    def near(self, text: str) -> list[int]:
        """Positions of texts one slip from ``text``, or rarely two; the same text first."""
        if len(text) > self._longest + 1:
            return []
        places = self._places
        sharing = {at for form in _forms(text) if form in places for at in places[form]}
        apart = sorted([(OSA.distance(text, self._texts[at]), at) for at in sharing])
        return [at for distance, at in apart[:_MOST] if distance <= 2]
