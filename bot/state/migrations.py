"""The tables, as numbered steps from an empty database to the present one.

A step that has been released is never changed; what is needed next becomes a new step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.state.connection import APPLICATION_ID
from bot.state.errors import StateRefused


class Migration(NamedTuple):
    """One step: the version it leads to, and its statements."""

    version: int
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        (
            "CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL)",
            "CREATE TABLE people (person BIGINT PRIMARY KEY, language TEXT,"
            " notify INTEGER NOT NULL DEFAULT 1, updated_at BIGINT NOT NULL)",
            "CREATE TABLE chats (chat BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
            " updated_at BIGINT NOT NULL, PRIMARY KEY (chat, name))",
            "CREATE TABLE drafts (person BIGINT PRIMARY KEY, chat BIGINT NOT NULL,"
            " step TEXT NOT NULL, body TEXT NOT NULL, version BIGINT NOT NULL,"
            " request TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)",
            "CREATE TABLE misses (folded TEXT NOT NULL, language TEXT NOT NULL,"
            " times BIGINT NOT NULL, first_day BIGINT NOT NULL, last_day BIGINT NOT NULL,"
            " PRIMARY KEY (folded, language))",
            "CREATE INDEX misses_by_day ON misses (last_day)",
            "CREATE TABLE seen (request TEXT PRIMARY KEY, at BIGINT NOT NULL)",
            "CREATE INDEX seen_by_time ON seen (at)",
            "CREATE TABLE answers (chat BIGINT NOT NULL, question BIGINT NOT NULL,"
            " answer BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (chat, question))",
            "CREATE INDEX answers_by_time ON answers (at)",
        ),
    ),
    Migration(
        2,
        (
            "CREATE TABLE revisions (id BIGINT PRIMARY KEY, request TEXT NOT NULL UNIQUE,"
            " concept TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,"
            " version BIGINT NOT NULL, base TEXT, base_sequence BIGINT NOT NULL,"
            " body TEXT NOT NULL, suggested TEXT, previous TEXT, undoes BIGINT,"
            " author BIGINT, byline TEXT, created_at BIGINT NOT NULL,"
            " reviewer BIGINT, reviewed_by TEXT, reason TEXT, decided_at BIGINT,"
            " decision TEXT, sequence BIGINT UNIQUE, published_at BIGINT, file_version TEXT)",
            "CREATE INDEX revisions_by_concept ON revisions (concept, id)",
            "CREATE INDEX revisions_by_state ON revisions (state, id)",
            "CREATE INDEX revisions_by_author ON revisions (author)",
            "CREATE TABLE tallies (person BIGINT NOT NULL, day BIGINT NOT NULL,"
            " times BIGINT NOT NULL, PRIMARY KEY (person, day))",
            "CREATE TABLE blocks (person BIGINT PRIMARY KEY, blocked_by BIGINT, reason TEXT,"
            " at BIGINT NOT NULL)",
            "CREATE TABLE notices (id BIGINT PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
            " recipient BIGINT, kind TEXT NOT NULL, body TEXT NOT NULL,"
            " created_at BIGINT NOT NULL, due_at BIGINT NOT NULL, attempts BIGINT NOT NULL,"
            " done_at BIGINT)",
            "CREATE INDEX notices_by_time ON notices (done_at, due_at)",
        ),
    ),
    Migration(
        3,
        (
            "CREATE TABLE cards (chat BIGINT NOT NULL, message BIGINT NOT NULL,"
            " revision BIGINT NOT NULL, version BIGINT NOT NULL, at BIGINT NOT NULL,"
            " PRIMARY KEY (chat, message))",
            "CREATE INDEX cards_by_revision ON cards (revision)",
            "CREATE INDEX cards_by_time ON cards (at)",
            "CREATE TABLE spellings (folded TEXT NOT NULL, spelling TEXT NOT NULL,"
            " times BIGINT NOT NULL, PRIMARY KEY (folded, spelling))",
        ),
    ),
)


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables in a database, 0 for an empty one."""
    known = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
    if not connection.execute(known).fetchone()[0]:
        return 0
    found = connection.execute("SELECT max(version) FROM migrations").fetchone()[0]
    return int(found or 0)


def newest(steps: Sequence[Migration] = MIGRATIONS) -> int:
    """The version that this program works with."""
    return max(step.version for step in steps)


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    now: int,
    save: Callable[[int], object],
    steps: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Bring the tables to the newest version, one transaction for each step.

    A new database gets all of them in one. ``save(version)`` is called once, before the first
    step of a database that holds something, while no other process can write; it makes the copy.

    Raises:
        StateRefused: The database was made by a newer program.
    """
    saved = False
    while (found := version(connection)) != newest(steps):
        if found > newest(steps):
            raise _newer(path, found, newest(steps))
        connection.execute("BEGIN IMMEDIATE")
        try:
            if found == version(connection):  # else another process has taken the step
                if found and not saved:
                    save(found)
                    saved = True
                _apply(connection, found, now, steps)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _apply(
    connection: sqlite3.Connection, found: int, now: int, steps: Sequence[Migration]
) -> None:
    missing = sorted(step for step in steps if step.version > found)
    if not found:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(
            "CREATE TABLE migrations (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)"
        )
    for step in missing[:1] if found else missing:
        for statement in step.statements:
            connection.execute(statement)
        connection.execute(
            "INSERT INTO migrations (version, applied_at) VALUES (:version, :now)",
            {"version": step.version, "now": now},
        )


def _newer(path: Path, found: int, known: int) -> StateRefused:
    return StateRefused(
        f"The database {path} has version {found}, this program knows versions up to {known}. "
        f"Nothing was changed. Update glossary-bot, or restore a backup made before the update "
        f"with `glossary-bot restore BACKUP`."
    )
