"""People who may look things up but not suggest."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.database import Database
from bot.state.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Block:
    """One person's block, by which curator (None when that was forgotten) and why."""

    person: int
    blocked_by: int | None
    reason: str | None
    at: int


def blocked(t: Transaction, person: int) -> bool:
    """Whether a person is blocked, inside a transaction."""
    return bool(t.number("SELECT count(*) FROM blocks WHERE person = :person", person=person))


class Blocks:
    """Who may not suggest. Every method raises ``StateUnavailable``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def blocked(self, person: int) -> bool:
        """Whether a person may not suggest."""
        return await self._database.read(lambda t: blocked(t, person))

    async def block(self, person: int, *, by: int, reason: str | None = None) -> bool:
        """Block a person; False when they were blocked already, which stays as it was."""
        return await self._database.write(
            lambda t: bool(
                t.execute(
                    "INSERT INTO blocks (person, blocked_by, reason, at)"
                    " VALUES (:person, :by, :reason, :now) ON CONFLICT (person) DO NOTHING",
                    person=person,
                    by=by,
                    reason=reason,
                    now=t.now,
                )
            )
        )

    async def unblock(self, person: int) -> bool:
        """Let a person suggest again; False when they were not blocked."""
        return await self._database.write(
            lambda t: bool(t.execute("DELETE FROM blocks WHERE person = :person", person=person))
        )

    async def all(self, limit: int, offset: int = 0) -> list[Block]:
        """A page of blocks, latest first."""
        rows = await self._database.read(
            lambda t: t.all(
                "SELECT person, blocked_by, reason, at FROM blocks ORDER BY at DESC, person"
                " LIMIT :limit OFFSET :offset",
                limit=limit,
                offset=offset,
            )
        )
        return [Block(**row) for row in rows]
