"""Large texts taken a portion at a time, so that nobody else waits for long.

One call over 30 MB keeps Python's interpreter lock for about 10 ms, in which no question is
answered; between portions another thread may go on.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

PORTION = 1 << 20  # bytes; to copy or compare so many takes about 0.1 ms


def joined(pieces: Iterable[bytes | memoryview]) -> bytes:
    """All pieces in one, each copied once."""
    views = [memoryview(piece) for piece in pieces]
    whole = BytesIO(bytes(sum(map(len, views))))  # no larger room has to be found while it grows
    for view in views:
        for at in range(0, len(view), PORTION):
            whole.write(view[at : at + PORTION])
    return whole.getvalue()


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
