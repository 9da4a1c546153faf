"""Turns: updates of one chat in order, those of different chats side by side, all bounded.

Give both to the builder: ``.concurrent_updates(turns).update_queue(turns.queue)``. The queue lets
go of an update only when there is room, so that what cannot be handled yet stays at Telegram.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot import outcome

TAKEN = 10.0
"""Seconds after which Telegram may be told that an update has been taken, handled or not: what
waits longer than that must not keep it from delivering others."""

Report = Callable[[object, outcome.Outcome, float], None]


class Backlog(asyncio.Queue[object]):
    """Updates that were received; `get` waits while too many are in hand.

    Args:
        limit: how many updates may be received, and as many in hand.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(maxsize=limit)
        self._limit = limit
        self._in_hand = 0
        self._room = asyncio.Event()
        self._room.set()

    @property
    def in_hand(self) -> int:
        """Updates that were let go of and are not done."""
        return self._in_hand

    async def get(self) -> object:
        """The next update, once there is room for it."""
        await self._room.wait()
        update = await super().get()
        self._in_hand += 1
        if self._in_hand >= self._limit:
            self._room.clear()
        return update

    def task_done(self) -> None:
        """One update less in hand."""
        super().task_done()
        self._in_hand = max(self._in_hand - 1, 0)
        self._room.set()


class Lane:
    """The updates of one chat or person: one at a time, in the order in which they came."""

    __slots__ = ("latest", "turn", "waiting")

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.waiting = 0
        self.latest: Update | None = None


class Turns(BaseUpdateProcessor):
    """Decides when an update is handled.

    An inline query that waits is dropped when the same person has typed on: Telegram shows only
    the answer to the latest. Shutting down waits for what is in hand.

    Args:
        at_once: how many updates are handled at the same time.
        in_hand: how many may wait for their turn, besides as many in `queue`.
        report: is told of every update when it is done: what became of it, after how many seconds.
    """

    __slots__ = ("_awaited", "_hands", "_idle", "_lanes", "_report", "_tasks", "dropped", "queue")

    def __init__(
        self, at_once: int = 100, in_hand: int = 128, report: Report | None = None
    ) -> None:
        super().__init__(in_hand)
        self._hands = asyncio.Semaphore(at_once)
        self._lanes: dict[Hashable, Lane] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self.queue = Backlog(in_hand)
        self.dropped = 0
        self._awaited: dict[int, asyncio.Future[None]] = {}
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Wait until every update in hand has been handled."""
        await self._idle.wait()

    def handled(self, update: Update) -> asyncio.Future[None]:
        """What is done once an update that is about to be queued has been handled."""
        future = self._awaited.get(update.update_id)
        if future is None:
            future = self._awaited[update.update_id] = asyncio.get_running_loop().create_future()
        return future

    def taken(self, number: int) -> None:
        """Telegram is told of an update now: it will not deliver it again."""
        self._awaited.pop(number, None)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update when it is its turn."""
        task = asyncio.current_task()
        assert task is not None  # coroutines run in tasks
        self._tasks.add(task)
        became, began = outcome.begin(), time.monotonic()
        try:
            await self._in_turn(update, coroutine)
        except asyncio.CancelledError:
            became.name = "abandoned"
            raise
        finally:
            self._tasks.discard(task)
            self._done(update)
            if self._report is not None:
                self._report(update, became, time.monotonic() - began)

    def _done(self, update: object) -> None:
        awaited = self._awaited.pop(getattr(update, "update_id", -1), None)
        if awaited is not None and not awaited.done():
            awaited.set_result(None)

    async def abandon(self) -> tuple[int, int]:
        """Cut short what is in hand, and do without what is queued.

        Returns:
            How many updates that were, and how many of them Telegram delivers again.
        """
        again = len(self._awaited)
        self._awaited.clear()  # whoever waits for these shall not take them for handled
        tasks, count = set(self._tasks), self.queue.qsize()
        while not self.queue.empty():
            self.queue.get_nowait()
            self.queue.task_done()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._idle.set()
        return max(count + len(tasks), again), again

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        key = lane_of(update)
        if key is None:
            async with self._hands:
                await coroutine
            return
        lane = self._enter(key, update)
        try:
            async with lane.turn:
                if self._superseded(lane, update, coroutine):
                    return
                async with self._hands:
                    await coroutine
        finally:
            self._leave(key, lane)

    def _enter(self, key: Hashable, update: object) -> Lane:
        lane = self._lanes.setdefault(key, Lane())
        lane.waiting += 1
        if isinstance(update, Update) and update.inline_query is not None:
            lane.latest = update
        self._idle.clear()
        return lane

    def _leave(self, key: Hashable, lane: Lane) -> None:
        lane.waiting -= 1
        if lane.waiting == 0:
            del self._lanes[key]
        if not self._lanes:
            self._idle.set()

    def _superseded(self, lane: Lane, update: object, coroutine: Awaitable[Any]) -> bool:
        """Whether an inline query has been overtaken; its coroutine is then thrown away."""
        if not isinstance(update, Update) or update.inline_query is None:
            return False
        if lane.latest is update:
            return False
        if isinstance(coroutine, Coroutine):
            coroutine.close()
        self.dropped += 1
        outcome.note("superseded")
        return True


def lane_of(update: object) -> Hashable:
    """What an update queues up with: its chat, else its person by kind, else nothing.

    Queries of a person do not wait for that person's messages. A guest question comes from a chat
    that the bot is not in, and waits for its asker's others only.
    """
    if not isinstance(update, Update):
        return None
    chat, person = update.effective_chat, update.effective_user
    if chat is not None and update.guest_message is None:
        return chat.id
    if person is None:
        return None
    if update.inline_query is not None:
        return ("inline", person.id)
    return ("person", person.id)
