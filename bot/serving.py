"""Running the application until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.application import UPDATES
from bot.handlers.context import App
from bot.settings import SettingsError

log = logging.getLogger(__name__)

YOUNG = 20_000  # new objects before the collector looks at them
WAITS = (1, 2, 5, 10, 30)  # seconds between attempts to reach the Bot API at start


async def poll(application: App) -> None:
    """Serve by long polling until SIGTERM or SIGINT.

    Raises:
        SettingsError: When Telegram does not know the token.
    """
    stop = _stop_signal()
    if not await _reached(application.initialize, stop):
        return
    try:
        if application.post_init:
            await application.post_init(application)
        await application.start()
        assert application.updater is not None  # the builder makes one
        await application.updater.start_polling(
            allowed_updates=list(UPDATES), bootstrap_retries=-1, error_callback=_polling_failed
        )
        spare_collector()
        log.info("Serving Telegram as @%s by long polling.", application.bot.username)
        await stop.wait()
        log.info("Stopping: what is in hand is finished first.")
        await application.updater.stop()
        await application.stop()
        if application.post_stop:
            await application.post_stop(application)
    finally:
        await application.shutdown()


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
        except NetworkError as error:
            wait = WAITS[min(attempts, len(WAITS) - 1)]
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


def _polling_failed(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        log.error(
            "Another process is polling with this token, or a webhook is set: "
            "one token serves one bot. Stop the other one; this one keeps trying."
        )
    else:
        log.warning("Updates could not be fetched (%s); trying again.", type(error).__name__)
