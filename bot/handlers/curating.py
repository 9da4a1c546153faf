"""Who may review: told from the person's id on the server side, whatever they send."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Coroutine
from functools import wraps
from typing import Any

from telegram import Update, User
from telegram.error import TelegramError

from bot.handlers.context import Context, message_of, texts_for
from bot.handlers.sending import acknowledge, send
from bot.reply import Reply

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


async def is_curator(person: int, context: Context) -> bool:
    """Whether a person is in ``CURATORS`` or administers ``CURATOR_CHAT``."""
    desk = context.bot_data
    if person in desk.settings.curators:
        return True
    chat = desk.settings.curator_chat
    if chat is None:
        return False

    async def fetch() -> Collection[int] | None:
        try:
            members = await context.bot.get_chat_administrators(chat_id=chat)
        except TelegramError as error:
            log.warning("The administrators of CURATOR_CHAT are not known (%s).", error)
            return None
        return [member.user.id for member in members if not member.user.is_bot]

    return await desk.administrators.include(person, fetch)


def review_chats(context: Context) -> set[int]:
    """The chats that are told of suggestions: each curator's own, and the curators' group."""
    settings = context.bot_data.settings
    return {*settings.curators, *([settings.curator_chat] if settings.curator_chat else [])}


def curators_only(handler: Handler) -> Handler:
    """Refuse everybody else politely, before anything is looked at."""

    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        person = update.effective_user
        if person is not None and await is_curator(person.id, context):
            await handler(update, context)
            return
        text = await texts_for(update, context)
        if update.callback_query:
            await acknowledge(update.callback_query, text.plain("curator.only"), alert=True)
        else:
            await send(message_of(update), Reply(text("curator.only")))

    return guarded


def public_handle(user: User | None) -> str | None:
    """The public handle of a person, None when they have none."""
    return f"@{user.username}" if user and user.username else None


def request(update: Update) -> str:
    """The name of what an update asks for; the same when Telegram delivers it again."""
    if update.callback_query:
        return f"callback {update.callback_query.id}"
    message = message_of(update)
    name = f"message {message.chat.id} {message.message_id}"
    return f"{name} edited {update.update_id}" if update.edited_message else name
