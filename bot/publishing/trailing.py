"""What an edition took over from the one before is worked out after it is served."""

from __future__ import annotations

import asyncio
from typing import Protocol

from bot.edition import Edition

LATER = 1.0  # seconds between two looks for an edition that has to catch up


class Serving(Protocol):
    """Whoever has the edition that is served now."""

    edition: Edition


async def trail(serving: Serving) -> None:
    """Let each edition catch up in another thread, for as long as the bot serves."""
    behind = serving.edition
    while True:
        if behind is not serving.edition:
            behind = serving.edition
            tables = behind.lookup.tables()
            await asyncio.to_thread(behind.catch_up)
            await _let_go(tables)
        await asyncio.sleep(LATER)


async def _let_go(tables: list[object]) -> None:
    """Give back tables one by one, once nobody reads them: all at once would take 20 ms."""
    await asyncio.sleep(LATER)
    while tables:
        tables.pop()
        await asyncio.sleep(0)
