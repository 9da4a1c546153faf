"""Texts one slip apart, found by what both are with one letter less.

The idea of the symmetric delete: a wrong, missing, added or swapped letter leaves two texts that
share a form with at most one letter taken out. Forms are kept as hashes in one sorted array.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_FACTOR = 0x9E3779B97F4A7C15 | 1  # odd, so that it can be divided by, modulo 2**64
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_MIX = 0xD6E8FEB86659FD93
_WORD = (1 << 64) - 1
_MOST = 32  # texts found at most
_LONGEST = 48  # letters of a text whose forms are kept

Hashes = npt.NDArray[np.uint64]


class Deletions:
    """Forms with one letter less → texts. The hash of a text: the sum of letter x factor^place."""

    def __init__(self, texts: Sequence[str]) -> None:
        kept = [i for i, text in enumerate(texts) if 2 < len(text) <= _LONGEST]
        lengths = np.fromiter((len(texts[i]) for i in kept), dtype=np.int64, count=len(kept))
        joined = "".join([texts[i] for i in kept]).encode("utf-32-le")
        letters = np.frombuffer(joined, dtype=np.uint32).astype(np.uint64)
        owners = np.asarray(kept, dtype=np.uint64)
        wholes, shorter = _forms(letters, lengths)
        packed = _mixed(np.concatenate([wholes, shorter])).astype(np.uint64) << np.uint64(32)
        packed |= np.concatenate([owners, np.repeat(owners, lengths)])
        packed.sort()
        self._forms = (packed >> np.uint64(32)).astype(np.uint32)
        self._owners = packed.astype(np.uint32)  # the lower half

    def near(self, text: str) -> list[int]:
        """Positions of texts that share a form with ``text``: one slip away, or rarely two."""
        if not 2 < len(text) <= _LONGEST + 1 or not len(self._forms):
            return []
        asked = np.array(_own_forms(text), dtype=np.uint32)
        starts = np.searchsorted(self._forms, asked, side="left")
        ends = np.searchsorted(self._forms, asked, side="right")
        found: dict[int, None] = {}
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            if start != end:
                found |= dict.fromkeys(self._owners[start : min(end, start + _MOST)].tolist())
        return list(found)[:_MOST]


def _mixed(hashes: Hashes) -> npt.NDArray[np.uint32]:
    mixed: npt.NDArray[np.uint32] = ((hashes * np.uint64(_MIX)) >> np.uint64(32)).astype(np.uint32)
    return mixed


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


def _own_forms(text: str) -> list[int]:
    sums, power = [0], 1
    for letter in text:
        sums.append((sums[-1] + ord(letter) * power) & _WORD)
        power = (power * _FACTOR) & _WORD
    whole = sums[-1]
    hashes = [whole] + [
        (sums[i] + (whole - sums[i + 1]) * _INVERSE) & _WORD for i in range(len(text))
    ]
    return [((form * _MIX) & _WORD) >> 32 for form in hashes]
