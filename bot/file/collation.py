"""Two copies of a glossary file compared: which entries differ."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from bot.file.manuscript import DIGEST, Manuscript, digests, is_item, item_starts

_BLOCK = 1 << 16  # bytes compared at once: the processor does 10 GB/s of it


class Collation(NamedTuple):
    """Entries ``start`` to ``old_end`` of the old copy are ``start`` to ``new_end`` of the new."""

    text: Manuscript
    start: int
    old_end: int
    new_end: int


def collate(old: Manuscript, data: bytes) -> Collation | None:
    """How ``data`` differs from ``old``; None where more than entries may have changed.

    That what stands in for the old entries is well-formed is for the caller to see to; then the
    new copy is divided as ``manuscript`` would divide it.
    """
    before = _common_start(old.data, data)
    after = _common_end(old.data, data, before)
    start = old.at(before - 1)
    stop = bisect_left(old.starts, len(old.data) - after + 1)
    if start >= 0 and before <= old.starts[start] + old.indent + 1:
        start -= 1  # the dash itself may have changed
    if start < 0:
        return None
    growth = len(data) - len(old.data)
    low = old.starts[start]
    high = (old.starts[stop] if stop < len(old) else old.end) + growth
    if stop == len(old) and not _end_is_untouched(old, data, after, high):
        return None
    return _divided(old, data, (start, stop), (low, high))


def _end_is_untouched(old: Manuscript, data: bytes, after: int, high: int) -> bool:
    """Whether the list of entries still ends where the common end of both copies begins."""
    if old.end == len(old.data):
        return True
    return len(data) - after < high


def _divided(
    old: Manuscript, data: bytes, entries: tuple[int, int], region: tuple[int, int]
) -> Collation | None:
    (start, stop), (low, high) = entries, region
    if not is_item(data, low, old.indent) or _has_key(data, low, high):
        return None
    growth = len(data) - len(old.data)
    fresh = item_starts(data, low, high, old.indent)
    starts = (*old.starts[:start], *fresh, *(at + growth for at in old.starts[stop:]))
    ends = (*fresh[1:], high)
    known = old.digests
    marks = digests(data[at:end] for at, end in zip(fresh, ends, strict=True))
    known = known[: DIGEST * (start + 1)] + marks + known[DIGEST * (stop + 1) :]
    text = Manuscript(data, old.indent, old.first, old.end + growth, starts, known)
    return Collation(text, start, stop, start + len(fresh))


def _has_key(data: bytes, low: int, high: int) -> bool:
    """Whether a line in the region begins at the left edge, where only the file's keys do."""
    at = data.find(b"\n", low, high)
    while 0 <= at < high - 1:
        if data[at + 1 : at + 2] not in b" \t\r\n#-":
            return True
        at = data.find(b"\n", at + 1, high)
    return False


def _common_start(one: bytes, other: bytes) -> int:
    size, end, step, view = 0, min(len(one), len(other)), _BLOCK, memoryview(other)
    while size < end:
        step = min(step, end - size)
        if one.startswith(view[size : size + step], size):
            size += step
        elif step == 1:
            break
        else:
            step //= 2
    return size


def _common_end(one: bytes, other: bytes, start: int) -> int:
    """The length of the common end, which does not reach into the common ``start``."""
    size, end, step, view = 0, min(len(one), len(other)) - start, _BLOCK, memoryview(other)
    while size < end:
        step = min(step, end - size)
        a, b = len(one) - size, len(other) - size
        if one.startswith(view[b - step : b], a - step):
            size += step
        elif step == 1:
            break
        else:
            step //= 2
    return size
