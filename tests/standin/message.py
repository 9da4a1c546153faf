"""A message as the stand-in keeps it, and as a test looks at it."""

import time
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin import utf16

if TYPE_CHECKING:
    from tests.standin.chat import Chat

Json = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """A button of an inline keyboard."""

    message: "Message" = field(repr=False)
    json: Json

    @property
    def text(self) -> str:
        """The label."""
        return str(self.json["text"])

    @property
    def data(self) -> str | None:
        """Callback data, when pressing it asks the bot."""
        return self.json.get("callback_data")

    @property
    def url(self) -> str | None:
        """The address, when pressing it opens a link."""
        return self.json.get("url")

    @property
    def copies(self) -> str | None:
        """The text that pressing it copies."""
        copied: Json = self.json.get("copy_text", {})
        return copied.get("text")

    @property
    def switches(self) -> str | None:
        """The inline query that pressing it starts, in this chat or another."""
        chosen: Json = self.json.get("switch_inline_query_chosen_chat", {})
        for name in ("switch_inline_query", "switch_inline_query_current_chat"):
            if name in self.json:
                return str(self.json[name])
        return chosen.get("query", "") if chosen else None


@dataclass(frozen=True)
class Version:
    """What a message said at one time."""

    text: str
    entities: list[Json] = field(default_factory=list)
    markup: Json | None = None
    html: str = ""


@dataclass(eq=False, repr=False)
class Message:
    """One message. `id` counts within the chat; an inline message has `inline_id` instead."""

    id: int
    sender: Json | None
    versions: list[Version]
    chat: "Chat | None" = None
    inline_id: str | None = None
    from_bot: bool = False
    reply_to: "Message | None" = None
    quote: str | None = None
    topic: int | None = None
    extra: Json = field(default_factory=dict)
    document: tuple[str, bytes] | None = None
    link_preview: Json = field(default_factory=dict)
    silent: bool = False
    reactions: list[str] = field(default_factory=list)
    chosen: dict[int, str] = field(default_factory=dict)
    deleted: bool = False
    date: int = field(default_factory=lambda: int(time.time()))
    seen_edits: int = 0

    def __repr__(self) -> str:
        where = self.chat.name if self.chat else "inline"
        return f"<message {self.id} in {where}: {self.text!r} {[b.text for b in self.buttons]}>"

    @property
    def now(self) -> Version:
        """The latest version."""
        return self.versions[-1]

    @property
    def text(self) -> str:
        """Plain text (or caption), entities parsed away."""
        return self.now.text

    @property
    def html(self) -> str:
        """The source as the bot sent it."""
        return self.now.html

    @property
    def entities(self) -> list[Json]:
        """Entities of the latest version."""
        return self.now.entities

    @property
    def edits(self) -> int:
        """How often it has been changed."""
        return len(self.versions) - 1

    @property
    def markup(self) -> Json | None:
        """Keyboard of any kind sent with it."""
        return self.now.markup

    @property
    def rows(self) -> list[list[Button]]:
        """Inline buttons, row by row."""
        keyboard = (self.markup or {}).get("inline_keyboard", [])
        return [[Button(self, button) for button in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        """Inline buttons in reading order."""
        return [button for row in self.rows for button in row]

    def button(self, label: str) -> Button:
        """The first button whose label contains the words; an error lists what there is."""
        for button in self.buttons:
            if label in button.text:
                return button
        raise AssertionError(f"no button {label!r} among {[b.text for b in self.buttons]}")

    def spans(self, kind: str) -> Iterator[str]:
        """Texts of all entities of one kind, such as ``bold``."""
        for entity in self.entities:
            if entity["type"] == kind:
                yield utf16.cut(self.text, entity["offset"], entity["length"])

    @property
    def links(self) -> dict[str, str]:
        """Text of each link, and its address."""
        return {
            utf16.cut(self.text, entity["offset"], entity["length"]): entity["url"]
            for entity in self.entities
            if entity["type"] == "text_link"
        }

    def json(self, *, nested: bool = False) -> Json:
        """The Message object of the Bot API; a nested one (replied to) names no further one."""
        body: Json = {"message_id": self.id, "date": self.date} | deepcopy(self.extra)
        if self.chat is not None:
            body["chat"] = self.chat.json()
        if self.sender is not None:
            body["from"] = self.sender
        body |= self.content()
        if self.edits:
            body["edit_date"] = int(time.time())
        if self.reply_to is not None and not nested and not self.reply_to.deleted:
            body["reply_to_message"] = self.reply_to.json(nested=True)
        if self.quote:
            body["quote"] = {"text": self.quote, "position": 0, "is_manual": True}
        return body | self.thread()

    def content(self) -> Json:
        """Text or document, with entities and inline keyboard."""
        body: Json = {}
        if self.document is not None:
            name, content = self.document
            identifier = f"document-{self.chat.id if self.chat else 0}-{self.id}"
            body["document"] = {
                "file_id": identifier,
                "file_unique_id": identifier,
                "file_name": name,
                "file_size": len(content),
            }
        caption = self.document is not None or "photo" in self.extra
        if self.text:
            body["caption" if caption else "text"] = self.text
        if self.entities:
            body["caption_entities" if caption else "entities"] = deepcopy(self.entities)
        if self.markup and "inline_keyboard" in self.markup:
            body["reply_markup"] = deepcopy(self.markup)
        if self.link_preview:
            body["link_preview_options"] = self.link_preview
        return body

    def thread(self) -> Json:
        """Topic of a forum, or the thread that replies make in a supergroup."""
        if self.chat is None:
            return {}
        if self.topic is not None:
            return {"message_thread_id": self.topic, "is_topic_message": True}
        if self.reply_to is not None and self.chat.kind == "supergroup" and not self.chat.forum:
            return {"message_thread_id": self.root().id}
        return {}

    def root(self) -> "Message":
        """The message that a thread of replies began with."""
        message = self
        while message.reply_to is not None:
            message = message.reply_to
        return message
