from __future__ import annotations

import asyncio
from collections.abc import Collection

from bot.administrators import AGAIN, FRESH, Administrators


class Asked:
    """What Telegram says, and how often it was asked."""

    def __init__(self) -> None:
        self.now, self.times = 0.0, 0
        self.ids: Collection[int] | None = [1]
        self.administrators = Administrators(clock=lambda: self.now)

    def include(self, person: int) -> bool:
        async def fetch() -> Collection[int] | None:
            self.times += 1
            return self.ids

        return asyncio.run(self.administrators.include(person, fetch))


def test_telegram_is_asked_once_in_some_minutes() -> None:
    asked = Asked()
    assert asked.include(1)
    assert not asked.include(2)
    assert asked.times == 1
    asked.now, asked.ids = FRESH, [2]
    assert asked.include(2)
    assert not asked.include(1)
    assert asked.times == 2


def test_while_telegram_cannot_tell_the_last_answer_counts() -> None:
    asked = Asked()
    asked.include(1)
    asked.now, asked.ids = FRESH, None
    assert asked.include(1)
    asked.now, asked.ids = FRESH + AGAIN, []
    assert not asked.include(1)


def test_nobody_is_one_before_telegram_was_asked() -> None:
    asked = Asked()
    asked.ids = None
    assert not asked.include(1)
