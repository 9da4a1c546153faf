"""People who write to the bot, press its buttons and search through it."""

import itertools
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from tests.standin import entities, utf16
from tests.standin.chat import Chat, member
from tests.standin.message import Button, Message, Version
from tests.standin.query import Query, Result

if TYPE_CHECKING:
    from tests.standin.world import World

Json = dict[str, Any]
NUMBERS = itertools.count(4382000000000000001)


@dataclass(eq=False, repr=False)
class Person:
    """A user of Telegram. `chat` is the private chat with the bot."""

    world: "World"
    id: int
    chat: Chat
    first_name: str
    last_name: str | None
    username: str | None
    language: str | None

    def __repr__(self) -> str:
        return f"<{self.first_name}, {self.id}>"

    def json(self) -> Json:
        """The User object of the Bot API."""
        body: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        given = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        return body | {name: value for name, value in given.items() if value}

    def says(
        self,
        text: str,
        chat: Chat | None = None,
        *,
        reply_to: Message | None = None,
        quote: str | None = None,
        topic: int | None = None,
        forwarded_from: "Person | str | None" = None,
        formatted: list[Json] | None = None,
        document: tuple[str, bytes] | None = None,
        photo: bool = False,
        anonymous: bool = False,
        as_channel: Chat | None = None,
        via_bot: bool = False,
    ) -> Message:
        """Send a message; the bot gets an update if Telegram would give it one.

        Commands, mentions and links become entities by themselves; ``formatted`` adds others.
        With ``document`` or ``photo`` the text is a caption. ``quote`` is marked in ``reply_to``.
        """
        chat = chat or self.chat
        if chat is self.chat:
            chat.started, chat.blocked = True, False
        sender, extra = self.sender(chat, anonymous=anonymous, channel=as_channel)
        extra |= origin(forwarded_from)
        if photo:
            extra["photo"] = [
                {"file_id": "photo", "file_unique_id": "photo", "width": 9, "height": 9}
            ]
        if via_bot:
            extra["via_bot"] = self.world.user
        spans = [*entities.found(text), *(formatted or [])]
        message = Message(
            0,
            sender,
            [Version(text, spans)],
            reply_to=reply_to,
            quote=quote,
            topic=topic,
            extra=extra,
            document=document,
        )
        with self.world.changed:
            chat.add(message)
            if self.delivers(message):
                kind = "channel_post" if chat.kind == "channel" else "message"
                self.world.post(kind, message.json())
        return message

    def sender(
        self, chat: Chat, *, anonymous: bool, channel: Chat | None
    ) -> tuple[Json | None, Json]:
        """``from`` and the fields that say on whose behalf it was sent."""
        if anonymous:
            return self.world.anonymous, {"sender_chat": chat.json()}
        if channel is not None:
            return self.world.channel_sender, {"sender_chat": channel.json()}
        if chat.kind == "channel":
            return None, {"sender_chat": chat.json()}
        return self.json(), {}

    def delivers(self, message: Message) -> bool:
        """Whether Telegram shows a message to the bot.

        https://core.telegram.org/bots/features#privacy-mode
        """
        chat = message.chat
        if chat is None or chat.bot in ("kicked", "left"):
            return False
        if chat.kind in ("private", "channel") or not self.world.privacy:
            return True
        if chat.bot == "administrator" or "via_bot" in message.extra:
            return True
        if message.reply_to is not None and message.reply_to.from_bot:
            return True
        return self.addressed(message, chat)

    def addressed(self, message: Message, chat: Chat) -> bool:
        """Whether a command or a mention in a group is meant for the bot."""
        name = self.world.username.lower()
        for entity in message.entities:
            word = utf16.cut(message.text, entity["offset"], entity["length"]).lower()
            if entity["type"] == "mention" and word == f"@{name}":
                return True
            if entity["type"] == "bot_command":
                bot = word.partition("@")[2]
                if bot == name or (not bot and not chat.other_bot_spoke):
                    return True
        return False

    def starts(self, payload: str = "") -> Message:
        """Open the private chat, perhaps through a deep link with a payload."""
        return self.says(f"/start {payload}".rstrip())

    def opens(self, link: str | Button) -> Message:
        """Follow a link ``t.me/<bot>?start=…`` and press Start."""
        url = (link.url or "") if isinstance(link, Button) else link
        parts = urlsplit(url)
        if parts.netloc not in ("t.me", "telegram.me") or parts.path != f"/{self.world.username}":
            raise AssertionError(f"{url} does not lead to this bot")
        payload = parse_qs(parts.query).get("start", [""])[0]
        if payload and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload):
            raise AssertionError(f"{payload!r} is no start parameter")
        return self.starts(payload)

    def edits(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        with self.world.changed:
            message.versions.append(Version(text, entities.found(text)))
            if self.delivers(message):
                self.world.post("edited_message", message.json())

    def deletes(self, message: Message) -> None:
        """Delete a message; bots are not told."""
        with self.world.changed:
            message.deleted = True

    def presses(self, button: Button | Message, label: str = "") -> Query:
        """Press a button with callback data: `presses(button)` or `presses(message, "label")`."""
        pressed = button.button(label) if isinstance(button, Message) else button
        if pressed.data is None:
            raise AssertionError(f"the button {pressed.text!r} has no callback data")
        return self.calls_back(pressed.message, pressed.data)

    def calls_back(self, message: Message, data: str) -> Query:
        """Send callback data of any kind for a message, as a changed client may."""
        query = self.asks("callback", data)
        body: Json = {"id": query.id, "from": self.json(), "chat_instance": "1", "data": data}
        if message.inline_id is not None:
            body["inline_message_id"] = message.inline_id
        elif message.deleted and message.chat is not None:
            body["message"] = {
                "chat": message.chat.json(),
                "message_id": message.id,
                "date": 0,
            }
        else:
            body["message"] = message.json()
        self.world.post("callback_query", body)
        return query

    def types_inline(
        self, text: str, *, offset: str = "", chat_type: str | None = "sender"
    ) -> Query:
        """Type ``@bot text`` in some chat. At most 256 characters are sent."""
        query = self.asks("inline", text[:256], offset)
        body: Json = {"id": query.id, "from": self.json(), "query": query.text, "offset": offset}
        if chat_type:
            body["chat_type"] = chat_type
        self.world.post("inline_query", body)
        return query

    def picks(self, query: Query, result: Result | int = 0, chat: Chat | None = None) -> Message:
        """Send one inline result to a chat (by default one that the bot cannot see)."""
        chosen = query.results()[result] if isinstance(result, int) else result
        with self.world.changed:
            message = chosen.message
            message.chat, message.sender = chat, self.json()
            body: Json = {"result_id": chosen.id, "from": self.json(), "query": query.text}
            if message.rows:
                message.inline_id = f"inline-{next(NUMBERS)}"
                self.world.inline[message.inline_id] = message
                body["inline_message_id"] = message.inline_id
            if self.world.feedback:
                self.world.post("chosen_inline_result", body)
        if chat is not None:
            self.says(message.text, chat, via_bot=True)
        return message

    def summons(
        self, text: str, chat: Chat | None = None, *, reply_to: Message | str | None = None
    ) -> Query:
        """Mention the bot in a chat where it is no member: a guest query.

        ``reply_to`` is the message that the mention replies to, or its text.
        """
        query = self.asks("guest", text)
        chat = chat or Chat(self.world, -(1003000000000 + self.id), "supergroup", "Elsewhere")
        if isinstance(reply_to, str):
            writer = self.json() | {"id": 99, "first_name": "Someone"}
            reply_to = Message(7, writer, [Version(reply_to, entities.found(reply_to))], chat)
        written = f"@{self.world.username} {text}".rstrip()
        message = Message(
            8,
            self.json(),
            [Version(written, entities.found(written))],
            chat,
            reply_to=reply_to,
            extra={"guest_query_id": query.id},
        )
        self.world.post("guest_message", message.json())
        return query

    def reacts(self, message: Message, emoji: str = "", *, anonymous: bool = False) -> None:
        """Choose a reaction to a message, or none; the bot is told where it is administrator."""
        chat = message.chat
        with self.world.changed:
            old = message.chosen.get(self.id, "")
            message.chosen[self.id] = emoji
            if chat is None or chat.bot != "administrator":
                return
            body: Json = {"chat": chat.json(), "message_id": message.id, "date": int(time.time())}
            body |= {"actor_chat": chat.json()} if anonymous else {"user": self.json()}
            for name, chosen in (("old_reaction", old), ("new_reaction", emoji)):
                body[name] = [{"type": "emoji", "emoji": chosen}] if chosen else []
            self.world.post("message_reaction", body)

    def asks(self, kind: str, text: str, offset: str = "") -> Query:
        """Make a query that the bot may answer once."""
        query = Query(self.world, str(next(NUMBERS)), kind, self, text, offset)
        with self.world.changed:
            self.world.queries[query.id] = query
        return query

    def blocks(self) -> None:
        """Block the bot, which is told."""
        self.set_blocked(blocked=True)

    def unblocks(self) -> None:
        """Let the bot write again, which is told."""
        self.set_blocked(blocked=False)

    def set_blocked(self, *, blocked: bool) -> None:
        """Change whether the bot may write, and tell it."""
        standings = ("member", "kicked") if blocked else ("kicked", "member")
        with self.world.changed:
            self.chat.blocked = blocked
            self.world.post(
                "my_chat_member",
                {
                    "chat": self.chat.json(),
                    "from": self.json(),
                    "date": int(time.time()),
                    "old_chat_member": member(self.world.user, standings[0]),
                    "new_chat_member": member(self.world.user, standings[1]),
                },
            )


def origin(author: "Person | str | None") -> Json:
    """``forward_origin``: a person, or only the name of one who hides."""
    if author is None:
        return {}
    body: Json = {"date": int(time.time())}
    if isinstance(author, str):
        return {"forward_origin": body | {"type": "hidden_user", "sender_user_name": author}}
    return {"forward_origin": body | {"type": "user", "sender_user": author.json()}}
