"""Running the application until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import Protocol, cast

from telegram.error import InvalidToken, NetworkError, RetryAfter

from bot.handlers.context import App
from bot.heartbeat import Heartbeat
from bot.monitor import Monitor
from bot.receiving import Hooking, Polling
from bot.settings import SettingsError
from bot.wire.pace import seconds
from bot.wire.turns import Turns

log = logging.getLogger(__name__)

YOUNG = 20_000  # new objects before the collector looks at them
WAITS = (1, 2, 5, 10, 30)  # seconds between attempts to reach the Bot API at start
PATIENCE = 10.0  # seconds for what is in hand when the bot is told to stop


class Receiving(Protocol):
    """A way in which updates come."""

    async def begin(self) -> None:
        """Receive from now on; raises NetworkError when Telegram cannot be told."""

    async def end(self) -> None:
        """Receive no more."""

    async def confirm(self) -> None:
        """Tell Telegram what has been handled, once nothing is in hand any more."""


async def serve(application: App) -> None:
    """Serve by webhook if the settings name one, else by long polling, until SIGTERM or SIGINT.

    Raises:
        SettingsError: When Telegram does not know the token or refuses the webhook, or when a
            port cannot be used.
    """
    desk, stop = application.bot_data, _stop_signal()
    monitor, heartbeat = Monitor(desk), Heartbeat(desk.settings)
    heartbeat.start()
    try:
        await _watched(monitor, application)
        if await _reached(application.initialize, stop):
            way = Hooking if desk.settings.webhook_url else Polling
            await _run(application, way(application, monitor), stop)
    finally:
        desk.vitals.stopping = True
        await heartbeat.stop()
        await monitor.stop()


async def _watched(monitor: Monitor, application: App) -> None:
    settings = application.bot_data.settings
    if settings.metrics_port is None:
        return
    try:
        port = await monitor.start(settings.listen, settings.metrics_port)
    except OSError as error:
        raise SettingsError(f"METRICS_PORT {settings.metrics_port}: {error.strerror}.") from None
    log.info("Metrics at http://%s:%d/metrics.", settings.listen, port)


async def _run(application: App, receiving: Receiving, stop: asyncio.Event) -> None:
    if application.post_init:
        await application.post_init(application)
    await application.start()
    try:
        if await _reached(receiving.begin, stop):
            spare_collector()
            await stop.wait()
        log.info("Stopping: what is in hand is finished first.")
    finally:
        application.bot_data.vitals.stopping = True
        await _finish(application, receiving)
        await application.shutdown()


async def _finish(application: App, receiving: Receiving) -> None:
    """Handle what is in hand; what takes too long is given up."""
    turns = cast("Turns", application.update_processor)
    try:
        async with asyncio.timeout(PATIENCE):
            await receiving.end()
            await application.stop()
    except TimeoutError:
        log.error(
            "Gave up after %.0f s: %d updates could not be finished; "
            "Telegram delivers %d of them again.",
            PATIENCE,
            *await turns.abandon(),
        )
        if application.running:
            await application.stop()
    await receiving.confirm()
    if application.post_stop:
        await application.post_stop(application)


def spare_collector() -> None:
    """Keep Python's garbage collector from going through the glossary again and again.

    What has been made until now stays for as long as the process runs, so it is put aside. An
    update makes about a thousand objects that go away by themselves: with the usual limit of 700
    there would be a collection for each, and nothing found.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 10, 10)


def _stop_signal() -> asyncio.Event:
    """An event that is set when the process is asked to stop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _reached(attempt: Callable[[], Awaitable[None]], stop: asyncio.Event) -> bool:
    """Try until it works; False when the process was asked to stop before it did."""
    attempts = 0
    while not stop.is_set():
        try:
            await attempt()
        except InvalidToken:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN: Telegram does not know this token. "
                "Copy it again from @BotFather, whole and without spaces."
            ) from None
        except (NetworkError, RetryAfter) as error:
            wait: float = WAITS[min(attempts, len(WAITS) - 1)]
            wait = max(wait, seconds(error) if isinstance(error, RetryAfter) else 0)
            attempts += 1
            log.warning(
                "The Bot API cannot be reached (%s); next attempt in %d s.",
                type(error).__name__,
                wait,
            )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
        else:
            return True
    return False
