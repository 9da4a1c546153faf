"""Large texts taken a portion at a time, so that nobody else waits for long.

One call over 30 MB keeps Python's interpreter lock for about 10 ms, in which no question is
answered; between portions another thread may go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

PORTION = 1 << 20  # bytes; to copy or compare so many takes about 0.1 ms


def portions(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """What lies from ``start`` to ``end``, in pieces."""
    for at in range(start, end, PORTION):
        yield data[at : min(at + PORTION, end)]


def joined(pieces: Iterable[bytes]) -> bytes:
    """All pieces in one; none of them should be larger than a portion.

    Python lets others go on while it joins, if there is nothing but ``bytes`` to be joined.
    """
    return b"".join(pieces)


def is_same(one: bytes, other: bytes) -> bool:
    """Whether two texts are equal."""
    view = memoryview(other)
    return len(one) == len(other) and all(
        one.startswith(view[at : at + PORTION], at) for at in range(0, len(one), PORTION)
    )


def is_in(path: Path, data: bytes) -> bool:
    """Whether a file holds this text; not, if it cannot be read."""
    buffer, at = bytearray(PORTION), 0
    try:
        with path.open("rb", buffering=0) as file:
            while size := file.readinto(buffer):
                if not data.startswith(memoryview(buffer)[:size], at):
                    return False
                at += size
    except OSError:
        return False
    return at == len(data)
