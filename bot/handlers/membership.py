"""Groups that change: moved to another number, or the bot is no longer in them."""

from __future__ import annotations

import logging

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.handlers.context import GROUPS, App, Context, message_of
from bot.state import StateUnavailable

log = logging.getLogger(__name__)

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


def register(application: App) -> None:
    """Add what is done when a group moves, and when the bot is removed from one."""
    moving = filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE
    application.add_handler(MessageHandler(filters=moving, callback=moved))
    application.add_handler(
        ChatMemberHandler(callback=changed, chat_member_types=ChatMemberHandler.MY_CHAT_MEMBER)
    )


async def moved(update: Update, context: Context) -> None:
    """A group became a supergroup: what it chose goes along."""
    message = message_of(update)
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    try:
        await context.bot_data.state.preferences.move_chat(old, new)
    except StateUnavailable as error:
        log.warning("The choices of a group that moved were left behind: %s", error)


async def changed(update: Update, context: Context) -> None:
    """The bot left a group, or was thrown out: nothing is kept with it any more."""
    member, desk = update.my_chat_member, context.bot_data
    assert member is not None  # the handler lets nothing else through
    chat = member.chat
    if chat.type not in GROUPS or member.new_chat_member.status not in _GONE:
        return
    desk.offers.forget(chat.id)
    desk.cooldown.forget(chat.id)
    desk.state.answers.forget(chat.id)
    try:
        await desk.state.preferences.forget_chat(chat.id)
    except StateUnavailable as error:
        log.warning("The choices of a group that the bot has left are still kept: %s", error)
