"""Pace: how fast the bot may speak, and who waits when it speaks too fast.

Telegram lets a bot send about 30 messages per second, one per second to a chat (a few more at
once), and 20 per minute to a group, says that the limits vary, and answers 429 with
``retry_after`` when they are passed: https://core.telegram.org/bots/faq#broadcasting-to-users.

So answers to people go out at once, until Telegram asks to wait. Then that chat, or everything if
several chats were told so, waits as long as asked and keeps to the limits for a minute after.
Notices that nobody waits for always keep to the limits and let answers pass.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import heapq
import itertools
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeAlias

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot import outcome
from bot.vitals import Vitals

Result: TypeAlias = Any  # what the Bot API returns: a flag, an object or a list
OVERALL = "overall"


class Priority(IntEnum):
    """Who goes first; give it as ``rate_limit_args``. Without one, a call is an answer."""

    ANSWER = 0
    NOTICE = 1


@dataclass(frozen=True, slots=True)
class Limit:
    """``burst`` messages at once, then ``rate`` per second."""

    rate: float
    burst: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits, and how long they are kept to after it asked to wait.

    Attributes:
        overall: all chats together.
        private: one private chat.
        group: one group, supergroup or channel.
        memory: seconds after a flood wait during which answers keep to the limits as well.
        patience: a longer flood wait, in seconds, is raised to the caller instead.
        attempts: how often one call is made.
        waiting: how many calls may wait; beyond that the last notice is refused.
    """

    overall: Limit = Limit(30, 30)
    private: Limit = Limit(1, 4)
    group: Limit = Limit(20 / 60, 10)
    memory: float = 60.0
    patience: float = 60.0
    attempts: int = 4
    waiting: int = 1000


