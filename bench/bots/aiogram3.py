"""An echo bot of aiogram 3."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bench.reply import TEXT, TOKEN


async def main(root: str, mode: str, port: str) -> None:
    """Serve until killed."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(TEXT)

    if mode == "polling":
        await dispatcher.start_polling(bot)
        return
    server = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(server, "/hook")
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(port)).start()
    await asyncio.Event().wait()


asyncio.run(main(*sys.argv[1:4]))
