"""An echo bot of python-telegram-bot with this project's transport, turns and pace."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import uvloop
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bench.reply import SECRET, TEXT, TOKEN
from bot.wire.pace import Pace
from bot.wire.transport import AiohttpRequest
from bot.wire.turns import Turns
from bot.wire.webhook import Webhook


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer."""
    if update.message:
        await update.message.reply_text(text=TEXT)


def build(root: str) -> Application[Any, Any, Any, Any, Any, Any]:
    """The application."""
    turns = Turns()
    application: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{root}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest(connections=2))
        .concurrent_updates(turns)
        .update_queue(turns.queue)
        .rate_limiter(Pace())
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


async def hook(application: Application[Any, Any, Any, Any, Any, Any], port: int) -> None:
    """Serve a webhook until killed."""
    turns = application.update_processor
    assert isinstance(turns, Turns)
    webhook = Webhook(application, turns, path="/hook", secret=SECRET)
    async with application:
        await application.start()
        await webhook.start("127.0.0.1", port)
        await asyncio.Event().wait()


def main(root: str, mode: str, port: str) -> None:
    """Serve until killed."""
    application = build(root)
    if mode == "polling":
        asyncio.set_event_loop(uvloop.new_event_loop())
        application.run_polling(timeout=10)
    else:
        uvloop.run(hook(application, int(port)))


main(*sys.argv[1:4])
