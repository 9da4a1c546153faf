"""What goes on beside serving: the profile is presented, old data let go, notices sent."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.handlers.context import App
from bot.handlers.notices import tell, tell_always
from bot.profile import present
from bot.state import State, StateUnavailable

log = logging.getLogger(__name__)

HOUR = 3600.0  # seconds
ATTEMPTS = 10  # to end a task


class Upkeep:
    """Tasks that live as long as the application; they never keep it from answering."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[object]] = []

    async def begin(self, application: App) -> None:
        """Start them; for ``ApplicationBuilder.post_init``."""
        desk = application.bot_data
        self._tasks = [
            asyncio.create_task(_presented(application), name="profile"),
            asyncio.create_task(prune(desk.state), name="retention"),
            asyncio.create_task(tell_always(application.bot, desk), name="notices"),
        ]
        if desk.press is not None:
            desk.press.telling.posted = lambda: application.create_task(
                tell(application.bot, desk)
            )
            self._tasks.append(asyncio.create_task(desk.press.watch(), name="glossary file"))
        for task in self._tasks:
            task.add_done_callback(_told)

    async def end(self, application: App) -> None:
        """Stop them, and write what was approved a moment ago; for ``post_stop``.

        Python 3.11's `asyncio.wait_for` may swallow a cancellation that comes as its time is up,
        so they are asked again.
        """
        pending = set(self._tasks)
        for _ in range(ATTEMPTS):
            for task in pending:
                task.cancel()
            if pending:
                _, pending = await asyncio.wait(pending, timeout=0.5)
        press = application.bot_data.press
        if press is not None:
            with contextlib.suppress(StateUnavailable):  # it is written at the next start
                await press.write()


async def _presented(application: App) -> None:
    settings = application.bot_data.settings
    await present(application.bot, settings.curators, settings.curator_chat)


def _told(task: asyncio.Task[object]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error(
            "%s while keeping up the %s.", type(error).__name__, task.get_name(), exc_info=error
        )


async def prune(state: State, every: float = HOUR) -> None:
    """Let go of what has been kept long enough, now and again after ``every`` seconds."""
    while True:
        with contextlib.suppress(StateUnavailable):  # the next hour will do
            gone = await state.prune()
            if gone:
                log.info("Let go of what was kept long enough: %s.", gone)
        await asyncio.sleep(every)
