"""How replies reach the chat: sent once, edited in place, and never twice."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest

from bot.handlers.context import Context
from bot.reply import Reply


async def send(message: Message, reply: Reply) -> Message:
    """Answer a message; in a group as a reply to it."""
    return await message.reply_html(
        text=reply.html,
        reply_markup=reply.buttons,
        do_quote=reply.quotes or message.chat.type != "private",
        allow_sending_without_reply=True,
    )


async def answer(message: Message, reply: Reply, context: Context) -> None:
    """Answer a question that may be edited later."""
    sent = await send(message, reply)
    answers = context.bot_data.state.answers
    answers.remember(message.chat.id, message.message_id, sent.message_id)


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


async def answer_again(message: Message, reply: Reply, context: Context) -> None:
    """Answer an edited message: edit the answer it had, or send one if it had none."""
    answers = context.bot_data.state.answers
    answered = await answers.to(message.chat.id, message.message_id)
    if answered is None:
        await answer(message, reply, context)
        return
    try:
        await context.bot.edit_message_text(
            chat_id=message.chat.id,
            message_id=answered,
            text=reply.html,
            reply_markup=reply.buttons,
        )
    except BadRequest as error:
        if "message to edit not found" in error.message.casefold():
            await answer(message, reply, context)
        elif not _unchanged(error):
            raise


async def edit(query: CallbackQuery, reply: Reply, told: str | None = None) -> None:
    """Show a reply in place of the message whose button was pressed, and a short notice."""
    await acknowledge(query, told)
    try:
        await query.edit_message_text(text=reply.html, reply_markup=reply.buttons)
    except BadRequest as error:
        if not _unchanged(error):
            raise


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Stop the button's waiting; a query that waited too long is let go."""
    try:
        await query.answer(text=text)
    except BadRequest as error:
        if "query is too old" not in error.message.casefold():
            raise


def _unchanged(error: BadRequest) -> bool:
    return "message is not modified" in error.message.casefold()
