"""What every handler is given: python-telegram-bot's context with the desk in it."""

from __future__ import annotations

from functools import cache, partial
from typing import Any, TypeAlias

from telegram import CallbackQuery, Message, Update
from telegram.ext import Application, CallbackContext

from bot import links
from bot.card import Link
from bot.concept import Language
from bot.desk import Desk
from bot.texts import Texts, texts
from bot.wire.courier import Courier

Context: TypeAlias = CallbackContext[Courier, dict[Any, Any], dict[Any, Any], Desk]
GROUPS = ("group", "supergroup")

App: TypeAlias = Application[Courier, Context, dict[Any, Any], dict[Any, Any], Desk, Any]


async def language_of(update: Update, context: Context) -> Language:
    """The language in which an update is answered: the group's, else that of who asks."""
    chat, person = update.effective_chat, update.effective_user
    if chat is not None and chat.type in GROUPS and update.guest_message is None:
        chosen = (await context.bot_data.state.preferences.chat(chat.id)).language
        if chosen is not None:
            return chosen
    if person is None or person.is_bot:  # an anonymous administrator, or a channel
        return "en"
    return await context.bot_data.language(person.id, person.language_code)


async def texts_for(update: Update, context: Context) -> Texts:
    """The catalogue in which an update is answered."""
    return texts(await language_of(update, context))


def link(context: Context) -> Link:
    """How entries are addressed from this bot's messages."""
    return _link(context.bot.username)


@cache
def _link(bot: str) -> Link:
    return partial(links.to_concept, bot)


def words(message: Message) -> str:
    """What a message says: its text, or the caption of its picture or file."""
    return message.text or message.caption or ""


def message_of(update: Update) -> Message:
    """The message of an update that a message handler was given."""
    assert update.effective_message is not None  # the filters let nothing else through
    return update.effective_message


def query_of(update: Update) -> CallbackQuery:
    """The callback query of an update that a button's handler was given."""
    assert update.callback_query is not None  # the handlers let nothing else through
    return update.callback_query
