"""An Application of python-telegram-bot, run against the stand-in in a thread of its own.

One that has no `Updater` brings its own way of receiving updates.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from telegram.ext import Application

from tests.standin import cancel_others

Result = TypeVar("Result")
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Build = Callable[[], AnyApplication]


class Receiving(Protocol):
    """A way in which updates come."""

    async def begin(self) -> None:
        """Receive from now on."""

    async def end(self) -> None:
        """Receive no more."""

    async def confirm(self) -> None:
        """Tell Telegram what has been handled."""


Way = Callable[[AnyApplication], Receiving]


class Updates:
    """The way of python-telegram-bot's `Updater`."""

    def __init__(self, application: AnyApplication) -> None:
        assert application.updater is not None
        self.updater = application.updater

    async def begin(self) -> None:
        """Receive from now on."""
        await self.updater.start_polling()

    async def end(self) -> None:
        """Receive no more."""
        await self.updater.stop()

    async def confirm(self) -> None:
        """Nothing: updates are confirmed when they come."""


@contextmanager
def serving(build: Build, way: Way = Updates) -> Iterator["Serving"]:
    """Poll with an application until the block ends, then stop it as SIGTERM would.

    ``build`` is called in the thread whose event loop runs the application. An exception while
    starting or stopping is raised here.
    """
    bot = Serving(build, way)
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

    def __init__(self, build: Build, way: Way) -> None:
        super().__init__(name="bot", daemon=True)
        self.build = build
        self.way = way
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
        receiving = self.way(application)
        async with application:
            if application.post_init:
                await application.post_init(application)
            await receiving.begin()
            await application.start()
            self.ready.set()
            await self.end.wait()
            await receiving.end()
            await application.stop()
            await receiving.confirm()
            if application.post_stop:
                await application.post_stop(application)
        if application.post_shutdown:
            await application.post_shutdown(application)
