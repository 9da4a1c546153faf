"""Copies of the database: one file each, whole, checked, safe to make while the bot runs."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.state.connection import opened
from bot.state.errors import damaged, explained, gone


def stamp(now: int) -> str:
    """A time for a file name, in UTC to the millisecond."""
    moment = dt.datetime.fromtimestamp(now / 1000, dt.UTC)
    return f"{moment:%Y%m%dT%H%M%S}{now % 1000:03d}Z"


def save_before_migration(path: Path, now: int) -> Callable[[int], Path]:
    """A function that copies a database before its tables change; it takes their version."""
    return lambda version: copy(path, path.with_name(f"{path.name}.v{version}.{stamp(now)}.bak"))


def copy(source: Path, target: Path) -> Path:
    """Copy a database as it is at this moment into one file, which appears whole or not at all.

    Uses SQLite's online backup (https://www.sqlite.org/backup.html), so writers go on meanwhile.

    Raises:
        StateRefused: The copy does not pass SQLite's integrity check.
        sqlite3.Error: The source cannot be read or the target not written.
        OSError: The target cannot be made.
    """
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(opened(source)) as reader, closing(opened(unfinished)) as writer:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")
            verify(writer, source)
        sync(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    sync(target.parent)
    return target


def backup(path: Path, target: Path) -> Path:
    """Copy a database as it is at this moment; ``target`` is replaced when it is there.

    Raises:
        StateUnavailable: The copy could not be made; no file was left.
    """
    if not path.exists():
        raise gone(path)
    try:
        return copy(path, target)
    except (sqlite3.Error, OSError) as error:
        sentence = explained(error, path)
        if sentence is None:
            raise
        raise sentence from error


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Pass when every page, index and constraint of a database is in order.

    Raises:
        StateRefused: It is not.
    """
    finding = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if finding != "ok":
        raise damaged(path, finding.splitlines()[-1])


def sync(path: Path) -> None:
    """Wait until a file or directory is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
