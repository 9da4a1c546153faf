"""Requests that have been dealt with; Telegram repeats an update when our answer got lost."""

from __future__ import annotations

import hashlib
from typing import Final

from bot.state.database import Database
from bot.state.transaction import Transaction

KEPT_MS: Final = 2 * 86_400_000  # Telegram keeps undelivered updates for 24 hours


def first_time(t: Transaction, request: str) -> bool:
    """Note a request inside a transaction; whether it is new."""
    return bool(
        t.execute(
            "INSERT INTO seen (request, at) VALUES (:request, :now) ON CONFLICT (request)"
            " DO NOTHING",
            request=digest(request),
            now=t.now,
        )
    )


def digest(request: str) -> str:
    """A request's name without the chat and message numbers that it is made of."""
    return hashlib.blake2b(request.encode("utf-8", "replace"), digest_size=16).hexdigest()


class Seen:
    """Requests of the last two days, by digest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def first_time(self, request: str) -> bool:
        """Note a request; True for the first one of this name, False for each further one.

        For effects outside the database. What is written to the database takes a ``request``
        itself, so that noting and doing are one transaction. Raises ``StateUnavailable``.
        """
        return await self._database.write(lambda t: first_time(t, request))
