"""Everything that the bot keeps, as one object with an asyncio face."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bot.state.answers import Answers
from bot.state.backups import backup
from bot.state.blocks import Blocks
from bot.state.cards import Cards
from bot.state.database import Clock, Database
from bot.state.drafts import Drafts
from bot.state.erasure import Erased, forget, kept_with
from bot.state.errors import StateUnavailable
from bot.state.misses import Misses
from bot.state.notices import Notices
from bot.state.preferences import Preferences
from bot.state.retention import prune, prune_backups
from bot.state.revisions import Revisions
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
        revisions: Suggested, decided and published changes.
        notices: What people must be told.
        blocks: Who may not suggest.
        seen: Requests that have been dealt with.
        answers: Which message answers which question.
        cards: Which messages show suggestions to curators.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.preferences = Preferences(database)
        self.drafts = Drafts(database)
        self.misses = Misses(database)
        self.revisions = Revisions(database)
        self.notices = Notices(database)
        self.blocks = Blocks(database)
        self.seen = Seen(database)
        self.answers = Answers(database)
        self.cards = Cards(database)

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

    async def changes(self, every: float = 1.0) -> AsyncIterator[int]:
        """The generation now, and again each time that it has changed, for as long as one asks.

        What is held in memory is read anew first. While the database is unavailable nothing
        comes; the first look after that is not missed.

        Args:
            every: Seconds between two looks.
        """
        known = None
        while True:
            with contextlib.suppress(StateUnavailable):
                found = await self.generation()
                if found != known:
                    known = found
                    self.preferences.refresh()
                    yield found
            await asyncio.sleep(every)

    async def kept_with(self, person: int, byline: str | None = None) -> dict[str, int]:
        """How many rows of which tables hold a person's id, or their public handle as a credit.

        Empty when none does.

        Raises:
            StateUnavailable: The database cannot be used now.
        """
        return await self._database.read(lambda t: kept_with(t, person, byline))

    async def forget(self, person: int, byline: str | None = None) -> Erased:
        """Erase what is kept with a person, at once and from the bytes of the file too.

        Revisions stay, with nobody's name on them.

        Args:
            person: The person's id.
            byline: Their public handle, to take it off decided revisions, which are no longer
                linked to the id, and out of the entries in them.

        Raises:
            StateUnavailable: Nothing was erased.
        """
        self.answers.forget(person)
        erased = await self._database.write(lambda t: forget(t, person, byline))
        self.preferences.refresh(person)
        await self._database.flush()
        return erased

    async def prune(self, now: int | None = None) -> dict[str, int]:
        """Let go of what has been kept long enough; how many rows of what. Call it every hour.

        After a jump of the clock by more than two days it takes a second call to be believed.

        Args:
            now: The time to go by in milliseconds since 1970; the clock's when not given.

        Raises:
            StateUnavailable: Nothing was let go.
        """
        moment = self._database.now() if now is None else now
        gone = await self._database.write(lambda t: prune(t, moment))
        if gone is None:
            return {}
        copies = await asyncio.to_thread(prune_backups, self.path, moment)
        return {**gone, "copies": copies} if copies else gone

    async def backup(self, target: Path) -> Path:
        """Copy the whole database into one file while everything goes on.

        Raises:
            StateUnavailable: The copy could not be made; no file was left.
        """
        return await asyncio.to_thread(backup, self.path, target)
