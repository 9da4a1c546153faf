"""Opening the SQLite file: made when it is not there, checked before it is used."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from bot.state.errors import StateRefused, code, damaged, gone

BUSY_SECONDS = 5.0  # how long a statement waits for another process before it gives up
APPLICATION_ID = 0x676C6F73  # "glos", so that `file` and we can tell whose database it is
_JOURNAL_BYTES = 16 * 1024 * 1024

Identity = tuple[int, int]


def journal(path: Path) -> Path:
    """The write-ahead log that belongs to a database."""
    return path.with_name(path.name + "-wal")


def identity(path: Path) -> Identity | None:
    """Which file a path leads to now (device, inode), None when there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A checked connection in WAL mode, transactions by hand.

    Args:
        path: The database file.
        create: Whether a missing file, and the directories above it, may be made.

    Raises:
        StateUnavailable: The file is gone, or only its journal is there.
        StateRefused: The file is damaged or belongs to another program.
        sqlite3.Error: SQLite's own reason.
        OSError: The directory or file cannot be made.
    """
    if not path.exists():
        if not create or journal(path).exists():
            raise gone(path)
        _make(path)
    connection = opened(path)
    try:
        _configure(connection)
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def opened(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A bare connection to an existing file; ``mode`` as in SQLite's file URIs."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        cached_statements=256,
    )


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:  # another process was faster
        return


def _configure(connection: sqlite3.Connection) -> None:
    """Settings of one connection.

    ``secure_delete`` overwrites what is erased, so that forgetting a person is true of the bytes.
    """
    _into_wal(connection)
    connection.execute(f"PRAGMA journal_size_limit = {_JOURNAL_BYTES}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def _into_wal(connection: sqlite3.Connection) -> None:
    """Switching to WAL needs the file alone and does not wait by itself."""
    patience = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > patience:
                raise
            time.sleep(0.02)
        else:
            return


def _check(connection: sqlite3.Connection, path: Path) -> None:
    # the tables first: another process that makes the database makes both at once
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise StateRefused(
            f"{path} is a database of another program. Give the bot another path for its own."
        )
    finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if finding != "ok":
        raise damaged(path, finding.splitlines()[-1])
