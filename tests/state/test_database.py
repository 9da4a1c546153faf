"""Reads that are asked for at once go to the database together, and answer each for itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.state import StateUnavailable
from bot.state.database import Database
from bot.state.state import clock
from bot.state.transaction import Transaction


def _count(t: Transaction) -> int:
    return t.number("SELECT COUNT(*) FROM people")


def _wrong(t: Transaction) -> int:
    return t.number("SELECT no_such_column FROM people")


def _mistaken(_: Transaction) -> int:
    raise KeyError("a mistake of ours")


def _add(t: Transaction) -> int:
    return t.execute("INSERT INTO people (person, updated_at) VALUES (1, :now)", now=t.now)


async def _opened(path: Path) -> Database:
    database = Database(path / "state.db", clock)
    await database.open()
    return database


def test_one_of_many_reads_that_fails_fails_alone(tmp_path: Path) -> None:
    async def run() -> list[object]:
        database = await _opened(tmp_path)
        reads = (database.read(work) for work in (_count, _mistaken, _count))
        try:
            return list(await asyncio.gather(*reads, return_exceptions=True))
        finally:
            await database.close()

    first, failed, last = asyncio.run(run())
    assert (first, last) == (0, 0)
    assert isinstance(failed, KeyError)


def test_a_read_sees_what_was_written_before_it_was_asked_for(tmp_path: Path) -> None:
    async def run() -> tuple[int, int]:
        database = await _opened(tmp_path)
        try:
            written, read = await asyncio.gather(database.write(_add), database.read(_count))
            return written, read
        finally:
            await database.close()

    assert asyncio.run(run()) == (1, 1)


def test_the_trouble_of_the_last_read_is_remembered(tmp_path: Path) -> None:
    async def run() -> tuple[list[int | BaseException], str | None]:
        database = await _opened(tmp_path)
        try:
            reads = (database.read(work) for work in (_count, _wrong))
            found = list(await asyncio.gather(*reads, return_exceptions=True))
            return found, database.trouble
        finally:
            await database.close()

    found, trouble = asyncio.run(run())
    assert found[0] == 0
    assert isinstance(found[1], Exception)
    assert (trouble is None) == (not isinstance(found[1], StateUnavailable))


def test_reads_of_a_closed_database_are_refused(tmp_path: Path) -> None:
    async def run() -> list[object]:
        database = await _opened(tmp_path)
        await database.close()
        reads = (database.read(_count) for _ in range(2))
        return list(await asyncio.gather(*reads, return_exceptions=True))

    for refused in asyncio.run(run()):
        assert isinstance(refused, StateUnavailable)


def test_whoever_gave_up_does_not_keep_the_others_from_their_answer(tmp_path: Path) -> None:
    async def run() -> int:
        database = await _opened(tmp_path)
        try:
            gone = asyncio.create_task(database.read(_count))
            stays = asyncio.create_task(database.read(_count))
            await asyncio.sleep(0)
            gone.cancel()
            with pytest.raises(asyncio.CancelledError):
                await gone
            return await stays
        finally:
            await database.close()

    assert asyncio.run(run()) == 0
