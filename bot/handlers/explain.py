"""The terms in a text: /explain, and texts sent or forwarded in private.

Nothing is remembered. The list hangs on the message that holds the text, and going back to the
list reads that message again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram import MaybeInaccessibleMessage, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot import callback
from bot.explanation import mentions
from bot.handlers.context import (
    App,
    Context,
    language_of,
    link,
    message_of,
    query_of,
    texts_for,
    words,
)
from bot.handlers.sending import acknowledge, answer, answer_again, edit
from bot.reply import Reply, to_mentions, to_text

_BARE = re.compile(r"\s*(?:/\w+(?:@\w+)?|@\w+)\s*")  # a command or mention, and no text


class Passage(NamedTuple):
    """A text to explain, and the message that holds it."""

    text: str
    message: Message


def register(application: App) -> None:
    """Add /explain, captions and forwarded messages in private, and the pages of a list."""
    said, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    private = filters.ChatType.PRIVATE & ((filters.TEXT & filters.FORWARDED) | filters.CAPTION)
    for kind, by_command, by_text in (
        (said, explain, read),
        (edited, explain_again, read_again),
    ):
        application.add_handler(
            CommandHandler(command="explain", callback=by_command, filters=kind)
        )
        application.add_handler(MessageHandler(filters=kind & private, callback=by_text))
    application.add_handler(CallbackQueryHandler(callback=page, pattern=r"^r:e\d{1,4}$"))


async def explain(update: Update, context: Context) -> None:
    """List the terms in the text after /explain, or in the message it replies to."""
    message = message_of(update)
    passage = meant(message)
    await answer(message, await listed(passage, update, context), context, _about(passage))


async def explain_again(update: Update, context: Context) -> None:
    """The same for an edited /explain, by editing the list."""
    message = message_of(update)
    passage = meant(message)
    reply = await listed(passage, update, context)
    await answer_again(message, reply, context, _about(passage))


async def read(update: Update, context: Context) -> None:
    """Answer a forwarded message or a caption: a term with its card, a text with its terms."""
    await answer(message_of(update), await _read(update, context), context)


async def read_again(update: Update, context: Context) -> None:
    """The same for an edited one, by editing the answer."""
    await answer_again(message_of(update), await _read(update, context), context)


async def page(update: Update, context: Context) -> None:
    """Show a page of a list, from the message that it hangs on."""
    query = query_of(update)
    text = behind(query.message)
    if text is None:
        gone = (await texts_for(update, context)).plain("explain.gone")
        await acknowledge(query, gone, alert=True)
        return
    number = int(callback.unpack(query.data or "")[1][0].removeprefix("e"))
    edition, language = context.bot_data.edition, await language_of(update, context)
    found = mentions(text, edition.lookup)
    await edit(query, to_mentions(found, edition, language, number))


def meant(message: Message) -> Passage | None:
    """The text that a command or a mention is about.

    It is the text after the command, else the passage that was marked in the message replied to,
    else that message.
    """
    said = words(message)
    if not _BARE.fullmatch(said):
        return Passage(said, message)
    replied = message.reply_to_message
    if message.quote is not None and (message.quote.is_manual or replied is None):
        return Passage(message.quote.text, replied or message)
    if replied is not None and words(replied):
        return Passage(words(replied), replied)
    return None


def behind(shown: MaybeInaccessibleMessage | None) -> str | None:
    """The text that a list of the bot was made from; None when its message is gone."""
    if not isinstance(shown, Message) or shown.reply_to_message is None:
        return None
    if shown.quote is not None and shown.quote.is_manual:
        return shown.quote.text
    origin = shown.reply_to_message
    if _BARE.fullmatch(words(origin)) and origin.quote is not None:
        return origin.quote.text
    return words(origin) or None


async def listed(passage: Passage | None, update: Update, context: Context) -> Reply:
    """The terms in a passage, or what is missing."""
    if passage is None:
        replied = message_of(update).reply_to_message
        topic = replied is not None and replied.forum_topic_created is not None
        key = "explain.usage" if replied is None or topic else "explain.no_text"
        return Reply((await texts_for(update, context))(key))
    edition, language = context.bot_data.edition, await language_of(update, context)
    return to_mentions(mentions(passage.text, edition.lookup), edition, language)


async def _read(update: Update, context: Context) -> Reply:
    edition, language = context.bot_data.edition, await language_of(update, context)
    text = words(message_of(update))
    return to_text(text, edition, language, link(context), forwarded=True)


def _about(passage: Passage | None) -> Message | None:
    return passage.message if passage else None
