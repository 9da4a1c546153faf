"""The webhook: where Telegram posts updates when it is not asked for them.

An update is acknowledged when it has been handled, not when it has arrived: what a crash cuts
short, Telegram delivers again. https://core.telegram.org/bots/api#setwebhook
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Iterable
from typing import Any

from aiohttp import web
from telegram import Update
from telegram.ext import Application

from bot.wire.incoming import update_of
from bot.wire.turns import TAKEN, Turns

LARGEST = 2**20  # bytes of an update; Telegram's are far smaller
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """A small web server that takes updates on one path, and nothing else.

    Args:
        application: what handles the updates; it must have been built with ``turns``.
        turns: tells when an update has been handled.
        path: the path of the address given to Telegram, such as ``/telegram``.
        secret: what Telegram must send in the header of every request.
        routes: what else is answered on the port.
    """

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        turns: Turns,
        *,
        path: str,
        secret: str,
        routes: Iterable[web.RouteDef] = (),
    ) -> None:
        self._application = application
        self._turns = turns
        self._secret = secret.encode()
        server = web.Application(client_max_size=LARGEST)
        server.router.add_post(path, self._take)
        server.add_routes(routes)
        self._stopping = False
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=TAKEN)

    async def start(self, host: str, port: int) -> int:
        """Listen; return the port, which the system chooses when 0 is given."""
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        chosen: int = self._runner.addresses[0][1]
        return chosen

    async def stop(self) -> None:
        """Take no more updates, and finish answering for those that were taken."""
        self._stopping = True
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        """One delivery: 403 without the secret, 400 for what is no update, else 200.

        503 for what could not be handled before the bot stopped.
        """
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            raise web.HTTPForbidden
        update = self._read(await request.read())
        if update is None:
            raise web.HTTPBadRequest
        handled = self._turns.handled(update)
        await self._application.update_queue.put(update)
        await asyncio.wait({handled}, timeout=TAKEN)
        if self._stopping and not handled.done():
            raise web.HTTPServiceUnavailable  # Telegram delivers it again
        self._turns.taken(update.update_id)
        return web.Response()

    def _read(self, body: bytes) -> Update | None:
        """The update in a request, or None."""
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            return None
        return update_of(content, self._application.bot)
