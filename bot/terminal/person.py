"""The one person in the chat, and the updates that come from what they do.

Shapes and names are those of https://core.telegram.org/bots/api#update.
"""

from __future__ import annotations

import itertools
import re
import time
from dataclasses import dataclass, field
from typing import Any

from bot.entities import Formatted, Span, to_json

Json = dict[str, Any]

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z]\w{3,31})?(?!\S)")
_OTHERS = {
    "url": re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]]", re.IGNORECASE),
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "mention": re.compile(r"(?<![\w@/.])@[A-Za-z]\w{3,31}"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
}


@dataclass(slots=True)
class Person:
    """Who sits at the terminal; their private chat with the bot has their own id, as always."""

    first_name: str = "You"
    language_code: str | None = None
    id: int = 1
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1), repr=False)

    @property
    def user(self) -> Json:
        """The person as a Bot API ``User``."""
        language = {"language_code": self.language_code} if self.language_code else {}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | language

    @property
    def chat(self) -> Json:
        """The chat as a Bot API ``Chat``."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}

    def message(self, number: int, text: str, reply_to: Json | None = None) -> Json:
        """Return a text that the person sends as a ``Message``."""
        entities = to_json(Formatted(text, found(text)))
        result: Json = {"message_id": number, "date": int(time.time()), "text": text}
        result |= {"from": self.user, "chat": self.chat}
        result |= {"entities": entities} if entities else {}
        return result | ({"reply_to_message": reply_to} if reply_to else {})

    def says(self, message: Json) -> Json:
        """Return the update of a new message."""
        return self._update("message", message)

    def edits(self, message: Json) -> Json:
        """Return the update of a message that the person changed."""
        return self._update("edited_message", message | {"edit_date": int(time.time())})

    def presses(self, data: str, origin: Json) -> Json:
        """Return the update of a callback button; ``origin`` names the message it is under."""
        query = {"id": str(next(self._numbers)), "from": self.user, "chat_instance": "terminal"}
        return self._update("callback_query", query | {"data": data} | origin)

    def asks(self, query: str, offset: str = "") -> Json:
        """Return the update of an inline query, as if typed in a group."""
        inline = {"id": str(next(self._numbers)), "from": self.user, "chat_type": "group"}
        return self._update("inline_query", inline | {"query": query, "offset": offset})

    def _update(self, kind: str, content: Json) -> Json:
        return {"update_id": next(self._numbers), kind: content}


def found(text: str) -> tuple[Span, ...]:
    """Find what Telegram marks in a typed text: commands, addresses, mentions, hashtags."""
    spans = [Span("bot_command", *match.span()) for match in _COMMAND.finditer(text)]
    for kind, pattern in _OTHERS.items():
        for match in pattern.finditer(text):
            if all(match.end() <= span.start or match.start() >= span.end for span in spans):
                spans.append(Span(kind, *match.span()))
    return tuple(sorted(spans, key=lambda span: span.start))
