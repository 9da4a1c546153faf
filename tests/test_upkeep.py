"""What goes on beside serving."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from bot.desk import Desk
from bot.handlers.context import App
from bot.state import State
from bot.state.misses import DAY_MS
from bot.upkeep import Upkeep, prune
from tests.conftest import Serve
from tests.standin import StandIn


async def counted(path: Path, day: int) -> None:
    """Keep a miss of a day."""
    state = await State.open(path, lambda: day * DAY_MS)
    await state.misses.count("quokka", "en")
    await state.prune()
    await state.close()


def test_misses_are_forgotten_after_90_days_while_the_bot_goes_on(tmp_path: Path) -> None:
    async def run() -> list[int]:
        path = tmp_path / "bot.db"
        await counted(path, 1000)
        clock = [1000 * DAY_MS]
        state = await State.open(path, lambda: clock[0])
        task = asyncio.create_task(prune(state, every=0.01))
        left = []
        for day in range(1001, 1093):
            clock[0] = day * DAY_MS
            await asyncio.sleep(0.03)
            left.append(await state.misses.total())
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await state.close()
        return left

    left = asyncio.run(run())
    assert left[0] == 1
    assert left[-1] == 0


def test_the_job_runs_at_the_start_and_stops_with_the_bot(telegram: StandIn, serve: Serve) -> None:
    def marked(desk: Desk) -> int:
        return asyncio.run(_mark(desk.state.path))

    with serve() as desk:
        ada = telegram.person("Ada")
        ada.says("FOC")
        ada.chat.next_message()
        path = desk.state.path
    assert asyncio.run(_mark(path)) > 0


async def _mark(path: Path) -> int:
    """When the job ran last, in milliseconds."""
    state = await State.open(path)
    found = await state._database.read(
        lambda t: t.number("SELECT value FROM counters WHERE name = 'pruned_at'")
    )
    await state.close()
    return found


def test_a_task_that_overhears_its_end_is_told_again() -> None:
    """As Python 3.11's wait_for does when its time is up at that moment."""

    async def deaf_once() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(1000)
        await asyncio.sleep(1000)

    async def main() -> bool:
        upkeep = Upkeep()
        task: asyncio.Task[object] = asyncio.create_task(deaf_once())
        upkeep._tasks = [task]
        await asyncio.sleep(0)
        await upkeep.end(cast(App, SimpleNamespace(bot_data=SimpleNamespace(press=None))))
        return task.cancelled()

    assert asyncio.run(main())
