"""What people and group chats chose: language, notices, offers to explain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast, get_args

from bot.concept import Language
from bot.recent import Recent
from bot.state.database import Database
from bot.state.errors import StateUnavailable
from bot.state.transaction import Row, Transaction

PATIENCE: Final = 0.25  # seconds that a lookup waits for a preference before it goes on without
REMEMBERED: Final = 10_000  # people, and chats, whose choice is held in memory

SETTINGS: Final[dict[str, tuple[str, ...]]] = {
    "language": get_args(Language),
    "offer_to_explain": ("on", "off"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """The choices of one person; ``language`` is None while Telegram's language is followed."""

    language: Language | None = None
    notify: bool = True


@dataclass(frozen=True, slots=True)
class Chat:
    """The choices of one group chat; ``language`` is None while none was chosen."""

    language: Language | None = None
    offer_to_explain: bool = False


class Preferences:
    """Choices of people and chats.

    Reading never fails and never waits long: without the database the defaults are given, since
    an answer in another language is better than none. Writing raises ``StateUnavailable``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people: Recent[int, Person] = Recent(REMEMBERED)
        self._chats: Recent[int, Chat] = Recent(REMEMBERED)

    async def person(self, person: int) -> Person:
        """The choices of a person."""
        if held := self._people.get(person):
            return held
        try:
            found = await self._database.read(lambda t: _person(t, person), patience=PATIENCE)
        except StateUnavailable:
            return Person()
        return self._people.keep(person, found)

    async def chat(self, chat: int) -> Chat:
        """The choices of a group chat."""
        if held := self._chats.get(chat):
            return held
        try:
            found = await self._database.read(lambda t: _chat(t, chat), patience=PATIENCE)
        except StateUnavailable:
            return Chat()
        return self._chats.keep(chat, found)

    async def language(self, person: int) -> Language | None:
        """The language that a person chose, None when they did not."""
        return (await self.person(person)).language

    async def set_language(self, person: int, language: Language | None) -> None:
        """Keep the language that a person chose; None follows Telegram's language again."""

        def work(t: Transaction) -> Person:
            t.execute(
                "INSERT INTO people (person, language, updated_at) VALUES (:person, :language,"
                " :now) ON CONFLICT (person) DO UPDATE SET language = :language,"
                " updated_at = :now",
                person=person,
                language=language,
                now=t.now,
            )
            t.signal()
            return _person(t, person)

        self._people.keep(person, await self._database.write(work))

    async def set_notify(self, person: int, *, notify: bool) -> None:
        """Keep whether a person wants to hear what became of their suggestions."""

        def work(t: Transaction) -> Person:
            t.execute(
                "INSERT INTO people (person, notify, updated_at) VALUES (:person, :notify, :now)"
                " ON CONFLICT (person) DO UPDATE SET notify = :notify, updated_at = :now",
                person=person,
                notify=int(notify),
                now=t.now,
            )
            t.signal()
            return _person(t, person)

        self._people.keep(person, await self._database.write(work))

    async def set_chat(self, chat: int, name: str, value: str | None) -> Chat:
        """Keep one setting of a group chat; None takes it back. Returns all of its choices.

        Raises:
            ValueError: ``SETTINGS`` does not have this name, or not this value for it.
            StateUnavailable: Nothing was kept.
        """
        if value not in (None, *SETTINGS.get(name, ())) or name not in SETTINGS:
            raise ValueError(f"A chat has no setting {name} = {value}.")

        def work(t: Transaction) -> Chat:
            _keep_setting(t, chat, name, value)
            t.signal()
            return _chat(t, chat)

        return self._chats.keep(chat, await self._database.write(work))

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup with another id: its choices go along, once."""

        def work(t: Transaction) -> Chat:
            for row in t.all("SELECT name, value FROM chats WHERE chat = :old", old=old):
                _keep_setting(t, new, row["name"], row["value"])
            t.execute("DELETE FROM chats WHERE chat = :old", old=old)
            t.signal()
            return _chat(t, new)

        self._chats.keep(new, await self._database.write(work))
        self._chats.drop(old)

    async def forget_chat(self, chat: int) -> int:
        """Erase a chat's choices, as when the bot has left it; how many there were."""

        def work(t: Transaction) -> int:
            t.signal()
            return t.execute("DELETE FROM chats WHERE chat = :chat", chat=chat)

        erased = await self._database.write(work)
        self._chats.drop(chat)
        return erased

    def refresh(self, key: int | None = None) -> None:
        """Read again what may have changed elsewhere, of one person or chat or of all."""
        for held in (self._people, self._chats):
            held.clear() if key is None else held.drop(key)


def _person(t: Transaction, person: int) -> Person:
    row = t.one("SELECT language, notify FROM people WHERE person = :person", person=person)
    return Person(_language(row), bool(row["notify"])) if row else Person()


def _chat(t: Transaction, chat: int) -> Chat:
    rows = t.all("SELECT name, value FROM chats WHERE chat = :chat", chat=chat)
    values = {row["name"]: row["value"] for row in rows}
    return Chat(_language(values), values.get("offer_to_explain") == "on")


def _keep_setting(t: Transaction, chat: int, name: str, value: str | None) -> None:
    if value is None:
        t.execute("DELETE FROM chats WHERE chat = :chat AND name = :name", chat=chat, name=name)
        return
    t.execute(
        "INSERT INTO chats (chat, name, value, updated_at) VALUES (:chat, :name, :value, :now)"
        " ON CONFLICT (chat, name) DO UPDATE SET value = :value, updated_at = :now",
        chat=chat,
        name=name,
        value=value,
        now=t.now,
    )


def _language(row: Row) -> Language | None:
    found = row.get("language")
    return cast(Language, found) if found in get_args(Language) else None
