"""Who is heard: no other bots, and groups and people no faster than is good for all.

Inline queries are not counted: one is sent for each letter that is typed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatID
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, BaseHandler, TypeHandler

from bot.cooldown import Leave
from bot.handlers import membership, offers
from bot.handlers.context import GROUPS, App, Context, texts_for
from bot.handlers.sending import acknowledge, send
from bot.outcome import note
from bot.reply import Reply

FIRST = -3  # the group of handlers: before those that answer drafts
PATIENCE = "🙏"  # said once, then nothing until the group may be answered again
QUIET = (offers.notice, offers.tapped, membership.moved, membership.changed)  # answer no message

Handlers = Sequence[BaseHandler[Any, Any, Any]]


def register(application: App) -> None:
    """Stand before all other handlers; to be called when those are there."""
    answering = [each for each in application.handlers[0] if each.callback not in QUIET]

    async def gate(update: Update, context: Context) -> None:
        await admit(update, context, answering)

    application.add_handler(TypeHandler(type=Update, callback=gate), group=FIRST)


async def admit(update: Update, context: Context, answering: Handlers) -> None:
    """Let an update through.

    Raises:
        ApplicationHandlerStop: When it is not to be handled.
    """
    message = update.message or update.edited_message or update.guest_message
    if message is not None and from_bot(message):
        raise ApplicationHandlerStop
    if message is None and update.callback_query is None:
        return
    if in_group(update) and not _is_request(update, answering):
        return
    leave = _leave(update, context)
    with contextlib.suppress(TelegramError):  # a group may not allow the reaction
        if leave == "wait":
            await _ask_for_patience(update, context)
        elif leave == "hush" and update.callback_query:
            await acknowledge(update.callback_query)  # else the button would wait for a minute
    if leave != "go":
        note("slowed")
        raise ApplicationHandlerStop


def in_group(update: Update) -> bool:
    """Whether it is a message of a group that the bot is in."""
    message = update.message or update.edited_message
    return message is not None and message.chat.type in GROUPS


def _leave(update: Update, context: Context) -> Leave:
    """What the person may have, then what the group may have."""
    desk, person, chat = context.bot_data, update.effective_user, update.effective_chat
    leave: Leave = "go"
    if person is not None and not person.is_bot:
        leave = desk.patience.ask(person.id)
    if leave == "go" and chat is not None and in_group(update):
        leave = desk.cooldown.ask(chat.id)
    return leave


async def _ask_for_patience(update: Update, context: Context) -> None:
    """Said once: by a sign in a group, in words in private; a guest's chat is spared both."""
    message = update.message or update.edited_message
    if message is not None and in_group(update):
        await message.set_reaction(reaction=PATIENCE)
        return
    text = await texts_for(update, context)
    if update.callback_query:
        await acknowledge(update.callback_query, text.plain("gate.slow"), alert=True)
    elif message is not None:
        await send(message, Reply(text("gate.slow")))


def from_bot(message: Message) -> bool:
    """Whether another bot wrote it; anonymous administrators and channels only look like bots."""
    sender = message.from_user
    if sender is None or message.sender_chat is not None:
        return False
    return sender.is_bot and sender.id not in (ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL)


def _is_request(update: Update, answering: Handlers) -> bool:
    return any(each.check_update(update) not in (None, False) for each in answering)
