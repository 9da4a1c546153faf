"""What people must be told: kept with the change that it is about, sent at least once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.state.database import Database
from bot.state.transaction import Row, Transaction, dumped

LEASE_MS: Final = 60_000
LONGEST_MS: Final = 86_400_000  # a later time can only come from a clock that was set back


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell: to whom, of which kind, with the facts that the sentence needs.

    The sentence itself is made when it is sent, in the language that the person has then.
    """

    id: int
    recipient: int
    kind: str
    body: Mapping[str, Any]
    attempts: int
    created_at: int


def post(t: Transaction, recipient: int, kind: str, body: Mapping[str, Any], key: str) -> bool:
    """Queue a notice inside a transaction; False when one of this key was queued before."""
    return bool(
        t.execute(
            "INSERT INTO notices (id, key, recipient, kind, body, created_at, due_at, attempts)"
            " VALUES (:id, :key, :recipient, :kind, :body, :now, :now, 0)"
            " ON CONFLICT (key) DO NOTHING",
            id=t.next("notice"),
            key=key,
            recipient=recipient,
            kind=kind,
            body=dumped(body),
            now=t.now,
        )
    )


class Notices:
    """The queue of what must be told.

    One process claims a notice, sends it, and says ``done``. If it dies in between, the notice
    is due again when the lease ends: told twice at worst, never not at all. Every method raises
    ``StateUnavailable``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def post(self, recipient: int, kind: str, body: Mapping[str, Any], *, key: str) -> bool:
        """Queue a notice; False when one of the same key is or was there.

        Args:
            recipient: The chat that it goes to.
            kind: Names the sentence to be made of it.
            body: The facts in it.
            key: What makes it the same notice, as "reload failed 5f3a to 17".
        """
        return await self._database.write(lambda t: post(t, recipient, kind, body, key))

    async def claim(self, limit: int = 20, *, lease_ms: int = LEASE_MS) -> list[Notice]:
        """The notices that are due, oldest first, for this caller alone until the lease ends."""

        def work(t: Transaction) -> list[Notice]:
            rows = t.all(
                "SELECT * FROM notices WHERE done_at IS NULL"
                " AND (due_at <= :now OR due_at > :impossible) ORDER BY id LIMIT :limit",
                now=t.now,
                impossible=t.now + LONGEST_MS,
                limit=limit,
            )
            return [_notice(row) for row in rows if _leased(t, row, min(lease_ms, LONGEST_MS))]

        if not await self.waiting():  # most of the time: then nothing needs to be locked
            return []
        return await self._database.write(work, durable=False)

    async def done(self, notice: int) -> bool:
        """It was sent, or never can be (the bot is blocked); the recipient is erased from it."""
        return await self._database.write(
            lambda t: bool(
                t.execute(
                    "UPDATE notices SET done_at = :now, recipient = NULL, body = '{}'"
                    " WHERE id = :id AND done_at IS NULL",
                    id=notice,
                    now=t.now,
                )
            )
        )

    async def later(self, notice: int, after_ms: int) -> None:
        """It could not be sent now; due again after this time, a day at most."""
        await self._database.write(
            lambda t: t.execute(
                "UPDATE notices SET due_at = :due WHERE id = :id AND done_at IS NULL",
                id=notice,
                due=t.now + min(after_ms, LONGEST_MS),
            )
        )

    async def waiting(self) -> int:
        """How many notices have not been sent."""
        return await self._database.read(
            lambda t: t.number("SELECT count(*) FROM notices WHERE done_at IS NULL")
        )


def _leased(t: Transaction, row: Row, lease_ms: int) -> bool:
    """Whether this caller got it; with replicas another one may be claiming it too."""
    return bool(
        t.execute(
            "UPDATE notices SET due_at = :due, attempts = attempts + 1"
            " WHERE id = :id AND done_at IS NULL AND due_at = :seen",
            id=row["id"],
            seen=row["due_at"],
            due=t.now + lease_ms,
        )
    )


def _notice(row: Row) -> Notice:
    return Notice(
        id=row["id"],
        recipient=row["recipient"],
        kind=row["kind"],
        body=json.loads(row["body"]),
        attempts=row["attempts"] + 1,
        created_at=row["created_at"],
    )
