"""How a database is, without changing it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bot.state.backups import verify
from bot.state.connection import APPLICATION_ID, opened
from bot.state.errors import StateRefused, StateUnavailable, explained, gone
from bot.state.migrations import newest, version


class Condition(NamedTuple):
    """The version of its tables, and the version that this program works with."""

    version: int
    newest: int


def condition(path: Path) -> Condition:
    """Read the whole database and check it; the bot may go on with it meanwhile.

    Raises:
        StateRefused: It is damaged, of a newer program, or not the bot's.
        StateUnavailable: It cannot be read now.
    """
    if not path.exists():
        raise gone(path)
    try:
        with closing(opened(path, "ro")) as connection:
            return _read(connection, path)
    except (sqlite3.Error, OSError) as error:
        sentence = explained(error, path)
        if sentence is None:
            raise
        raise sentence from error


def _read(connection: sqlite3.Connection, path: Path) -> Condition:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    found = version(connection)
    if owner != APPLICATION_ID or not found:
        raise StateRefused(f"{path} is not a database of glossary-bot.")
    if found > newest():
        raise StateUnavailable(
            f"The database {path} has version {found}, this program knows versions up to "
            f"{newest()}. Update glossary-bot."
        )
    verify(connection, path)
    return Condition(found, newest())
