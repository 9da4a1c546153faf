"""Who is heard: no other bots, and a group no faster than is good for it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatID
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, BaseHandler, TypeHandler

from bot.handlers import membership, offers
from bot.handlers.context import GROUPS, App, Context

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
    message = update.message or update.edited_message
    if message is None:
        return
    if from_bot(message):
        raise ApplicationHandlerStop
    if message.chat.type not in GROUPS or not _is_request(update, answering):
        return
    leave = context.bot_data.cooldown.ask(message.chat.id)
    if leave == "wait":
        with contextlib.suppress(TelegramError):  # a group may not allow this reaction
            await message.set_reaction(reaction=PATIENCE)
    if leave != "go":
        raise ApplicationHandlerStop


def from_bot(message: Message) -> bool:
    """Whether another bot wrote it; anonymous administrators and channels only look like bots."""
    sender = message.from_user
    if sender is None or message.sender_chat is not None:
        return False
    return sender.is_bot and sender.id not in (ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL)


def _is_request(update: Update, answering: Handlers) -> bool:
    return any(each.check_update(update) not in (None, False) for each in answering)
