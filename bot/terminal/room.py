"""The chat itself: its messages, their keyboards, and whoever watches it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.entities import EntityError, Formatted, from_html, from_json, to_json, units
from bot.terminal.choice import Choice, buttons
from bot.terminal.person import Person

Json = dict[str, Any]

LENGTH = 4096  # of a message, in UTF-16 code units
CAPTION = 1024
DATA = 64  # of a button, in bytes


class ApiError(Exception):
    """A call that the Bot API would refuse, with its code and its sentence."""

    def __init__(self, description: str, code: int = 400) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


class Watcher(Protocol):
    """Whoever is shown what happens in the chat."""

    def said(self, text: Formatted, choices: list[Choice], note: str = "") -> None:
        """Show a message of the bot; ``note`` is "edited", "via" (sent by the person) or ""."""

    def told(self, text: str, kind: str) -> None:
        """Show a short notice: "alert", "answer", "removed", "reaction", "file", "draft"."""

    def listed(self, query: str, choices: list[Choice]) -> None:
        """Show the results of an inline query."""


@dataclass(slots=True)
class Room:
    """One person's private chat with the bot."""

    person: Person
    watcher: Watcher
    bot: Json = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    via: dict[str, Json] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    query: tuple[str, str] = ("", "")  # id and text of the inline query now being asked
    choices: list[Choice] = field(default_factory=list)
    origin: Json = field(default_factory=dict)  # which message the choices are under
    forced: Json | None = None  # the message that asked for a reply
    _last: int = 0

    def number(self) -> int:
        """Return the next message id."""
        self._last += 1
        return self._last

    def latest(self, *, own: bool) -> Json | None:
        """Return the newest message of the person (``own``) or of the bot."""
        for message in reversed(self.messages.values()):
            if (message["from"]["id"] == self.person.id) is own:
                return message
        return None

    def mine(self, chat_id: object) -> None:
        """Refuse a chat that is not this one."""
        if str(chat_id) != str(self.person.id):
            raise ApiError("Bad Request: chat not found")

    def post(self, message: Json, markup: Json | None) -> Json:
        """Put a new message of the bot into the chat and show it."""
        number = self.number()
        stored: Json = {
            "message_id": number,
            "date": int(time.time()),
            "from": self.bot,
            "chat": self.person.chat,
        } | message
        if markup and "inline_keyboard" in markup:
            stored["reply_markup"] = markup
        self.messages[number] = stored
        if markup and markup.get("force_reply"):
            self.forced = stored
        self.show(stored, {"message": stored}, "", buttons(markup))
        return stored

    def show(self, message: Json, origin: Json, note: str, choices: list[Choice]) -> None:
        """Show a message; its buttons, if any, are what numbers mean from now on."""
        if choices:
            self.choices, self.origin = choices, origin
        self.watcher.said(look(message), choices, note)

    def unbutton(self, message: Json) -> None:
        """Let numbers mean the newest other message with buttons, once these are gone."""
        if self._under(self.origin) is not message:
            return
        self.choices, self.origin = [], {}
        for other in reversed(self.messages.values()):
            if other is not message and other.get("reply_markup"):
                self.choices, self.origin = buttons(other["reply_markup"]), {"message": other}
                return

    def edited(self, key: Json) -> Json:
        """Return the message that an edit names.

        Raises:
            ApiError: there is none, or it is not the bot's.
        """
        if "inline_message_id" in key:
            message = self.via.get(str(key["inline_message_id"]))
        else:
            self.mine(key.get("chat_id"))
            message = self.messages.get(int(key.get("message_id") or 0))
        if message is None:
            raise ApiError("Bad Request: message to edit not found")
        if "inline_message_id" not in key and message["from"]["id"] == self.person.id:
            raise ApiError("Bad Request: message can't be edited")
        return message

    def _under(self, origin: Json) -> Json | None:
        if "inline_message_id" in origin:
            return self.via.get(origin["inline_message_id"])
        return origin.get("message")


def look(message: Json) -> Formatted:
    """Return what a stored message says."""
    entities = message.get("entities") or message.get("caption_entities") or []
    return from_json(str(message.get("text") or message.get("caption") or ""), entities)


def content(params: Json, name: str = "text", most: int = LENGTH) -> Json:
    """Read the text of a call with its parse mode or entities, as a part of a ``Message``.

    Raises:
        ApiError: no text, too long a text, or HTML that Telegram would refuse.
    """
    given = params.get("entities") or params.get("caption_entities") or []
    raw = str(params.get(name) or params.get("message_text") or "")
    try:
        html = str(params.get("parse_mode") or "").upper() == "HTML"
        formatted = from_html(raw) if html else from_json(raw, given)
    except EntityError as error:
        raise ApiError(f"Bad Request: can't parse entities: {error}") from error
    if name == "text" and not formatted.text.strip():
        raise ApiError("Bad Request: message text is empty")
    if units(formatted.text) > most:
        raise ApiError(f"Bad Request: {'message' if name == 'text' else 'caption'} is too long")
    entities = to_json(formatted)
    key = "entities" if name == "text" else "caption_entities"
    return {name: formatted.text} | ({key: entities} if entities else {})


def keyboard(params: Json) -> Json | None:
    """Read the keyboard of a call.

    Raises:
        ApiError: a button without text, or with more data than Telegram takes.
    """
    markup: Json | None = params.get("reply_markup")
    for row in (markup or {}).get("inline_keyboard") or []:
        for button in row:
            if not str(button.get("text") or "").strip():
                raise ApiError("Bad Request: text buttons are unallowed in the inline keyboard")
            if not 0 < len(str(button.get("callback_data", "-")).encode()) <= DATA:
                raise ApiError("Bad Request: BUTTON_DATA_INVALID")
    return markup
