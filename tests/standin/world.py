"""Everything that the stand-in knows: the bot, people, chats, queries, updates on their way."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.standin.chat import PATIENCE, Chat
from tests.standin.fields import UNASKED, UPDATES
from tests.standin.message import Message
from tests.standin.person import Person
from tests.standin.query import Query
from tests.standin.refusal import TOO_OLD, Refusal

Json = dict[str, Any]
Found = TypeVar("Found")

TOKEN = "7000000001:AAE-standin-token-of-no-real-bot-00000"
ANONYMOUS: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL: Json = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}


@dataclass
class Profile:
    """What the bot has told about itself, by language ("" is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class World:
    """State shared by the server's thread and the test's; `changed` guards it.

    Attributes:
        privacy: Whether the bot sees only what concerns it in groups.
        lifetime: Seconds during which a query may be answered.
        feedback: Whether chosen inline results are reported.
    """

    anonymous = ANONYMOUS
    channel_sender = CHANNEL

    def __init__(self, token: str = TOKEN) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.token = token
        self.bot: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Glossary",
            "username": "glossary_test_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "supports_guest_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.privacy = True
        self.lifetime = 30.0
        self.feedback = True
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.inline: dict[str, Message] = {}
        self.queries: dict[str, Query] = {}
        self.profile = Profile()
        self.pending: list[Json] = []
        self.again: list[Json] = []
        self.allowed = set(UPDATES) - UNASKED
        self.next_update = 700000001
        self.woken: list[Callable[[], None]] = []

    @property
    def username(self) -> str:
        """The bot's username, without @."""
        return str(self.bot["username"])

    @property
    def user(self) -> Json:
        """The bot as others see it: its User object without the fields of `getMe`."""
        return {name: self.bot[name] for name in ("id", "is_bot", "first_name", "username")}

    # People and chats.

    def person(
        self,
        first_name: str = "Ada",
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "en",
        started: bool = True,
    ) -> Person:
        """Someone new, with a private chat; ``started`` says whether the bot may write to it."""
        with self.changed:
            number = 100001 + len(self.people)
            chat = Chat(
                self,
                number,
                "private",
                first_name=first_name,
                last_name=last_name,
                username=username,
                started=started,
            )
            person = Person(self, number, chat, first_name, last_name, username, language)
            self.people[number] = person
            self.chats[number] = chat
            return person

    def group(self, title: str = "Group", *members: Person) -> Chat:
        """A basic group with the bot in it."""
        return self.keep(Chat(self, -(5000 + len(self.chats)), "group", title), members)

    def supergroup(self, title: str = "Supergroup", *members: Person, forum: bool = False) -> Chat:
        """A supergroup, perhaps a forum, with the bot in it."""
        number = -(1001000000000 + len(self.chats))
        return self.keep(Chat(self, number, "supergroup", title, forum=forum), members)

    def channel(self, title: str = "Channel", *members: Person) -> Chat:
        """A channel with the bot as an administrator."""
        number = -(1002000000000 + len(self.chats))
        return self.keep(Chat(self, number, "channel", title, bot="administrator"), members)

    def keep(self, chat: Chat, members: tuple[Person, ...]) -> Chat:
        """Take in a chat; the first member is its creator."""
        with self.changed:
            self.chats[chat.id] = chat
            for person in members:
                standing = "member" if chat.members else "creator"
                chat.members[person.id] = (person, standing)
            return chat

    def chat(self, given: int | str) -> Chat:
        """A chat by its id or @username, or `Refusal`."""
        for chat in self.chats.values():
            if given in (chat.id, f"@{chat.username}") and (
                isinstance(given, int) or chat.kind != "private"
            ):
                return chat
        raise Refusal("chat not found")

    # Queries.

    def query(self, identifier: str, kind: str) -> Query:
        """A query that may still be answered, or `Refusal`."""
        query = self.queries.get(identifier)
        if query is None or query.kind != kind or query.answer is not None:
            raise Refusal(TOO_OLD)
        if query.expired or time.monotonic() - query.asked > self.lifetime:
            raise Refusal(TOO_OLD)
        return query

    # Updates.

    def post(self, kind: str, body: Json) -> None:
        """Queue an update, if the bot has asked for its kind."""
        with self.changed:
            if kind not in self.allowed:
                return
            self.pending.append({"update_id": self.next_update, kind: body})
            self.next_update += 1
            for wake in self.woken:
                wake()

    def redeliver(self, update: Json) -> None:
        """Deliver an update once more under its old number, even if it was confirmed."""
        with self.changed:
            self.again.append(update)
            for wake in self.woken:
                wake()

    # Waiting.

    def wait(self, probe: Callable[[], Found | None], timeout: float, failure: str) -> Found:
        """The first thing that a probe finds, or `AssertionError` after ``timeout`` seconds."""
        result: list[Found] = []

        def found() -> bool:
            value = probe()
            if value is not None:
                result.append(value)
            return value is not None

        with self.changed:
            if not self.changed.wait_for(found, timeout):
                raise AssertionError(f"{failure} within {timeout} s")
        return result[0]

    def settle(self, timeout: float = PATIENCE) -> None:
        """Wait until every update has been taken and every callback query answered."""

        def settled() -> bool | None:
            waiting = [q for q in self.queries.values() if q.kind == "callback" and q.open]
            return True if not self.pending and not waiting else None

        self.wait(settled, timeout, "updates or callback queries were left")
