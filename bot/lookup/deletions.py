"""Texts one slip apart, found by what both are with one letter less.

The idea of the symmetric delete: a wrong, missing, added or swapped letter leaves two texts that
share a form with at most one letter taken out. Forms are kept as hashes: the upper bits choose a
bucket of about six entries, some of the lower ones stand in the entry itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, islice
from operator import mul

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from bot.lookup.packed import (
    BITS,
    LABEL,
    Entries,
    blocks,
    lengths,
    letters,
    lower,
    ordered,
    starts,
)

_FACTOR = 0x9E3779B97F4A7C15 | 1  # odd, so that it can be divided by, modulo 2**64
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_MIX = 0xD6E8FEB86659FD93
_WORD = (1 << 64) - 1
_MOST = 32  # texts found at most
_LONGEST = 48  # letters of a text whose forms are kept
_HASH = 64 - BITS  # bits of a hash in an entry
_TOLD = (1 << (32 - BITS)) - 1  # those that stay beside the label, to tell forms of a bucket apart
_BUCKETS = 22  # bits of a hash that choose one, at most

Hashes = npt.NDArray[np.uint64]


class Deletions:
    """Forms with one letter less → texts. The hash of a text: the sum of letter x factor^place."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts  # two that share a form are two slips apart at most; hashes may lie
        parts = (_entries(first, block) for first, block in blocks(texts))
        entries = ordered(parts, sum(map(len, texts)) + len(texts))
        bits = min(len(entries).bit_length(), _BUCKETS)
        self._shift = _HASH - bits
        self._starts = starts(entries, 64 - bits, 1 << bits).data
        self._packed = lower(entries).data

    def near(self, text: str) -> list[int]:
        """Positions of texts that share a form with ``text``: one slip away, or rarely two."""
        if not 2 < len(text) <= _LONGEST + 1:
            return []
        found: dict[int, None] = {}
        starts, packed, shift = self._starts, self._packed, self._shift
        for form in _own_forms(text):
            bucket = form >> shift
            first, end = starts[bucket], starts[bucket + 1]
            if first < end:
                told = form & _TOLD
                for entry in packed[first:end]:
                    if entry >> BITS == told:
                        found[entry & LABEL] = None
        near = islice(found, _MOST)
        return [at for at in near if OSA.distance(text, self._texts[at], score_cutoff=2) <= 2]


def _entries(first: int, texts: Sequence[str]) -> Entries:
    """The hash of every form with the position of its text; ``first`` is that of the first."""
    kept = [i for i, text in enumerate(texts) if 2 < len(text) <= _LONGEST]
    chosen = [texts[i] for i in kept]
    sizes, owners = lengths(chosen), np.asarray(kept, dtype=np.uint64) + np.uint64(first)
    wholes, shorter = _forms(letters(chosen).astype(np.uint64), sizes)
    entries = np.concatenate([wholes, shorter])
    entries *= np.uint64(_MIX)
    entries &= np.uint64(_WORD ^ LABEL)
    entries |= np.concatenate([owners, np.repeat(owners, sizes)])
    return entries


def _forms(letters: Hashes, lengths: npt.NDArray[np.int64]) -> tuple[Hashes, Hashes]:
    """Hashes of the texts, and of every text without each of its letters."""
    powers = np.array([pow(_FACTOR, i, 1 << 64) for i in range(_LONGEST + 1)], dtype=np.uint64)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    places = np.arange(len(letters), dtype=np.int64) - np.repeat(starts, lengths)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * powers[places])])
    wholes = sums[ends] - sums[starts]
    after = np.repeat(sums[ends], lengths) - sums[1:]
    before = sums[:-1] - np.repeat(sums[starts], lengths)
    return wholes, before + after * np.uint64(_INVERSE)


_FACTORS = [(pow(_FACTOR, place, 1 << 64) * _MIX) & _WORD for place in range(_LONGEST + 1)]


def _own_forms(text: str) -> list[int]:
    """The same hashes for one text, mixed already, cut to the bits that are kept."""
    codes = [*map(ord, text)]
    before = [*accumulate(map(mul, codes, _FACTORS), initial=0)]
    after = [*accumulate(map(mul, codes[1:], _FACTORS), initial=0)]  # each one place earlier
    rest = after[-1]
    shorter = [((a + rest - b) & _WORD) >> BITS for a, b in zip(before, after, strict=False)]
    return [(before[-1] & _WORD) >> BITS, *shorter]
