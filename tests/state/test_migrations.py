from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.state import State, StateRefused
from bot.state.connection import connect
from bot.state.migrations import MIGRATIONS, Migration, migrate, newest, version
from tests.state.samples import Clock


def old(path: Path) -> None:
    """A database as the first version left it, with somebody's language in it."""
    connection = connect(path, create=True)
    migrate(connection, path, 0, lambda _: None, MIGRATIONS[:1])
    connection.execute("INSERT INTO people VALUES (1, 'fi', 1, 0)")
    connection.close()


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.bak"))


@pytest.mark.anyio
async def test_an_old_database_is_brought_up_to_date_after_a_copy_was_made(
    path: Path, clock: Clock
) -> None:
    old(path)
    state = await State.open(path, clock)
    assert await state.preferences.language(1) == "fi"
    assert await state.revisions.queue(1) == []
    await state.close()
    (copy,) = copies(path)
    kept = sqlite3.connect(copy)
    assert version(kept) == 1
    assert kept.execute("SELECT language FROM people").fetchall() == [("fi",)]
    kept.close()


@pytest.mark.anyio
async def test_a_new_or_present_database_is_not_copied(path: Path, clock: Clock) -> None:
    for _ in range(2):
        state = await State.open(path, clock)
        await state.close()
    assert copies(path) == []


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    old(path)
    steps = (
        *MIGRATIONS[:1],
        Migration(2, ("CREATE TABLE half (a BIGINT)", "INSERT INTO nowhere VALUES (1)")),
    )
    connection = connect(path, create=False)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, path, 0, lambda _: None, steps)
    assert version(connection) == 1
    with pytest.raises(sqlite3.OperationalError, match="half"):
        connection.execute("SELECT * FROM half")
    connection.close()


def test_a_copy_that_cannot_be_made_stops_the_migration(path: Path) -> None:
    old(path)
    connection = connect(path, create=False)

    def refuse(_: int) -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        migrate(connection, path, 0, refuse)
    assert version(connection) == 1
    connection.close()


@pytest.mark.anyio
async def test_a_database_of_a_newer_program_is_refused_and_left_alone(
    path: Path, clock: Clock
) -> None:
    state = await State.open(path, clock)
    await state.close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 0)")
    connection.close()
    with pytest.raises(StateRefused, match=r"version 99.*Update glossary-bot"):
        await State.open(path, clock)
    assert copies(path) == []


def test_versions_are_numbered_from_1_without_gaps() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, newest() + 1))
