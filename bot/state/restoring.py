"""Bringing a backup back: checked first, the present database kept aside, all or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from bot.state.backups import copy, save_before_migration, stamp, sync, verify
from bot.state.connection import APPLICATION_ID, connect, journal, opened
from bot.state.errors import StateRefused, StateUnavailable, explained
from bot.state.migrations import migrate, version
from bot.state.transaction import GENERATION

_AHEAD = 1_000_000  # further than any counter has come since the backup was made


class Restored(NamedTuple):
    """What a restore did: where the database that was there is now, None when there was none."""

    kept: Path | None


def restore(path: Path, backup: Path, now: int) -> Restored:
    """Put the content of a backup in the place of a database, also while the bot runs.

    A sound database is exchanged in one transaction, which a running bot notices like any other
    change; a damaged or missing one is replaced by a new file, which it opens by itself.

    Raises:
        StateRefused: The backup is damaged, of a newer program or not the bot's; nothing changed.
        StateUnavailable: The backup or the database cannot be used now; nothing changed.
    """
    fresh = path.with_name(f"{path.name}.restoring")
    try:
        _prepare(fresh, backup, now)
        kept = _exchange(path, fresh, now)
    except (sqlite3.Error, OSError) as error:
        sentence = explained(error, path)
        if sentence is None:
            raise
        raise sentence from error
    finally:
        _remove(fresh)
    return Restored(kept)


def _prepare(fresh: Path, backup: Path, now: int) -> None:
    """A private, checked, migrated copy of the backup."""
    if not backup.is_file():
        raise StateUnavailable(f"There is no backup {backup}.")
    fresh.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    shutil.copyfile(backup, fresh)
    if journal(backup).exists():
        shutil.copyfile(journal(backup), journal(fresh))
    try:
        _check(fresh, backup, now)
    except sqlite3.DatabaseError as error:
        raise _refused(backup, str(error)) from error


def _check(fresh: Path, backup: Path, now: int) -> None:
    with closing(opened(fresh)) as connection:
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        if owner != APPLICATION_ID or not version(connection):
            raise _refused(backup, "it is not a database of glossary-bot")
        try:
            verify(connection, backup)
        except StateRefused as error:
            raise _refused(backup, "it is damaged") from error
        migrate(connection, backup, now, lambda _: None)
        connection.execute("PRAGMA journal_mode = DELETE")
    sync(fresh)


def _refused(backup: Path, why: str) -> StateRefused:
    return StateRefused(f"{backup} cannot be restored: {why}. Nothing was changed.")


def _exchange(path: Path, fresh: Path, now: int) -> Path | None:
    aside = path.with_name(f"{path.name}.before-restore.{stamp(now)}.bak")
    try:
        live = connect(path, create=False)
        with closing(live):
            migrate(live, path, now, save_before_migration(path, now))
            _pour(live, path, fresh, aside)
    except StateUnavailable:
        return _replace(path, fresh, aside)
    except sqlite3.DatabaseError as error:
        if not isinstance(explained(error, path), StateRefused):
            raise
        return _replace(path, fresh, aside)
    return aside


def _pour(live: sqlite3.Connection, path: Path, fresh: Path, aside: Path) -> None:
    """Copy aside and exchange every row, with no other writer in between."""
    live.execute("ATTACH DATABASE :fresh AS fresh", {"fresh": str(fresh)})
    live.execute("BEGIN IMMEDIATE")
    try:
        copy(path, aside)
        counters = dict(live.execute("SELECT name, value FROM main.counters").fetchall())
        for table in _tables(live):
            live.execute(f"DELETE FROM main.{table}")  # noqa: S608 - names of our own tables
            live.execute(f"INSERT INTO main.{table} SELECT * FROM fresh.{table}")  # noqa: S608
        _raise_counters(live, counters)
        live.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            live.execute("ROLLBACK")
        raise


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return [name for (name,) in rows.fetchall()]


def _raise_counters(connection: sqlite3.Connection, counters: dict[str, int]) -> None:
    """Numbers that have been given out are never given out again, and a change is signalled."""
    counters[GENERATION] = counters.get(GENERATION, 0) + 1
    for name, value in counters.items():
        connection.execute(
            "INSERT INTO counters (name, value) VALUES (:name, :value) ON CONFLICT (name)"
            " DO UPDATE SET value = CASE WHEN counters.value > :value THEN counters.value"
            " ELSE :value END",
            {"name": name, "value": value},
        )


def _replace(path: Path, fresh: Path, aside: Path) -> Path | None:
    """A new file in the place of one that cannot be used."""
    with closing(opened(fresh)) as connection:
        connection.execute(
            "UPDATE counters SET value = value + :ahead WHERE name NOT LIKE '%_at'",
            {"ahead": _AHEAD},
        )
    sync(fresh)
    kept = path.replace(aside) if path.exists() else None
    if journal(path).exists():
        journal(path).replace(journal(aside))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    fresh.replace(path)
    sync(path.parent)
    return kept


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
