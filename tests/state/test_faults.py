from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.state import State, StateRefused, StateUnavailable, restore
from bot.state.connection import opened
from bot.state.transaction import Transaction
from tests.state.samples import DAY, Clock, approved, submitted

ROOT = Path(__file__).parents[2]


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """A directory that every user may enter, unlike pytest's own."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o777)
    yield directory / "kept"
    shutil.rmtree(directory)


def trial(name: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.state.trials", name, path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_writer_killed_sixty_times_loses_and_doubles_nothing_that_it_said_was_kept(
    path: Path,
) -> None:
    trial("kills", path)


def test_of_two_processes_that_decide_everything_at_once_each_decision_is_made_by_one(
    path: Path,
) -> None:
    trial("rivals", path)


def test_several_processes_can_make_the_database_at_once(path: Path) -> None:
    trial("newborn", path)


def test_a_full_disk_is_said_loses_nothing_and_is_over_when_there_is_room(path: Path) -> None:
    trial("full", path)


def test_a_read_only_database_stops_no_lookup_and_is_written_again_when_it_may_be(
    open_directory: Path,
) -> None:
    trial("readonly", open_directory / "state.db")


@pytest.mark.anyio
async def test_a_database_that_reached_its_size_says_that_there_is_no_room(state: State) -> None:
    def limit(t: Transaction, spare: int) -> None:
        pages = t.number("PRAGMA page_count")
        t.all(f"PRAGMA max_page_count = {pages + spare}")

    await state._database.read(lambda t: limit(t, 0))
    body = {"text": "x" * 100_000}
    with pytest.raises(StateUnavailable, match="no room"):
        await state.drafts.save(1, 1, "term", body, version=0)
    assert await state.drafts.get(1) is None
    await state._database.read(lambda t: limit(t, 1_000))
    await state.drafts.save(1, 1, "term", body, version=0)


@pytest.mark.anyio
async def test_a_database_moved_away_is_missed_and_found_again(state: State, path: Path) -> None:
    waiting = await submitted(state)
    path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(StateUnavailable, match=r"is gone.*restore"):
        await state.drafts.save(1, 1, "term", {}, version=0)
    assert state.trouble
    assert await state.preferences.language(1) is None, "lookups go on"
    assert not await state.misses.count("hrba", "en"), "answers go on"
    path.parent.with_name("elsewhere").rename(path.parent)
    await state.drafts.save(1, 1, "term", {}, version=0)
    assert await state.revisions.queue(10) == [waiting]
    assert state.trouble is None


@pytest.mark.anyio
async def test_only_the_file_moved_away_and_back_with_its_journal_left_loses_nothing(
    state: State, path: Path
) -> None:
    waiting = await submitted(state)
    aside = path.with_name("aside")
    path.rename(aside)
    for _ in range(2):
        with pytest.raises(StateUnavailable, match="is gone"):
            await state.revisions.queue(10)
    aside.rename(path)
    assert await state.revisions.queue(10) == [waiting]


@pytest.mark.anyio
async def test_a_database_that_is_gone_while_its_journal_is_there_is_not_made_anew(
    path: Path, clock: Clock
) -> None:
    path.parent.mkdir()
    path.with_name("state.db-wal").write_bytes(b"what was written last")
    state = await State.open(path, clock)
    assert state.trouble
    assert "is gone" in state.trouble
    assert not path.exists()
    await state.close()


@pytest.mark.anyio
async def test_a_deleted_database_is_not_silently_started_anew_but_can_be_restored(
    state: State, path: Path, tmp_path: Path, clock: Clock
) -> None:
    done = await approved(state)
    copy = await state.backup(tmp_path / "copy.db")
    for file in path.parent.iterdir():
        file.unlink()
    with pytest.raises(StateUnavailable, match="is gone"):
        await submitted(state)
    assert restore(path, copy, clock.now).kept is None
    assert await state.revisions.unpublished() == [done]
    later = await approved(state, "later")
    assert done.sequence is not None
    assert later.sequence is not None
    assert later.sequence > done.sequence + 1, "numbers that were given out are not used again"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("offset", "damage"),
    [(0, b"this is no database at all"), (100, b"\xff" * 3000), (4096, b"\x5a" * 4096)],
)
async def test_a_damaged_database_is_refused_with_the_way_to_restore_it_and_left_alone(
    path: Path, clock: Clock, offset: int, damage: bytes
) -> None:
    state = await State.open(path, clock)
    for number in range(30):
        await submitted(state, f"entry-{number}", author=number)
    await state.close()
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(damage)
    before = path.read_bytes()
    with pytest.raises(StateRefused, match=r"glossary-bot restore"):
        await State.open(path, clock)
    assert path.read_bytes() == before


@pytest.mark.anyio
async def test_a_database_of_another_program_is_refused(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    subprocess.run(
        [sys.executable, "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("
         "'CREATE TABLE theirs (a)')", path],
        check=True,
    )  # fmt: skip
    with pytest.raises(StateRefused, match="another program"):
        await State.open(path, clock)


@pytest.mark.anyio
async def test_a_lookup_does_not_wait_for_a_slow_database(state: State) -> None:
    await state.preferences.set_language(1, "fi")
    state.preferences.refresh()
    hold = threading.Event()
    slow = asyncio.create_task(state._database.write(lambda t: hold.wait()))
    await asyncio.sleep(0)
    assert await state.preferences.language(1) is None
    hold.set()
    await slow
    assert await state.preferences.language(1) == "fi"


@pytest.mark.anyio
async def test_a_database_held_by_another_program_is_said_and_over_when_it_lets_go(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.state.connection.BUSY_SECONDS", 0.05)
    state = await State.open(path, clock)
    other = opened(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StateUnavailable, match="in use by another program"):
        await state.preferences.set_language(1, "fi")
    assert await state.revisions.queue(1) == [], "reading goes on"
    other.execute("COMMIT")
    other.close()
    await state.preferences.set_language(1, "fi")
    await state.close()


@pytest.mark.anyio
async def test_work_that_fails_half_way_leaves_nothing(state: State) -> None:
    def half(t: Transaction) -> None:
        t.execute("INSERT INTO seen (request, at) VALUES ('half', 0)")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        await state._database.write(half)
    rows = await state._database.read(lambda t: t.all("SELECT * FROM seen"))
    assert rows == []


@pytest.mark.anyio
async def test_a_closed_state_says_so(path: Path, clock: Clock) -> None:
    state = await State.open(path, clock)
    await state.close()
    await state.close()
    with pytest.raises(StateUnavailable, match="closed"):
        await state.generation()


@pytest.mark.anyio
async def test_the_file_and_its_directory_are_for_the_bots_user_only(
    state: State, path: Path
) -> None:
    await state.preferences.set_language(1, "fi")
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


@pytest.mark.anyio
async def test_a_clock_that_jumps_back_and_forth_breaks_no_order(
    state: State, clock: Clock
) -> None:
    start, sequences = clock.now, []
    for jump in (0, -3_000 * DAY, 20_000 * DAY, -1):
        clock.now = start + jump
        sequences.append((await approved(state, f"entry-{jump}", author=1)).sequence)
    assert sequences == [1, 2, 3, 4]
