"""Fixtures that all tests share."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from bot.application import build
from bot.desk import Desk
from bot.edition import Edition
from bot.file.book import Book
from bot.glossary import Glossary
from bot.monitor import Monitor
from bot.publishing import Press
from bot.receiving import Polling
from bot.settings import Settings
from bot.state import State
from bot.wire.transport import AiohttpRequest
from tests.samples import glossary
from tests.standin import StandIn
from tests.standin.serving import AnyApplication, serving

# python-telegram-bot then gives durations as timedelta, and does not warn that it will one day
os.environ.setdefault("PTB_TIMEDELTA", "true")

# how long an example takes says something about the machine, not about the program
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("untimed")

pytest_plugins = ["tests.standin.fixtures"]

Serve: TypeAlias = Callable[..., AbstractContextManager[Desk]]
Found = TypeVar("Found")


@pytest.fixture
def serve(telegram: StandIn, tmp_path: Path) -> Serve:
    """Serve the sample glossary, or another, to the stand-in; called again, it restarts."""

    @contextmanager
    def serving_(
        sample: Glossary | None = None, book: Book | None = None, **settings: Any
    ) -> Iterator[Desk]:
        chosen = replace(Settings(api_url=telegram.url, state=tmp_path), **settings)
        state = asyncio.run(State.open(tmp_path / "bot.db"))
        served = book.glossary if book else sample or glossary()
        desk = Desk(chosen, Edition.of(served), state)
        desk.press = Press(desk, book) if book else None
        asyncio.run(desk.publish())

        def application() -> AnyApplication:
            return build(desk, telegram.token, AiohttpRequest(), AiohttpRequest(connections=1))

        try:
            with serving(application, lambda built: Polling(built, Monitor(desk))):
                yield desk
        finally:
            asyncio.run(state.close())

    return serving_


def kept(desk: Desk, ask: Callable[[State], Awaitable[Found]]) -> Found:
    """What the state of a bot says while it serves, asked on another connection.

    The bot's own belongs to the loop of its thread: what is asked in two loops at the same moment
    may be handed to the one that sleeps.
    """

    async def asked() -> Found:
        state = await State.open(desk.state.path)
        try:
            return await ask(state)
        finally:
            await state.close()

    return asyncio.run(asked())


@pytest.fixture
def bot(serve: Serve) -> Iterator[Desk]:
    """The bot, serving the sample glossary."""
    with serve() as desk:
        yield desk
