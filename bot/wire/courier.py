"""The courier: the library's bot, with a cheaper way to send an answer, and updates as they came.

`telegram.Bot.send_message` takes what it sends from objects and makes an object of what Telegram
returns, which is most of the work of an answer. The courier sends what is ready to be sent, and
reads nothing but the number of the message.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.ext import ExtBot

_NO_PREVIEW = '{"is_disabled": true}'  # LinkPreviewOptions


class Courier(ExtBot[int]):
    """The bot of the application."""

    __slots__ = ()

    async def fetch(self, offset: int, *, wait: int, kinds: Sequence[str]) -> list[dict[str, Any]]:
        """The updates from a number on, as JSON; Telegram forgets those before it.

        Args:
            offset: The number of the first update that is wanted; 0 for whatever there is.
            wait: Seconds that Telegram may wait for an update.
            kinds: The kinds of updates that Telegram shall send from now on.
        """
        data = {"offset": offset, "timeout": wait, "allowed_updates": list(kinds)}
        patience = (self._request[0].read_timeout or 0) + wait
        found = await self._do_post("getUpdates", data, read_timeout=patience)
        assert isinstance(found, list)  # getUpdates returns a list
        return found

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
