"""A bot of aiogram 3: an echo, or with ``cards`` the answers of ours, without state or limits."""

from __future__ import annotations

import asyncio
import sys
from functools import lru_cache

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bench.reply import TEXT, TOKEN, cards


@lru_cache(maxsize=1000)
def markup(buttons: str | None) -> InlineKeyboardMarkup | None:
    """The buttons, made once."""
    return InlineKeyboardMarkup.model_validate_json(buttons) if buttons else None


async def main(root: str, mode: str, port: str, what: str = "echo") -> None:
    """Serve until killed."""
    reply = cards() if what == "cards" else None
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        if reply is None:
            await message.answer(TEXT)
            return
        html, buttons = reply(message.text or "")
        await message.answer(html, parse_mode="HTML", reply_markup=markup(buttons))

    if mode == "polling":
        await dispatcher.start_polling(bot)
        return
    server = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(server, "/hook")
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(port)).start()
    await asyncio.Event().wait()


asyncio.run(main(*sys.argv[1:5]))
