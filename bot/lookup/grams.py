"""Labels by the sequences of three letters (or key strokes) that they share with a text."""

from __future__ import annotations

from collections.abc import Sequence
from math import log


def grams_of(text: str) -> list[str]:
    """The different sequences of three letters in ``text``, its beginning marked."""
    marked = "^" + text
    return list({marked[i : i + 3] for i in range(len(marked) - 2)} or {marked})


class Grams:
    """Sequence → labels. For a few thousand labels; see ``arrays`` for more."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._postings: dict[str, list[int]] = {}
        self._sizes: list[float] = []
        for position, text in enumerate(texts):
            for gram in grams_of(text):
                self._postings.setdefault(gram, []).append(position)
        self._weights = {
            gram: log(1 + len(texts) / len(found)) for gram, found in self._postings.items()
        }
        for text in texts:
            self._sizes.append(sum(self._weights[gram] for gram in grams_of(text)))

    def best(self, grams: Sequence[str], limit: int) -> list[int]:
        """The ``limit`` labels that overlap most, by shared weight, a long label's less so."""
        shared: dict[int, float] = {}
        total = 0.0
        for gram in grams:
            weight = self._weights.get(gram)
            if weight is None:
                total += 3.0
                continue
            total += weight
            for position in self._postings[gram]:
                shared[position] = shared.get(position, 0.0) + weight
        sizes = self._sizes
        best = sorted([(-_overlap(both, sizes[at], total), at) for at, both in shared.items()])
        return [at for _, at in best[:limit]]


def _overlap(shared: float, one: float, other: float) -> float:
    """How much two texts overlap, by what they share and what each weighs."""
    smaller, larger = (one, other) if one < other else (other, one)
    return shared / (smaller + 0.25 * larger)
