"""Chats: private, groups, supergroups with topics, channels; what the bot may see and do there."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tests.standin.message import Message, Version
from tests.standin.refusal import Refusal, forbidden

if TYPE_CHECKING:
    from tests.standin.person import Person
    from tests.standin.world import World

Json = dict[str, Any]
Kind = Literal["private", "group", "supergroup", "channel"]
PATIENCE = 10.0
"""Seconds that a test waits for the bot before it fails."""


@dataclass(eq=False, repr=False)
class Chat:
    """A chat and its messages. ``bot`` is the bot's standing in it."""

    world: "World"
    id: int
    kind: Kind
    title: str = ""
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    forum: bool = False
    bot: str = "member"
    started: bool = True
    blocked: bool = False
    migrated_to: "Chat | None" = None
    topics: dict[int, str] = field(default_factory=dict)
    members: dict[int, tuple["Person", str]] = field(default_factory=dict)
    log: list[Message] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    available_reactions: list[str] | None = None
    other_bot_spoke: bool = False
    seen: int = 0

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def json(self) -> Json:
        """The Chat object of the Bot API."""
        body: Json = {"id": self.id, "type": self.kind}
        for name in ("title", "username", "first_name", "last_name"):
            if getattr(self, name):
                body[name] = getattr(self, name)
        return body | ({"is_forum": True} if self.forum else {})

    # What a test asks.

    @property
    def messages(self) -> list[Message]:
        """Messages of the bot that are still there, oldest first."""
        with self.world.changed:
            return [message for message in self.log if message.from_bot and not message.deleted]

    def next_message(self, timeout: float = PATIENCE) -> Message:
        """The bot's next message in this chat that has not been returned yet."""

        def unseen() -> Message | None:
            sent = [message for message in self.log if message.from_bot]
            return sent[self.seen] if len(sent) > self.seen else None

        message = self.world.wait(unseen, timeout, f"no new message in {self.name}")
        self.seen += 1
        return message

    def next_edit(self, message: Message, timeout: float = PATIENCE) -> Message:
        """The message, once it has been edited since the last time this was asked."""

        def edited() -> Message | None:
            return message if message.edits > message.seen_edits else None

        self.world.wait(edited, timeout, f"message {message.id} in {self.name} was not edited")
        message.seen_edits += 1
        return message

    def stays_silent(self, seconds: float = 0.3) -> bool:
        """Whether the bot says nothing new here for a while."""
        try:
            self.next_message(seconds)
        except AssertionError:
            return True
        return False

    @property
    def name(self) -> str:
        """For messages to the person who reads a failing test."""
        return f"{self.kind} chat {self.title or self.first_name or self.id}"

    # What a test does.

    def add_topic(self, name: str) -> int:
        """Open a topic in a forum; returns its identifier."""
        with self.world.changed:
            created = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
            message = self.add(Message(0, None, [Version("")], extra=created))
            self.topics[message.id] = name
            return message.id

    def migrate(self) -> "Chat":
        """A group becomes a supergroup: a new chat, and the old one answers with its id."""
        with self.world.changed:
            new = self.world.supergroup(self.title)
            new.members = self.members
            self.migrated_to = new
            for chat, extra in (
                (self, {"migrate_to_chat_id": new.id}),
                (new, {"migrate_from_chat_id": self.id}),
            ):
                service = chat.add(Message(0, self.world.anonymous, [Version("")], extra=extra))
                self.world.post("message", service.json())
        return new

    def add_bot(self, by: "Person", standing: str = "member") -> None:
        """The bot is added, promoted or demoted; it gets ``my_chat_member``."""
        self.set_standing(by, standing)

    def kick_bot(self, by: "Person") -> None:
        """The bot is thrown out; it gets ``my_chat_member`` and may not speak here."""
        self.set_standing(by, "kicked")

    def set_standing(self, by: "Person", standing: str) -> None:
        """Change the bot's standing and tell it."""
        with self.world.changed:
            old, self.bot = self.bot, standing
            self.world.post(
                "my_chat_member",
                {
                    "chat": self.json(),
                    "from": by.json(),
                    "date": int(time.time()),
                    "old_chat_member": member(self.world.user, old),
                    "new_chat_member": member(self.world.user, standing),
                },
            )

    # What the methods use.

    def add(self, message: Message) -> Message:
        """Keep a message under the next number."""
        message.chat = self
        message.id = self.log[-1].id + 1 if self.log else 1 + abs(self.id) % 900
        self.log.append(message)
        self.world.changed.notify_all()
        return message

    def find(self, number: int) -> Message | None:
        """A message by its number, unless it was deleted."""
        for message in reversed(self.log):
            if message.id == number and not message.deleted:
                return message
        return None

    def check_writable(self) -> None:
        """Whether the bot may send here, or `Refusal`."""
        if self.migrated_to is not None:
            raise Refusal(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated_to.id,
            )
        if self.kind == "private":
            if not self.started:
                raise forbidden("bot can't initiate conversation with a user")
            if self.blocked:
                raise forbidden("bot was blocked by the user")
        elif self.bot == "kicked":
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        elif self.bot == "left":
            raise forbidden(f"bot is not a member of the {self.kind} chat")
        elif self.bot == "restricted" or (self.kind == "channel" and self.bot != "administrator"):
            raise Refusal("not enough rights to send text messages to the chat")

    def check_topic(self, topic: int | None) -> None:
        """Topics exist in forums only, and the general one has no number."""
        if topic is None or (self.kind == "supergroup" and not self.forum):
            return
        if self.kind != "group" and topic not in self.topics:
            raise Refusal("message thread not found")


def member(user: Json, status: str) -> Json:
    """A ChatMember object."""
    body: Json = {"user": user, "status": status}
    if status == "creator":
        return body | {"is_anonymous": False}
    if status == "kicked":
        return body | {"until_date": 0}
    if status == "administrator":
        return body | {"can_be_edited": False} | dict.fromkeys(RIGHTS, False)
    if status == "restricted":
        return body | {"is_member": True, "until_date": 0} | dict.fromkeys(RESTRICTED, False)
    return body


RIGHTS = (  # noqa: SIM905 - one word after another is easier to read
    "is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
    "can_restrict_members can_promote_members can_change_info can_invite_users "
    "can_post_stories can_edit_stories can_delete_stories"
).split()
RESTRICTED = (  # noqa: SIM905 - one word after another is easier to read
    "can_send_messages can_send_audios can_send_documents can_send_photos "
    "can_send_videos can_send_video_notes can_send_voice_notes can_send_polls "
    "can_send_other_messages can_add_web_page_previews can_change_info "
    "can_invite_users can_pin_messages can_manage_topics can_edit_tag "
    "can_react_to_messages"
).split()
