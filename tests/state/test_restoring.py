from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.state import State, StateRefused, StateUnavailable, backup, restore
from tests.state.samples import Clock, approved, submitted

pytestmark = pytest.mark.anyio


async def test_a_backup_made_while_people_write_is_one_sound_file_of_one_moment(
    state: State, tmp_path: Path, clock: Clock
) -> None:
    async def write() -> None:
        for number in range(60):
            await approved(state, f"entry-{number}", author=number)

    writing = asyncio.create_task(write())
    copies = [await state.backup(tmp_path / f"copy-{number}.db") for number in range(5)]
    await writing
    for copy in copies:
        assert copy.stat().st_mode & 0o777 == 0o600
        kept = await State.open(copy, clock)
        done = await kept.revisions.approved_since(0)
        assert [one.sequence for one in done] == list(range(1, len(done) + 1))
        await kept.close()
    assert not list(tmp_path.glob("*.part*"))


async def test_a_restore_under_a_running_bot_is_noticed_and_can_itself_be_taken_back(
    state: State, path: Path, tmp_path: Path, clock: Clock
) -> None:
    first = await approved(state)
    await state.preferences.set_language(1, "fi")
    copy = await state.backup(tmp_path / "copy.db")
    await approved(state, "second")
    await state.preferences.set_language(1, "ko")
    before = await state.generation()

    restored = restore(path, copy, clock.now)

    assert await state.generation() > before
    state.preferences.refresh()
    assert await state.preferences.language(1) == "fi"
    assert await state.revisions.unpublished() == [first]
    third = await approved(state, "third")
    assert (third.id, third.sequence) == (3, 3), "what was given out is not given out again"
    assert restored.kept is not None
    restore(path, restored.kept, clock.now)
    assert [one.concept for one in await state.revisions.unpublished()] == ["hrba", "second"]


async def test_a_damaged_database_is_put_aside_and_replaced(
    path: Path, tmp_path: Path, clock: Clock
) -> None:
    state = await State.open(path, clock)
    waiting = await submitted(state)
    copy = await state.backup(tmp_path / "copy.db")
    await state.close()
    path.write_bytes(b"rubbish" * 1000)

    kept = restore(path, copy, clock.now).kept

    assert kept is not None
    assert kept.read_bytes() == b"rubbish" * 1000
    state = await State.open(path, clock)
    assert await state.revisions.queue(10) == [waiting]
    await state.close()


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, None])
async def test_what_is_no_backup_is_refused_and_nothing_changes(
    state: State, path: Path, tmp_path: Path, clock: Clock, content: bytes | None
) -> None:
    waiting = await submitted(state)
    wrong = tmp_path / "wrong.db"
    if content is not None:
        wrong.write_bytes(content)
    with pytest.raises(StateUnavailable, match=r"cannot be restored|no backup"):
        restore(path, wrong, clock.now)
    assert await state.revisions.queue(10) == [waiting]
    assert {file.name for file in path.parent.iterdir()} <= {
        "state.db",
        "state.db-wal",
        "state.db-shm",
    }


async def test_a_damaged_backup_is_refused(
    state: State, path: Path, tmp_path: Path, clock: Clock
) -> None:
    for number in range(30):
        await submitted(state, f"entry-{number}", author=number)
    copy = await state.backup(tmp_path / "copy.db")
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 4096)
    with pytest.raises(StateRefused, match="cannot be restored"):
        restore(path, copy, clock.now)
    assert len(await state.revisions.queue(100)) == 30


async def test_a_backup_of_a_newer_program_is_refused(
    state: State, path: Path, tmp_path: Path, clock: Clock
) -> None:
    copy = await state.backup(tmp_path / "copy.db")
    with sqlite3.connect(copy) as connection:
        connection.execute("INSERT INTO migrations (version, applied_at) VALUES (99, 0)")
    connection.close()
    with pytest.raises(StateRefused, match="version 99"):
        restore(path, copy, clock.now)


async def test_a_backup_that_cannot_be_written_leaves_nothing(
    state: State, path: Path, tmp_path: Path
) -> None:
    with pytest.raises(StateUnavailable):
        await state.backup(tmp_path / "missing" / "copy.db")
    with pytest.raises(StateUnavailable, match="is gone"):
        backup(tmp_path / "none.db", tmp_path / "copy.db")
    assert not list(tmp_path.glob("*copy*"))
