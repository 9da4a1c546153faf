"""In a group: a term after the bot's name, or in reply to what the bot said. Silent otherwise."""

from __future__ import annotations

import re

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.explanation import asked, is_passage
from bot.handlers.context import (
    App,
    Context,
    language_of,
    link,
    message_of,
    texts_for,
    words,
)
from bot.handlers.explain import Passage, listed, meant
from bot.handlers.misses import count_miss
from bot.handlers.sending import answer, answer_again
from bot.lookup import Answer
from bot.reply import Reply, to_answer, to_mentions

REMARK = 5  # words; a longer reply to the bot is talk, unless it is a question


class _Mentioned(filters.MessageFilter):
    """Messages that begin with the bot's name."""

    def filter(self, message: Message) -> bool:
        return after_name(words(message), message.get_bot().username) is not None


class _Replied(filters.MessageFilter):
    """Messages that reply to one of the bot's own."""

    def filter(self, message: Message) -> bool:
        replied = message.reply_to_message
        sender = replied.from_user if replied else None
        return sender is not None and sender.id == message.get_bot().id


def register(application: App) -> None:
    """Add mentions and replies."""
    said, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    groups = filters.ChatType.GROUPS & ~filters.COMMAND
    mentioned, replied = groups & _Mentioned(), groups & filters.TEXT & _Replied()
    for kind in (said, edited):
        application.add_handler(MessageHandler(filters=kind & mentioned, callback=called))
        application.add_handler(MessageHandler(filters=kind & replied, callback=remarked))


async def called(update: Update, context: Context) -> None:
    """Answer what follows the bot's name."""
    message = message_of(update)
    text = after_name(words(message), context.bot.username) or ""
    passage, edition = meant(message), context.bot_data.edition
    if not text and passage is None:
        usage = (await texts_for(update, context))("group.mention", bot=context.bot.username)
        await _respond(update, context, Reply(usage))
    elif not text or is_passage(text, edition.lookup):
        reply = await listed(passage, update, context)
        await _respond(update, context, reply, passage.message if passage else None)
    else:
        await _answer(text, update, context)


async def _answer(text: str, update: Update, context: Context) -> None:
    """Answer a term or a question, in the light of the message replied to."""
    edition, language = context.bot_data.edition, await language_of(update, context)
    light = _light(message_of(update), context)
    with context.bot_data.vitals.looking.timed("question"):
        found = asked(text, light.text if light else "", edition.lookup, language)
    if isinstance(found, Answer):
        count_miss(found, language, update, context)
        reply = to_answer(found, edition, language, link(context))
        await _respond(update, context, reply)
    else:
        reply = to_mentions(found, edition, language)
        await _respond(update, context, reply, light.message if light else None)


def _light(message: Message, context: Context) -> Passage | None:
    """Somebody's message that is replied to; the bot's own cards tell nothing apart."""
    replied = message.reply_to_message
    if replied is None or (replied.from_user and replied.from_user.id == context.bot.id):
        return None
    return Passage(words(replied), replied)


async def remarked(update: Update, context: Context) -> None:
    """Answer a reply to the bot that is a term or a question; others are talk among people."""
    text = words(message_of(update))
    edition, language = context.bot_data.edition, await language_of(update, context)
    with context.bot_data.vitals.looking.timed("question"):
        found = edition.lookup.ask(text, language)
    question = text.rstrip().endswith(("?", "？", "\u061f"))
    if question:
        count_miss(found, language, update, context)
    if question or (found.verdict == "answer" and len(text.split()) <= REMARK):
        await _respond(update, context, to_answer(found, edition, language, link(context)))


def after_name(text: str, name: str) -> str | None:
    """What follows the bot's name at the beginning of ``text``; None when it is not there."""
    found = re.match(rf"\s*@{re.escape(name)}(?!\w)[\s,:]*(.*)", text, re.DOTALL | re.IGNORECASE)
    return found[1].strip() if found else None


async def _respond(
    update: Update, context: Context, reply: Reply, about: Message | None = None
) -> None:
    deliver = answer_again if update.edited_message else answer
    await deliver(message_of(update), reply, context, about)
