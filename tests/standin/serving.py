"""An Application of python-telegram-bot, run against the stand-in in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from telegram.ext import Application

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Build = Callable[[], AnyApplication]


@contextmanager
def serving(
    build: Build, *, allowed_updates: list[str] | None = None, timeout: int = 10
) -> Iterator[AnyApplication]:
    """Poll with an application until the block ends, then stop it as SIGTERM would.

    ``build`` is called in the thread whose event loop runs the application. ``timeout`` is the
    seconds of a long poll. An exception while starting or stopping is raised here.
    """
    bot = Thread(build, allowed_updates, timeout)
    bot.start()
    bot.ready.wait(20)
    try:
        if bot.application is not None and not bot.failure:
            yield bot.application
    finally:
        bot.loop.call_soon_threadsafe(bot.end.set)
        bot.join(20)
        bot.loop.close()
        if bot.failure:
            raise bot.failure[0]


class Thread(threading.Thread):
    """The thread, its loop, and what went wrong in it."""

    def __init__(self, build: Build, allowed_updates: list[str] | None, timeout: int) -> None:
        super().__init__(name="bot", daemon=True)
        self.build = build
        self.allowed_updates = allowed_updates
        self.timeout = timeout
        self.loop = asyncio.new_event_loop()
        self.end = asyncio.Event()
        self.ready = threading.Event()
        self.application: AnyApplication | None = None
        self.failure: list[BaseException] = []

    def run(self) -> None:
        """Serve until `end` is set."""
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self.serve())
        except BaseException as failure:
            self.failure.append(failure)
        finally:
            self.ready.set()
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)

    async def serve(self) -> None:
        """What `Application.run_polling` does, without its signals."""
        self.application = application = self.build()
        updater = application.updater
        assert updater is not None
        async with application:
            if application.post_init:
                await application.post_init(application)
            await updater.start_polling(timeout=self.timeout, allowed_updates=self.allowed_updates)
            await application.start()
            self.ready.set()
            await self.end.wait()
            await updater.stop()
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
        if application.post_shutdown:
            await application.post_shutdown(application)
