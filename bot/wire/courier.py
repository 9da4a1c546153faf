"""The courier: the library's bot, with a cheaper way to send an answer.

`telegram.Bot.send_message` takes what it sends from objects and makes an object of what Telegram
returns, which is most of the work of an answer. The courier sends what is ready to be sent, and
reads nothing but the number of the message.
"""

from __future__ import annotations

from telegram import Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.ext import ExtBot

_NO_PREVIEW = '{"is_disabled": true}'  # LinkPreviewOptions


class Courier(ExtBot[int]):
    """The bot of the application."""

    __slots__ = ()

    async def answer(
        self, message: Message, html: str, markup: str | None, target: ReplyParameters | None
    ) -> int:
        """Send a text into the chat and topic of a message; the number of the new message.

        Args:
            message: What is answered.
            html: Markup of at most 4,096 UTF-16 units after parsing.
            markup: The buttons as JSON.
            target: What the new message is a reply to.
        """
        topic = message.message_thread_id if message.is_topic_message else None
        offered = {
            "chat_id": message.chat.id,
            "text": html,
            "parse_mode": ParseMode.HTML.value,
            "link_preview_options": _NO_PREVIEW,
            "message_thread_id": topic,
            "reply_markup": markup,
            "reply_parameters": target,
        }
        data = {name: value for name, value in offered.items() if value is not None}
        sent = await self._do_post("sendMessage", data)
        assert isinstance(sent, dict)  # sendMessage returns the message
        number: int = sent["message_id"]
        return number
