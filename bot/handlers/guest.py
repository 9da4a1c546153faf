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

from bot import links
from bot.explanation import Mention, asked, is_passage, mentions
from bot.handlers.context import App, Context, language_of, link, message_of, words
from bot.lookup import Answer
from bot.markup import Html
from bot.reply import to_answer, to_overview
from bot.texts import texts


def register(application: App) -> None:
    """Add guest messages."""
    guest = filters.UpdateType.GUEST_MESSAGE
    application.add_handler(MessageHandler(filters=guest, callback=visit))


async def visit(update: Update, context: Context) -> None:
    """Answer a term, or list the terms in the message that is replied to."""
    message, language = message_of(update), await language_of(update, context)
    edition, start = context.bot_data.edition, ""
    found = _understood(message, context)
    if isinstance(found, Answer):
        html = to_answer(found, edition, language, link(context)).html
        if found.verdict == "answer":
            start = found.matches[0].concept
        else:
            start = links.query_payload(found.query)
            html = to_overview(
                html, [match.concept for match in found.matches], edition, language, link(context)
            )
    elif found is None:
        html = texts(language)("guest.usage")
    else:
        html = to_mentioned(found)
