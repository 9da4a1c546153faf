"""An echo bot of pyTelegramBotAPI, asynchronous."""

from __future__ import annotations

import asyncio
import sys

from telebot import asyncio_helper
from telebot.async_telebot import AsyncTeleBot
from telebot.types import Message

from bench.reply import TEXT, TOKEN


async def main(root: str, mode: str) -> None:
    """Serve until killed."""
    if mode != "polling":
        raise SystemExit("only polling")
    asyncio_helper.API_URL = root + "/bot{0}/{1}"
    bot = AsyncTeleBot(TOKEN)

    @bot.message_handler(func=bool)
    async def echo(message: Message) -> None:
        await bot.send_message(message.chat.id, TEXT)

    await bot.infinity_polling(timeout=20)


asyncio.run(main(*sys.argv[1:3]))
