"""How replies reach the chat: sent once, edited in place, and never twice."""

from __future__ import annotations

from typing import cast

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, ReplyParameters, Update
from telegram.error import BadRequest, ChatMigrated, NetworkError

from bot.handlers.context import Context
from bot.reply import Reply
from bot.wire.courier import Courier


async def send(message: Message, reply: Reply, about: Message | None = None) -> int:
    """Answer a message; in a group as a reply to it, or to the message it is ``about``.

    Returns the number of the message that was sent.
    """
    hangs = reply.quotes or message.chat.type != "private"
    target = _reference(message, about or message) if hangs else None
    try:
        return await _send(message, reply, target)
    except ChatMigrated as moved:  # the group has a new number, and its messages too
        sent = await message.get_bot().send_message(
            chat_id=moved.new_chat_id, text=reply.html, reply_markup=reply.buttons
        )
        return sent.message_id
    except BadRequest as error:
        if target is None or "quote" not in error.message.casefold():
            raise
        return await _send(message, reply, _reference(None, about or message))


async def _send(message: Message, reply: Reply, target: ReplyParameters | None) -> int:
    courier = cast("Courier", message.get_bot())  # the application has no other bot
    return await courier.answer(message, reply.html, reply.markup, target)


def _reference(asked: Message | None, about: Message) -> ReplyParameters:
    """A reference to a message, with the passage that a person marked in it, if they did."""
    quote = asked.quote if asked is not None and asked is not about else None
    chosen = quote if quote is not None and quote.is_manual else None
    return ReplyParameters(
        message_id=about.message_id,
        allow_sending_without_reply=True,
        quote=chosen.text if chosen else None,
        quote_entities=chosen.entities if chosen else None,
        quote_position=chosen.position if chosen else None,
    )


async def answer(
    message: Message, reply: Reply, context: Context, about: Message | None = None
) -> None:
    """Answer a question that may be edited later."""
    sent = await send(message, reply, about)
    answers = context.bot_data.state.answers
    answers.remember(message.chat.id, message.message_id, sent)


async def say(update: Update, context: Context, reply: Reply) -> None:
    """Answer in a private chat, also a button whose message is gone.

    An answer to a message is noted, so that the same one delivered again is not answered twice.
    """
    if update.message:
        await answer(update.message, reply, context)
        return
    chat = update.effective_chat
    assert chat is not None  # a private chat has buttons and messages
    await context.bot.send_message(chat_id=chat.id, text=reply.html, reply_markup=reply.buttons)


async def answer_again(
    message: Message, reply: Reply, context: Context, about: Message | None = None
) -> None:
    """Answer an edited message: edit the answer it had, or send one if it had none."""
    answers = context.bot_data.state.answers
    answered = await answers.to(message.chat.id, message.message_id)
    if answered is None:
        await answer(message, reply, context, about)
        return
    try:
        edited = await context.bot.edit_message_text(
            chat_id=message.chat.id,
            message_id=answered,
            text=reply.html,
            reply_markup=reply.buttons,
        )
    except BadRequest as error:
        if _lost(error):
            await answer(message, reply, context, about)
        elif not _unchanged(error):
            raise
        return
    if reply.quotes and isinstance(edited, Message) and edited.reply_to_message is None:
        await edited.delete()  # a card hangs on no message in private, a list must
        await answer(message, reply, context, about)


async def edit(query: CallbackQuery, reply: Reply, told: str | None = None) -> None:
    """Show a reply in place of the message whose button was pressed, or anew if that is gone.

    ``told`` is a short notice beside it.
    """
    await acknowledge(query, told)
    try:
        await query.edit_message_text(text=reply.html, reply_markup=reply.buttons)
    except BadRequest as error:
        if _lost(error):
            await _send_anew(query, reply)
        elif not _unchanged(error):
            raise


async def _send_anew(query: CallbackQuery, reply: Reply) -> None:
    message = query.message
    if message is not None:
        await query.get_bot().send_message(
            chat_id=message.chat.id,
            message_thread_id=_topic(message),
            text=reply.html,
            reply_markup=reply.buttons,
        )


def _topic(message: MaybeInaccessibleMessage) -> int | None:
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None


async def acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    """Stop the button's waiting; what the button asked for does not depend on it.

    A query that waited too long is let go, and so is one whose answer met a broken connection.
    """
    try:
        await query.answer(text=text, show_alert=alert)
    except NetworkError as error:
        refused = isinstance(error, BadRequest)
        if refused and "query is too old" not in error.message.casefold():
            raise


def _lost(error: BadRequest) -> bool:
    """Whether a message cannot be edited any more: it was deleted, or is too old."""
    said = error.message.casefold()
    return "message to edit not found" in said or "message can't be edited" in said


def _unchanged(error: BadRequest) -> bool:
    return "message is not modified" in error.message.casefold()
