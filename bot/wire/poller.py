"""Long polling that lets Telegram forget an update when it has been handled, not when it arrives.

Telegram forgets what is before the offset of a request, so the offset stays at the oldest update
in hand: what a crash cuts short is delivered again. Until then such a request is answered at once,
with what is in hand and, behind it, what is new; and with one update only if the same offset is
asked for within half a second (`Client::process_get_updates_query` in tdlib/telegram-bot-api).
Hence the pauses between requests while something is in hand.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.error import RetryAfter, TimedOut

from bot.wire.courier import Courier
from bot.wire.incoming import number_of, update_of
from bot.wire.pace import seconds
from bot.wire.turns import TAKEN, Turns

log = logging.getLogger(__name__)

MOST = 100  # updates in one answer, so also the most that can be in hand
HALF = MOST // 2
SOON = 0.25  # seconds until Telegram is asked again when the oldest in hand is done, others not
AGAIN = 0.6  # seconds until it is asked for the same again
CONFIRMING = 3.0  # seconds for telling, at the end, what was handled
WAITS = (1.0, 1.5, 2.2, 3.3, 5.0, 7.5, 11.0, 17.0, 25.0, 30.0)  # seconds, after failures in a row
NOTHING = -1  # no offset: Telegram cannot be said to have been told anything
SLACK = 0.5  # seconds added to what Telegram asks to wait


@dataclass(frozen=True, slots=True)
class Fetched:
    """An update in hand: what is done when it is, and when it came by the event loop's clock."""

    handled: asyncio.Future[None]
    at: float


class Poller:
    """Fetches updates and queues them for the application.

    Args:
        bot: asks Telegram.
        turns: takes the updates, and tells when they are handled.
        kinds: which kinds of updates are wanted.
        failed: is told of every failed request but a flood wait; must not raise.
        wait: seconds that Telegram may wait for an update before it answers.
    """

    def __init__(
        self,
        bot: Courier,
        turns: Turns,
        kinds: Sequence[str],
        failed: Callable[[Exception], None],
        wait: int = 10,
    ) -> None:
        self._bot = bot
        self._turns = turns
        self._kinds = tuple(kinds)
        self._failed = failed
        self._wait = wait
        self._fetched: dict[int, Fetched] = {}
        self._next = 0
        self._asked = NOTHING
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    def start(self) -> None:
        """Fetch from now on."""
        self._task = asyncio.create_task(self._poll(), name="polling")

    async def stop(self) -> None:
        """Fetch no more."""
        self._stopped = True  # should the cancellation be swallowed on the way
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def confirm(self) -> None:
        """Let Telegram forget what was handled since it was asked last.

        Raises:
            TelegramError: it could not be told, and delivers that again.
            TimeoutError: the same.
        """
        if self._task is not None and self._offset() != self._asked:
            async with asyncio.timeout(CONFIRMING):
                await self._fetch(0)

    async def _poll(self) -> None:
        failures = 0
        while not self._stopped:
            try:
                await self._pause()
                await self._take(await self._fetch(self._wait))
            except Exception as error:  # whatever it is, the next request may do better
                self._asked = NOTHING
                await asyncio.sleep(self._wait_after(error, failures))
                failures += 1
            else:
                failures = 0

    def _wait_after(self, error: Exception, failures: int) -> float:
        """Seconds to wait after a failed request."""
        if isinstance(error, RetryAfter):
            return seconds(error) + SLACK
        self._failed(error)
        if isinstance(error, TimedOut):
            return 0.0  # it has taken its time already
        return WAITS[min(failures, len(WAITS) - 1)]

    async def _fetch(self, wait: int) -> list[dict[str, Any]]:
        self._asked = self._offset()
        return await self._bot.fetch(self._asked, wait=wait, kinds=self._kinds)

    async def _take(self, contents: list[dict[str, Any]]) -> None:
        """Queue what is new; what is in hand comes with it again."""
        for content in contents:
            number = number_of(content)
            if number is None or number in self._fetched:
                continue
            update, now = update_of(content, self._bot), asyncio.get_running_loop().time()
            self._fetched[number] = Fetched(self._handled(update), now)
            self._next = number + 1
            if update is not None:
                await self._turns.queue.put(update)

    def _handled(self, update: Update | None) -> asyncio.Future[None]:
        """What is done once an update has been handled; one that cannot be read is."""
        if update is not None:
            return self._turns.handled(update)
        log.error("An update of Telegram's cannot be read; it is passed over.")
        passed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        passed.set_result(None)
        return passed

    def _offset(self) -> int:
        """The number of the oldest update in hand, or of the next one to come."""
        self._forget(lambda fetched: fetched.handled.done())
        return next(iter(self._fetched), self._next)

    def _forget(self, done: Callable[[Fetched], bool]) -> None:
        """Take the oldest out of hand for as long as they are done."""
        for number, fetched in list(self._fetched.items()):
            if not done(fetched):
                return
            self._turns.taken(number)
            del self._fetched[number]

    async def _pause(self) -> None:
        """Wait until Telegram may have more to say than what is in hand."""
        await self._until_handled(HALF, SOON)  # the other half goes on while Telegram is asked
        if self._offset() == self._asked:
            await self._until_handled(1, AGAIN - SOON)
        while self._offset() == self._asked and len(self._fetched) >= MOST:
            await self._until_handled(1, AGAIN)  # nothing new would come
            self._forget(late(asyncio.get_running_loop().time() - TAKEN))

    async def _until_handled(self, count: int, most: float) -> None:
        """Wait until the oldest so many in hand are done, for ``most`` seconds."""
        waiting = [each.handled for each in self._fetched.values() if not each.handled.done()]
        if waiting:
            await asyncio.wait(waiting[:count], timeout=most)


def late(limit: float) -> Callable[[Fetched], bool]:
    """Whether an update is done, or came before a time."""
    return lambda fetched: fetched.handled.done() or fetched.at < limit
