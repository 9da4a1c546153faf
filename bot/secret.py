"""A secret that nobody has to think up: made once, and kept in a file for its owner only."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import secrets
from pathlib import Path

log = logging.getLogger(__name__)

_FORM = re.compile(r"[A-Za-z0-9_-]{32,256}")


def kept(path: Path) -> str:
    """The secret in a file; made when there is none.

    Where it cannot be kept, it holds until the next start, at which there will be another.
    """
    try:
        found = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    if _FORM.fullmatch(found):
        with contextlib.suppress(OSError):
            path.chmod(0o600)
        return found
    made = secrets.token_urlsafe(32)
    try:
        _write(path, made)
    except OSError as error:
        log.warning(
            "%s cannot be written (%s); the secret holds until the next start.",
            path,
            error.strerror,
        )
    return made


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
