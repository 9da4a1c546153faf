"""The table of ``grams`` for many labels: the same idea in arrays, a hundred times as large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from bot.lookup.packed import BITS, LABEL, Entries, blocks, lengths, letters, lower, ordered, runs

_STEP = 1000  # sequences weighed at a time
_LOOKED_AT = 15_000, 0.05  # postings in one search, or for each label; rarest sequences first
_DENSE = 300_000  # labels up to which a counter per label is cheaper than sorting
_LEAST = 0.3  # of the most shared by a label: those below are not looked at
_UNKNOWN = 3.0  # weight of a sequence that no label has

Integers: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]


class GramArrays:
    """Sequence of three letters → labels, as sorted postings in one array."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        used = {"^"}
        for _, block in blocks(texts):
            used.update("".join(block))
        self._alphabet = {letter: number for number, letter in enumerate(sorted(used), 1)}
        self._base = len(self._alphabet) + 1
        parts = (self._entries(first, block) for first, block in blocks(texts))
        entries = ordered(parts, sum(map(len, texts)))
        self._grams, self._starts = runs(entries)
        self._owners = lower(entries)
        self._owners &= np.uint32(LABEL)
        spread = np.diff(self._starts)
        self._weights = np.log(1 + self._count / spread).astype(np.float32)
        self._sizes = self._summed(spread)

    def _entries(self, first: int, texts: Sequence[str]) -> Entries:
        """A number for every three letters in a row, with the position of the label."""
        marked = ["^" + text for text in texts]
        table = np.zeros(ord(max(self._alphabet)) + 1, dtype=np.uint64)
        for letter, number in self._alphabet.items():
            table[ord(letter)] = number
        numbers, base = table[letters(marked)], np.uint64(self._base)
        owners = np.repeat(np.arange(first, first + len(texts), dtype=np.uint64), lengths(marked))
        within = owners[:-2] == owners[2:]
        codes = (numbers[:-2] * base + numbers[1:-1]) * base + numbers[2:]
        entries: Entries = codes[within] << np.uint64(BITS) | owners[:-2][within]
        return entries

    def _summed(self, spread: Integers) -> npt.NDArray[np.float32]:
        """For each label the weights of its sequences together."""
        sums = np.zeros(self._count)
        for first in range(0, len(spread), _STEP):
            last = min(first + _STEP, len(spread))
            owners = self._owners[self._starts[first] : self._starts[last]]
            each = np.repeat(self._weights[first:last], spread[first:last])
            sums += np.bincount(owners, weights=each, minlength=self._count)
        return sums.astype(np.float32)

    def best(self, grams: Sequence[str], limit: int) -> list[int]:
        """The ``limit`` labels that overlap most, by shared weight, a long label's less so."""
        slots, unknown = self._slots(grams)
        if not len(slots):
            return []
        weights = self._weights[slots]
        total = float(weights.sum()) + _UNKNOWN * unknown
        found, shared = self._shared(slots, weights)
        sizes = self._sizes[found]
        overlap = shared / (np.minimum(sizes, total) + 0.25 * np.maximum(sizes, total))
        if len(found) > limit:
            chosen = np.argpartition(overlap, -limit)[-limit:]
            found, overlap = found[chosen], overlap[chosen]
        order = np.argsort(-overlap, kind="stable")
        return [int(position) for position in found[order]]

    def _slots(self, grams: Sequence[str]) -> tuple[Integers, int]:
        """Where the sequences stand, the rarest first, and how many no label has."""
        get, base = self._alphabet.get, self._base
        codes = [
            (get(gram[0], 0) * base + get(gram[1], 0)) * base + get(gram[2], 0)
            for gram in grams
            if len(gram) == 3
        ]
        slots = np.searchsorted(self._grams, codes)
        slots[slots == len(self._grams)] = 0
        known = slots[self._grams[slots] == codes]
        order = np.argsort(self._starts[known + 1] - self._starts[known])
        return known[order], len(codes) - len(known)

    def _shared(
        self, slots: Integers, weights: npt.NDArray[np.float32]
    ) -> tuple[Integers, Floats]:
        """Labels and the weight that they share, of the rarest sequences within the budget."""
        starts, ends = self._starts[slots], self._starts[slots + 1]
        budget = max(_LOOKED_AT[0], _LOOKED_AT[1] * self._count)
        used = max(3, int(np.searchsorted(np.cumsum(ends - starts), budget)) + 1)
        pieces = [self._owners[a:b] for a, b in zip(starts[:used], ends[:used], strict=True)]
        owners = np.concatenate(pieces)
        each = np.repeat(weights[:used], [len(piece) for piece in pieces])
        if self._count <= _DENSE:
            counts = np.bincount(owners, weights=each).astype(np.float64, copy=False)
            found: Integers = np.flatnonzero(counts > _LEAST * counts.max())
            return found, counts[found]
        labels, inverse = np.unique(owners, return_inverse=True)
        sums = np.bincount(inverse, weights=each).astype(np.float64, copy=False)
        kept = sums > _LEAST * sums.max()
        return labels[kept].astype(np.int64), sums[kept]
