"""A term is asked: in a message, after /define, or by editing an earlier question."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.concept import Language
from bot.explanation import is_passage, mentions
from bot.handlers.context import App, Context, language_of, link, message_of, texts_for
from bot.handlers.misses import count_miss
from bot.handlers.sending import answer, answer_again
from bot.reply import Reply, to_answer, to_mentions


def register(application: App) -> None:
    """Add /define and, in private, every text that is no command and not forwarded."""
    said, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    written = ~(filters.COMMAND | filters.VIA_BOT | filters.FORWARDED)
    private = filters.ChatType.PRIVATE & filters.TEXT & written
    application.add_handler(MessageHandler(filters=said & private, callback=ask))
    application.add_handler(MessageHandler(filters=edited & private, callback=ask_again))
    for kind, handler in ((said, define), (edited, define_again)):
        application.add_handler(CommandHandler(command="define", callback=handler, filters=kind))


async def ask(update: Update, context: Context) -> None:
    """Answer a text."""
    message = message_of(update)
    await answer(message, await _answered(message.text or "", update, context), context)


async def ask_again(update: Update, context: Context) -> None:
    """Answer an edited text by editing the answer."""
    message = message_of(update)
    await answer_again(message, await _answered(message.text or "", update, context), context)


async def define(update: Update, context: Context) -> None:
    """Answer the words after /define."""
    await answer(message_of(update), await _defined(update, context), context)


async def define_again(update: Update, context: Context) -> None:
    """Answer an edited /define by editing the answer."""
    await answer_again(message_of(update), await _defined(update, context), context)


async def _defined(update: Update, context: Context) -> Reply:
    query = " ".join(context.args or ())
    if not query:
        return Reply((await texts_for(update, context))("define.usage"))
    return _reply(query, await language_of(update, context), update, context)


async def _answered(said: str, update: Update, context: Context) -> Reply:
    """A term or a question is answered; a longer text is read for the terms in it."""
    language = await language_of(update, context)
    edition = context.bot_data.edition
    if is_passage(said, edition.lookup, language):
        return to_mentions(mentions(said, edition.lookup), edition, language)
    return _reply(said, language, update, context)


def _reply(query: str, language: Language, update: Update, context: Context) -> Reply:
    edition = context.bot_data.edition
    with context.bot_data.vitals.looking.timed("question"):
        found = edition.lookup.ask(query, language)
    count_miss(found, language, update, context)
    return to_answer(found, edition, language, link(context))
