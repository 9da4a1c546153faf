"""Texts one slip apart, for a few thousand of them; see ``deletions`` for more.

A wrong, missing, added or swapped letter leaves two texts that share a form with at most one
letter dropped. Only the hashes of forms are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

_MOST = 32  # texts found at most


def _forms(text: str) -> Iterator[int]:
    """Hashes of the text, and of every text with a letter less."""
    yield hash(text)
    for at in range(len(text)):
        yield hash(text[:at] + text[at + 1 :])


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
        """Positions of texts at most one slip from ``text``, the same text first."""
        if len(text) > self._longest + 1:
            return []
        places = self._places
        sharing = {at for form in _forms(text) if form in places for at in places[form]}
        apart = {at: OSA.distance(text, self._texts[at]) for at in sharing}
        near = [at for at in apart if apart[at] <= 1]
        return sorted(near, key=lambda at: (apart[at], at))[:_MOST]
