"""Looking at revisions: what waits, what happened, what has been approved since."""

from __future__ import annotations

from bot.state.database import Database
from bot.state.revision import Revision, found, last_approved, revision
from bot.state.suggesting import repeated
from bot.state.transaction import Value

_APPROVED = "SELECT * FROM revisions WHERE state = 'approved' AND "


class History:
    """Everything about revisions that changes nothing. Raises ``StateUnavailable``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, number: int) -> Revision | None:
        """The revision of this id."""
        return await self._database.read(lambda t: found(t, number))

    async def made_by(self, request: str) -> Revision | None:
        """The revision that a request has made before, if it is delivered again."""
        return await self._database.read(lambda t: repeated(t, request))

    async def latest(self, concept: str) -> int:
        """The sequence of an entry's last approval, 0 when there is none."""
        last = await self._database.read(lambda t: last_approved(t, concept))
        return (last.sequence or 0) if last else 0

    async def queue(self, limit: int, offset: int = 0) -> list[Revision]:
        """A page of what waits for a curator, oldest first."""
        return await self._all(
            "SELECT * FROM revisions WHERE state = 'pending' ORDER BY id"
            " LIMIT :limit OFFSET :offset",
            limit=limit,
            offset=offset,
        )

    async def waiting_of(self, person: int) -> list[Revision]:
        """What a person has suggested and nobody has decided, oldest first."""
        return await self._all(
            "SELECT * FROM revisions WHERE author = :person"
            " AND state IN ('pending', 'asked-back') ORDER BY id",
            person=person,
        )

    async def history(self, concept: str, limit: int, offset: int = 0) -> list[Revision]:
        """A page of an entry's revisions, latest first."""
        return await self._all(
            "SELECT * FROM revisions WHERE concept = :concept ORDER BY id DESC"
            " LIMIT :limit OFFSET :offset",
            concept=concept,
            limit=limit,
            offset=offset,
        )

    async def log(self, limit: int, offset: int = 0) -> list[Revision]:
        """A page of all revisions, latest first."""
        return await self._all(
            "SELECT * FROM revisions ORDER BY id DESC LIMIT :limit OFFSET :offset",
            limit=limit,
            offset=offset,
        )

    async def approved_since(self, sequence: int, limit: int = 1_000) -> list[Revision]:
        """What was approved after this place in the order, in that order."""
        return await self._all(
            _APPROVED + "sequence > :sequence ORDER BY sequence LIMIT :limit",
            sequence=sequence,
            limit=limit,
        )

    async def unpublished(self) -> list[Revision]:
        """What is approved and not yet in the file, in the order of approval."""
        return await self._all(_APPROVED + "published_at IS NULL ORDER BY sequence")

    async def counts(self) -> dict[str, int]:
        """How many revisions there are in each state, for metrics and `/status`."""
        rows = await self._database.read(
            lambda t: t.all("SELECT state, count(*) AS times FROM revisions GROUP BY state")
        )
        return {row["state"]: row["times"] for row in rows}

    async def _all(self, sql: str, **values: Value) -> list[Revision]:
        rows = await self._database.read(lambda t: t.all(sql, **values))
        return [revision(row) for row in rows]
