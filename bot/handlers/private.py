"""What is between a person and the bot alone: said in the private chat, to which groups lead."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from telegram import InlineKeyboardButton, Update

from bot import links
from bot.handlers.buttons import markup
from bot.handlers.context import Context, message_of, texts_for
from bot.handlers.sending import send
from bot.reply import Reply

Answer: TypeAlias = Callable[[Update, Context], Awaitable[Reply]]


async def said_alone(
    update: Update, context: Context, answer: Answer, key: str, payload: str
) -> None:
    """Say ``answer``; in a group say ``key``, with a button that asks for it in private."""
    if message_of(update).chat.type == "private":
        reply = await answer(update, context)
    else:
        text = await texts_for(update, context)
        address = links.to_payload(context.bot.username, payload)
        way = InlineKeyboardButton(text=text.plain("privacy.open"), url=address)
        reply = Reply(text(key), markup([way]))
    await send(message_of(update), reply)