@dataclass(slots=True)
class Meter:
    """What one chat, or everything, has used of its limit. Times are the event loop's."""

    limit: Limit
    tokens: float
    at: float
    held: float = 0.0
    strict: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next message may go."""
        earned = max(now - self.at, 0) * self.limit.rate
        self.tokens = min(self.limit.burst, self.tokens + earned)
        self.at = max(self.at, now)
        lacking = max(1 - self.tokens, 0) / self.limit.rate
        return max(self.held - now, lacking)

    def fresh(self, now: float) -> bool:
        """Whether it can be forgotten: nothing held, nothing used."""
        return self.wait(now) <= 0 and self.strict < now and self.tokens >= self.limit.burst


@dataclass(order=True, slots=True)
class Waiter:
    """A call that waits; the lowest goes first."""

    priority: int
    number: int
    key: str = field(compare=False)
    go: asyncio.Future[None] = field(compare=False)


class Pace(BaseRateLimiter[int]):
    """The rate limiter of the application.

    Calls to one chat keep their order among those of the same priority. Calls without a chat,
    such as answers to queries, wait only if Telegram told their own method to.
    """

    __slots__ = ("_alarm", "_limits", "_meters", "_numbers", "_vitals", "_waiting")

    def __init__(self, limits: Limits | None = None, vitals: Vitals | None = None) -> None:
        self._limits = limits or Limits()
        self._vitals = vitals or Vitals()
        self._meters: dict[str, Meter] = {}
        self._waiting: list[Waiter] = []
        self._numbers = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Give up what still waits; the application has stopped before."""
        if self._alarm is not None:
            self._alarm.cancel()
        for waiter in self._waiting:
            waiter.go.cancel()
        self._waiting.clear()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make a call when it may be made, and again after a flood wait.

        Raises:
            RetryAfter: when Telegram asks to wait longer than is sensible or again and again, or
                when too many notices wait already.
        """
        key = str(data.get("chat_id") or endpoint)
        place = (rate_limit_args or Priority.ANSWER, next(self._numbers))
        for attempt in range(1, self._limits.attempts + 1):
            await self._turn(key, place)
            try:
                return await self._timed(callback(*args, **kwargs), endpoint)
            except RetryAfter as flood:
                wait = seconds(flood)
                self._flooded(key, wait, chat="chat_id" in data)
                if attempt == self._limits.attempts or wait > self._limits.patience:
                    raise
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def _timed(self, call: Coroutine[Any, Any, Result], endpoint: str) -> Result:
        began, result = asyncio.get_running_loop().time(), "ok"
        try:
            found = await call
        except TelegramError as error:
            result = type(error).__name__
            raise
        else:
            outcome.note("answered")
            return found
        finally:
            self._vitals.calls.add(endpoint, result)
            self._vitals.calling.observe(asyncio.get_running_loop().time() - began)

    async def _turn(self, key: str, place: tuple[int, int]) -> None:
        """Wait until a call may be made. A call made again keeps its place before later ones."""
        priority = place[0]
        now = asyncio.get_running_loop().time()
        if not self._waiting and self._delay(key, priority, now) <= 0:
            self._use(key, priority, now)
            return
        if len(self._waiting) >= self._limits.waiting:
            self._make_room(place)
        go: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, Waiter(*place, key, go))
        self._release()
        await go

    def _make_room(self, place: tuple[int, int]) -> None:
        """Refuse whoever is last, be it one that waits or the call itself."""
        last = max(self._waiting)
        if place > (last.priority, last.number):
            raise RetryAfter(int(self._limits.patience))
        self._waiting.remove(last)
        heapq.heapify(self._waiting)
        last.go.set_exception(RetryAfter(int(self._limits.patience)))

    def _release(self) -> None:
        """Let go, in order, whoever may go now; ring again when the next one may."""
        now = asyncio.get_running_loop().time()
        kept, blocked, soonest = [], set[str](), float("inf")
        while self._waiting:
            waiter = heapq.heappop(self._waiting)
            if waiter.go.done():
                continue
            delay = self._delay(waiter.key, waiter.priority, now)
            if delay <= 0 and waiter.key not in blocked:
                self._use(waiter.key, waiter.priority, now)
                waiter.go.set_result(None)
                continue
            blocked.add(waiter.key)
            kept.append(waiter)
            soonest = min(soonest, delay if delay > 0 else soonest)
        self._waiting = kept
        self._ring(soonest)

    def _ring(self, delay: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = None
        if delay < float("inf"):
            self._alarm = asyncio.get_running_loop().call_later(delay + 0.001, self._release)

    def _delay(self, key: str, priority: int, now: float) -> float:
        """Seconds until a call may be made: what its chat and all chats together say."""
        return max(self._wait(meter, priority, now) for meter in self._concerned(key))

    def _wait(self, meter: Meter | None, priority: int, now: float) -> float:
        if meter is None:
            return 0.0
        if priority == Priority.ANSWER and meter.strict < now:
            return meter.held - now
        return meter.wait(now)

    def _concerned(self, key: str) -> tuple[Meter | None, ...]:
        if is_chat(key):
            return self._meters.get(key), self._meters.get(OVERALL)
        return (self._meters.get(key),)

    def _use(self, key: str, priority: int, now: float) -> None:
        """Count a call."""
        if not is_chat(key):
            return
        for name in (key, OVERALL):
            if name in self._meters or priority != Priority.ANSWER:
                meter = self._meter(name, now)
                meter.wait(now)  # what was earned until now comes first
                meter.tokens = max(meter.tokens - 1, -meter.limit.burst)

    def _meter(self, key: str, now: float) -> Meter:
        """The meter of a chat; those of quiet chats are forgotten now and then."""
        if key not in self._meters:
            if len(self._meters) >= self._limits.waiting:
                self._meters = {k: m for k, m in self._meters.items() if not m.fresh(now)}
            limit = self._limit(key)
            self._meters[key] = Meter(limit, limit.burst, now)
        return self._meters[key]

    def _limit(self, key: str) -> Limit:
        if key == OVERALL:
            return self._limits.overall
        return self._limits.group if key.startswith(("-", "@")) else self._limits.private

    def _flooded(self, key: str, wait: float, *, chat: bool) -> None:
        """Telegram asked to wait: hold the chat, or everything when another one is held too."""
        self._vitals.floods.add()
        now = asyncio.get_running_loop().time()
        others = any(
            meter.held > now for name, meter in self._meters.items() if name not in (key, OVERALL)
        )
        for name in (key, OVERALL) if chat and others else (key,):
            meter = self._meter(name, now)
            meter.held = max(meter.held, now + wait)
            meter.strict = meter.held + self._limits.memory
            meter.tokens, meter.at = 1.0, meter.held  # one goes first; nothing is earned before


def is_chat(key: str) -> bool:
    """Whether a key is a chat's, not a method's."""
    return key.lstrip("-").isdecimal() or key.startswith("@")


def seconds(flood: RetryAfter) -> float:
    """``retry_after`` in seconds, whichever form the library gives it in."""
    wait = flood._retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)
