"""An Application of python-telegram-bot, run against the stand-in in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from telegram.ext import Application

from tests.standin import cancel_others

Result = TypeVar("Result")
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Build = Callable[[], AnyApplication]


@contextmanager
def serving(
    build: Build, *, allowed_updates: list[str] | None = None, timeout: int = 10
) -> Iterator["Serving"]:
    """Poll with an application until the block ends, then stop it as SIGTERM would.

    ``build`` is called in the thread whose event loop runs the application. ``timeout`` is the
    seconds of a long poll. An exception while starting or stopping is raised here.
    """
    bot = Serving(build, allowed_updates, timeout)
    bot.start()
    bot.ready.wait(20)
    if bot.failure:
        raise bot.failure[0]
    try:
        yield bot
    finally:
        if bot.is_alive():
            bot.loop.call_soon_threadsafe(bot.end.set)
        bot.join(20)
    if bot.failure:
        raise bot.failure[0]


class Serving(threading.Thread):
    """The thread, its loop, the application in it, and what went wrong."""

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

    def do(self, work: Callable[[AnyApplication], Coroutine[Any, Any, Result]]) -> Result:
        """Do something in the bot's event loop, and wait for it."""
        assert self.application is not None
        return asyncio.run_coroutine_threadsafe(work(self.application), self.loop).result(20)

    def run(self) -> None:
        """Serve until `end` is set."""
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self.serve())
        except BaseException as failure:
            self.failure.append(failure)
        finally:
            self.ready.set()
            self.loop.run_until_complete(cancel_others())
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            self.loop.close()

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
