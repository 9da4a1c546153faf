"""/browse, /new and /random: going through the glossary in one message."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import browsing, callback
from bot.callback import Shelf
from bot.handlers.cards import stale
from bot.handlers.context import App, Context, language_of, link, message_of, query_of
from bot.handlers.sending import edit, send


def register(application: App) -> None:
    """Add the commands and the buttons of lists."""
    said = filters.UpdateType.MESSAGE
    for name, handler in (("browse", browse), ("new", new), ("random", chance)):
        application.add_handler(CommandHandler(command=name, callback=handler, filters=said))
    application.add_handler(CallbackQueryHandler(callback=turn, pattern=r"^r:[bixfan]"))


async def browse(update: Update, context: Context) -> None:
    """Show the subject fields, or the list that the words after the command name."""
    language = await language_of(update, context)
    words = " ".join(context.args or ())
    await send(message_of(update), browsing.to_words(words, context.bot_data.edition, language))


async def new(update: Update, context: Context) -> None:
    """Show what has been added or changed, newest first."""
    await _open(Shelf("n").root, update, context)


async def chance(update: Update, context: Context) -> None:
    """Show any entry."""
    await _open(browsing.CHANCE, update, context)


async def _open(root: str, update: Update, context: Context) -> None:
    language = await language_of(update, context)
    edition = context.bot_data.edition
    reply = browsing.to_root(root, edition, language, link(context))
    await send(message_of(update), reply or browsing.to_front(edition, language))


async def turn(update: Update, context: Context) -> None:
    """Show the list that a button names, in place of its message."""
    query = query_of(update)
    root = callback.unpack(query.data or "")[1][0]
    language = await language_of(update, context)
    reply = browsing.to_root(root, context.bot_data.edition, language, link(context))
    if reply is None:
        await stale(update, context)
        return
    await edit(query, reply)
