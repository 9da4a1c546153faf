"""Guest mode: the bot is named in a chat where it is no member, and answers there once.

https://core.telegram.org/bots/api#answerguestquery. The chat has no other way to the bot, and
whoever reads along shares the message, so that its buttons and links lead into the private chat
instead of changing it.
"""

from __future__ import annotations

import re

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import MessageHandler, filters

from bot import links, overview
from bot.concept import Language
from bot.explanation import Mention, asked, is_passage, mentions
from bot.handlers.context import App, Context, language_of, link, message_of, words
from bot.handlers.misses import count_miss
from bot.lookup import Answer
from bot.markup import Html
from bot.texts import texts


def register(application: App) -> None:
    """Add guest messages."""
    guest = filters.UpdateType.GUEST_MESSAGE
    application.add_handler(MessageHandler(filters=guest, callback=visit))


async def visit(update: Update, context: Context) -> None:
    """Answer a term, or list the terms in the message that is replied to."""
    message, language = message_of(update), await language_of(update, context)
    found, edition = _understood(message, language, context), context.bot_data.edition
    if found is None:
        await _answer(message, texts(language)("guest.usage"), "", language, context)
    elif isinstance(found, Answer):
        count_miss(found, language, update, context)
        html = overview.of_answer(found, edition, language, link(context))
        query = links.query_payload(found.query)
        start = found.matches[0].concept if found.verdict == "answer" else query
        await _answer(message, html, start, language, context)
    else:
        html = overview.of_mentions(found, edition, language, link(context))
        start = found[0].concept if len(found) == 1 else ""
        await _answer(message, html, start, language, context)


def _understood(
    message: Message, language: Language, context: Context
) -> Answer | list[Mention] | None:
    """What is asked, or the terms in the text that it is about; None when there is neither."""
    lookup = context.bot_data.edition.lookup
    name = re.compile(rf"@{re.escape(context.bot.username)}(?!\w)", re.IGNORECASE)
    text = name.sub(" ", words(message)).strip(" ,:\n")
    if is_passage(text, lookup, language):
        return mentions(text, lookup)
    light = _light(message)
    if not text and not light:
        return None
    with context.bot_data.vitals.looking.timed("question"):
        return asked(text, light, lookup, language)


def _light(message: Message) -> str:
    """What the message replied to says, or the passage that was marked in it."""
    if message.quote is not None and (message.quote.is_manual or not message.reply_to_message):
        return message.quote.text
    return words(message.reply_to_message) if message.reply_to_message else ""


async def _answer(
    message: Message, html: Html, start: str, language: Language, context: Context
) -> None:
    text = texts(language)
    url = links.to_concept(context.bot.username, start) if start else context.bot.link
    button = InlineKeyboardButton(text=text.plain("guest.open"), url=url)
    result = InlineQueryResultArticle(
        id="answer",
        title=text.plain("guest.title"),
        input_message_content=InputTextMessageContent(message_text=html),
        reply_markup=InlineKeyboardMarkup([[button]]),
    )
    try:
        await message.answer_guest_query(result=result)
    except BadRequest as error:
        if "query is too old" not in error.message.casefold():
            raise
