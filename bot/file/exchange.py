"""Two files that change names at one stroke, where the system knows how."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are as they are everywhere else
_SWAP = 2  # RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html


def exchange(one: Path, other: Path) -> bool:
    """Let two files of a directory change names; False if that cannot be done, and is not."""
    call = _renameat2()
    return call is not None and not call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP)


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """The call of the C library, which other systems than Linux have not got."""
    try:
        import ctypes

        return ctypes.CDLL(None).renameat2
    except (ImportError, AttributeError, OSError, TypeError, MemoryError):
        return None
