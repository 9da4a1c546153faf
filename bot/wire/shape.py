"""The form of an update, as far as the bot reads it: https://core.telegram.org/bots/api#update.

The library makes objects of whatever there is, so a text that is a number would fail somewhere in
a handler. Fields that are not named here may be anything.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Id = Annotated[int, Field(ge=-(2**52), le=2**52)]
"""Ids of people and chats have 52 bits; the other numbers are smaller."""


class Shape(BaseModel):
    """JSON with fields of the right types; optional ones may be null, which means absent."""

    model_config = ConfigDict(strict=True)


class Person(Shape):
    """A ``User``."""

    id: Id
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class Chat(Shape):
    """A ``Chat``."""

    id: Id
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None


class Entity(Shape):
    """A ``MessageEntity``."""

    type: str
    offset: Id
    length: Id


class Quote(Shape):
    """A ``TextQuote``."""

    text: str


class Message(Shape):
    """A ``Message``, also one that is no longer accessible."""

    message_id: Id
    chat: Chat
    sender: Person | None = Field(None, alias="from")
    sender_chat: Chat | None = None
    message_thread_id: Id | None = None
    text: str | None = None
    caption: str | None = None
    entities: list[Entity] | None = None
    caption_entities: list[Entity] | None = None
    quote: Quote | None = None
    reply_to_message: Message | None = None
    migrate_to_chat_id: Id | None = None
    migrate_from_chat_id: Id | None = None


class Press(Shape):
    """A ``CallbackQuery``."""

    id: str
    sender: Person = Field(alias="from")
    message: Message | None = None
    inline_message_id: str | None = None
    data: str | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.message is None and self.inline_message_id is None:
            raise ValueError("a button that stands nowhere")
        return self


class Inline(Shape):
    """An ``InlineQuery``."""

    id: str
    sender: Person = Field(alias="from")
    query: str
    offset: str


class Reaction(Shape):
    """A ``MessageReactionUpdated``."""

    chat: Chat
    message_id: Id
    user: Person | None = None


class Member(Shape):
    """A ``ChatMember``."""

    status: str
    user: Person


class Membership(Shape):
    """A ``ChatMemberUpdated``."""

    chat: Chat
    sender: Person = Field(alias="from")
    old_chat_member: Member
    new_chat_member: Member


class Incoming(Shape):
    """An ``Update``."""

    update_id: Id
    message: Message | None = None
    edited_message: Message | None = None
    guest_message: Message | None = None
    callback_query: Press | None = None
    inline_query: Inline | None = None
    message_reaction: Reaction | None = None
    my_chat_member: Membership | None = None


def fits(content: Any) -> bool:
    """Whether a JSON value has the form of an update."""
    try:
        Incoming.model_validate(content)
    except (ValidationError, RecursionError):
        return False
    return True
