"""A plain echo bot of python-telegram-bot, with everything as it comes."""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bench.reply import TEXT, TOKEN


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer."""
    if update.message:
        await update.message.reply_text(text=TEXT)


def main(root: str, mode: str, port: str) -> None:
    """Serve until killed."""
    application = Application.builder().token(TOKEN).base_url(f"{root}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if mode == "polling":
        application.run_polling(timeout=10)
    else:
        address = f"http://127.0.0.1:{port}/hook"
        application.run_webhook("127.0.0.1", int(port), "hook", webhook_url=address)


main(*sys.argv[1:4])
