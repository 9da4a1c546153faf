"""Everything that the bot keeps, as one object with an asyncio face."""

from __future__ import annotations

import time
from pathlib import Path

from bot.state.answers import Answers
from bot.state.database import Clock, Database
from bot.state.drafts import Drafts
from bot.state.misses import Misses
from bot.state.preferences import Preferences
from bot.state.seen import Seen
from bot.state.transaction import GENERATION


def clock() -> int:
    """The time in milliseconds since 1970, in UTC."""
    return time.time_ns() // 1_000_000


class State:
    """What must outlast a restart, and where it is kept.

    Attributes:
        preferences: What people and chats chose.
        drafts: Half-written suggestions.
        misses: What was asked for in vain.
        seen: Requests that have been dealt with.
        answers: Which message answers which question.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.preferences = Preferences(database)
        self.drafts = Drafts(database)
        self.misses = Misses(database)
        self.seen = Seen(database)
        self.answers = Answers(database)

    @classmethod
    async def open(cls, path: Path, now: Clock = clock) -> State:
        """The state in this file; the file and its directory are made when they are not there.

        A trouble that may pass (read-only or full disk) does not stop the bot: ``trouble``
        says what it is, and writes raise ``StateUnavailable`` until it is over.

        Raises:
            StateRefused: The database is damaged, of a newer program, or not the bot's.
        """
        database = Database(path, now)
        await database.open()
        return cls(database)

    async def close(self) -> None:
        """Finish what was asked for and close the file."""
        await self.answers.flush()
        await self._database.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    @property
    def trouble(self) -> str | None:
        """Why the database could not be used the last time, None while all is well."""
        return self._database.trouble

    async def generation(self) -> int:
        """A number that has grown whenever preferences or revisions have changed.

        Raises:
            StateUnavailable: The database cannot be used now.
        """
        return await self._database.read(
            lambda t: t.number("SELECT value FROM counters WHERE name = :name", name=GENERATION)
        )
