"""The table of ``grams`` for many labels: the same idea in arrays, a hundred times as large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

_BITS = 22  # of a posting for the label: four million labels
_BUDGET = 40_000  # postings looked at in one search, the rarest sequences first
_DENSE = 300_000  # labels up to which a counter per label is cheaper than sorting
_LEAST = 0.3  # of the most shared by a label: those below are not looked at
_UNKNOWN = 3.0  # weight of a sequence that no label has

Integers: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]


class GramArrays:
    """Sequence of three letters → labels, as sorted postings in one array."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        marked = ["^" + text for text in texts]
        letters = np.frombuffer("".join(marked).encode("utf-32-le"), dtype=np.uint32)
        lengths = np.fromiter(map(len, marked), dtype=np.int64, count=len(marked))
        self._alphabet = self._letters(letters)
        self._base = len(self._alphabet) + 1
        codes, owners = self._codes(letters, lengths)
        codes <<= _BITS
        codes |= owners
        codes.sort()
        first = np.ones(len(codes), dtype=bool)
        np.not_equal(codes[1:], codes[:-1], out=first[1:])
        self._arrange(codes[first])

    @staticmethod
    def _letters(letters: npt.NDArray[np.uint32]) -> dict[str, int]:
        seen: list[int] = np.flatnonzero(np.bincount(letters, minlength=1)).tolist()
        return {chr(code): number for number, code in enumerate(seen, start=1)}

    def _codes(
        self, letters: npt.NDArray[np.uint32], lengths: Integers
    ) -> tuple[Integers, npt.NDArray[np.int32]]:
        """A number for every three letters in a row, and the label that it is of."""
        table = np.zeros(int(letters.max(initial=0)) + 1, dtype=np.int64)
        for letter, number in self._alphabet.items():
            table[ord(letter)] = number
        numbers = table[letters]
        owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        if len(numbers) < 3:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32)
        base = self._base
        codes = (numbers[:-2] * base + numbers[1:-1]) * base + numbers[2:]
        within = owners[:-2] == owners[2:]
        return codes[within], owners[:-2][within]

    def _arrange(self, postings: Integers) -> None:
        """Where each sequence begins in the sorted postings, and how telling it is."""
        codes = postings >> _BITS
        begins = np.ones(len(codes), dtype=bool)
        np.not_equal(codes[1:], codes[:-1], out=begins[1:])
        starts = np.flatnonzero(begins)
        self._grams = codes[starts]
        self._starts = np.append(starts, len(codes))
        self._owners = (postings & ((1 << _BITS) - 1)).astype(np.int32)
        spread = np.diff(self._starts)
        self._weights = np.log(1 + self._count / spread).astype(np.float32)
        each = np.repeat(self._weights, spread)
        self._sizes = np.bincount(self._owners, weights=each, minlength=self._count).astype(
            np.float32
        )

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
        used = max(3, int(np.searchsorted(np.cumsum(ends - starts), _BUDGET)) + 1)
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
