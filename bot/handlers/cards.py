"""Buttons: from card to card in one message, and back to the list they came from."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import callback
from bot.handlers.context import App, Context, language_of, link, query_of, texts_for
from bot.handlers.sending import acknowledge, edit
from bot.reply import to_choices, to_trail


def register(application: App) -> None:
    """Add the buttons of cards and choices, and an answer to buttons nobody knows."""
    application.add_handler(CallbackQueryHandler(callback=show, pattern="^s:"))
    application.add_handler(CallbackQueryHandler(callback=choices, pattern="^r:c"))


def register_last(application: App) -> None:
    """Add the answer to buttons that no other handler knows."""
    application.add_handler(CallbackQueryHandler(callback=stale))


async def show(update: Update, context: Context) -> None:
    """Show the entry that a button names."""
    query = query_of(update)
    trail = callback.trail(callback.unpack(query.data or "")[1])
    if trail is None:
        await stale(update, context)
        return
    language = await language_of(update, context)
    await edit(query, to_trail(trail, context.bot_data.edition, language, link(context)))


async def choices(update: Update, context: Context) -> None:
    """Show the choices of an answer again."""
    query = query_of(update)
    handles = callback.split(callback.unpack(query.data or "")[1][0].removeprefix("c"))
    edition = context.bot_data.edition
    found = [concept.id for short in handles if (concept := edition.concept(short))]
    if not found:
        await stale(update, context)
        return
    language = await language_of(update, context)
    text = await texts_for(update, context)
    key = "answer.choices_again" if len(found) > 1 else "answer.choice_again"
    await edit(query, to_choices(text(key), found, edition, language))


async def stale(update: Update, context: Context) -> None:
    """Say that a button is out of date."""
    text = await texts_for(update, context)
    await acknowledge(query_of(update), text.plain("answer.stale"))
