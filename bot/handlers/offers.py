"""The offer to explain: a reaction on messages that hold terms, and the list for whoever taps it.

Off until an administrator switches it on. Telegram tells a bot of others' messages and of
reactions only while it is an administrator: https://core.telegram.org/bots/api#update.
"""

from __future__ import annotations

import contextlib
import logging

from telegram import Message, MessageReactionUpdated, ReactionTypeEmoji, ReplyParameters, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import MessageHandler, MessageReactionHandler, filters

from bot.explanation import mentions
from bot.handlers.context import App, Context, language_of, message_of, words
from bot.offers import Offer
from bot.reply import to_mentions

log = logging.getLogger(__name__)

EYES = "👀"


def register(application: App) -> None:
    """Add what is done with messages of a group that are not for the bot, and with reactions."""
    groups = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS
    texts = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND & ~filters.IS_AUTOMATIC_FORWARD
    application.add_handler(MessageHandler(filters=groups & texts, callback=notice))
    application.add_handler(
        MessageReactionHandler(
            callback=tapped,
            message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED,
        )
    )


async def notice(update: Update, context: Context) -> None:
    """Put the reaction on a message that holds terms, where the group wants it."""
    message, desk = message_of(update), context.bot_data
    wanted = (await desk.state.preferences.chat(message.chat.id)).offer_to_explain
    if not wanted or message.via_bot is not None:
        return
    found = mentions(words(message), desk.edition.lookup)
    if not found or desk.noticing.ask(message.chat.id) != "go":
        return
    try:
        await message.set_reaction(reaction=EYES)
    except (BadRequest, Forbidden) as error:
        log.info("An explanation could not be offered: %s", error.message)
        return
    topic = message.message_thread_id if message.is_topic_message else None
    desk.offers.make(message.chat.id, message.message_id, found, topic)


async def tapped(update: Update, context: Context) -> None:
    """Answer the first who taps the same reaction with the list, as a reply to the message."""
    reaction, desk = update.message_reaction, context.bot_data
    assert reaction is not None  # the handler lets nothing else through
    if not _eyes_added(reaction):
        return
    chat, message = reaction.chat.id, reaction.message_id
    offer = desk.offers.accept(chat, message)
    if offer is None:
        return
    if desk.cooldown.ask(chat) != "go":
        desk.offers.make(chat, message, offer.mentions, offer.topic)
        return
    await _list(offer, reaction, update, context)
    with contextlib.suppress(TelegramError):  # what was offered has been given
        await context.bot.set_message_reaction(chat_id=chat, message_id=message, reaction=[])


async def _list(
    offer: Offer, reaction: MessageReactionUpdated, update: Update, context: Context
) -> Message:
    edition = context.bot_data.edition
    held = [each for each in offer.mentions if each.concept in edition.glossary.concepts]
    reply = to_mentions(held, edition, await language_of(update, context))
    return await context.bot.send_message(
        chat_id=reaction.chat.id,
        message_thread_id=offer.topic,
        text=reply.html,
        reply_markup=reply.buttons,
        reply_parameters=ReplyParameters(
            message_id=reaction.message_id, allow_sending_without_reply=True
        ),
    )


def _eyes_added(reaction: MessageReactionUpdated) -> bool:
    def eyes(kinds: tuple[object, ...]) -> bool:
        return any(isinstance(kind, ReactionTypeEmoji) and kind.emoji == EYES for kind in kinds)

    return eyes(reaction.new_reaction) and not eyes(reaction.old_reaction)
