"""Numbers and the labels they belong to, sorted and packed in little more memory than they keep.

An entry is a number and, in its lowest bits, the position of a label. Tables of many labels are
made of entries in blocks: what is worked out on the way stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

BITS = 22  # of an entry for the label: four million labels
LABEL = (1 << BITS) - 1
_BLOCK = 1 << 13  # labels
_STEP = 1 << 20  # entries

Entries: TypeAlias = npt.NDArray[np.uint64]
Positions: TypeAlias = npt.NDArray[np.uint32]


def blocks(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """``texts`` some thousands at a time, each block with the position of its first."""
    every, first = iter(texts), 0
    while block := list(islice(every, _BLOCK)):
        yield first, block
        first += len(block)


def letters(texts: Sequence[str]) -> Positions:
    """The code points of all ``texts``, one after the other."""
    return np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)


def lengths(texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """How many letters each text has."""
    return np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))


def ordered(parts: Iterable[Entries], most: int) -> Entries:
    """The entries of all ``parts``, at most so many, sorted; each once."""
    entries = np.empty(most, dtype=np.uint64)
    filled = 0
    for part in parts:
        entries[filled : filled + len(part)] = part
        filled += len(part)
    entries.resize(filled, refcheck=False)
    entries.sort()
    return _once(entries)


def _once(entries: Entries) -> Entries:
    kept, last = 0, None
    for at in range(0, len(entries), _STEP):
        piece = entries[at : at + _STEP].copy()
        new = np.ones(len(piece), dtype=bool)
        np.not_equal(piece[1:], piece[:-1], out=new[1:])
        new[0] = last is None or piece[0] != last
        last = piece[-1]
        entries[kept : kept + int(new.sum())] = piece[new]
        kept += int(new.sum())
    entries.resize(kept, refcheck=False)
    return entries


def runs(entries: Entries) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The different numbers in sorted ``entries``, and where each begins, the end being last."""
    numbers, begins = [], []
    last = -1
    for at in range(0, len(entries), _STEP):
        piece = (entries[at : at + _STEP] >> np.uint64(BITS)).astype(np.int64)
        new = np.flatnonzero(np.diff(piece, prepend=last))
        numbers.append(piece[new])
        begins.append(new + at)
        last = int(piece[-1])
    none = np.zeros(0, dtype=np.int64)
    return np.concatenate([none, *numbers]), np.concatenate([none, *begins, [len(entries)]])


def starts(entries: Entries, shift: int, buckets: int) -> Positions:
    """Where in sorted ``entries`` each of so many buckets begins: those of equal upper bits."""
    counts = np.zeros(buckets + 1, dtype=np.uint32)
    for at in range(0, len(entries), _STEP):
        bucket = (entries[at : at + _STEP] >> np.uint64(shift)).astype(np.int64)
        first = int(bucket[0])
        found = np.bincount(bucket - first)
        counts[first + 1 : first + 1 + len(found)] += found.astype(np.uint32)
    return np.cumsum(counts, dtype=np.uint32, out=counts)


def lower(entries: Entries) -> Positions:
    """The lower 32 bits of ``entries``, which are given up: half of their memory is."""
    halves = entries.view(np.uint32)
    for at in range(0, len(entries), _STEP):
        piece = entries[at : at + _STEP].astype(np.uint32)
        halves[at : at + len(piece)] = piece
    size = len(entries)
    del halves
    entries.resize((size + 1) // 2, refcheck=False)
    return entries.view(np.uint32)[:size]
