"""Which messages show a suggestion to curators, so that they can show what became of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.state.database import Database
from bot.state.transaction import Transaction

KEPT_MS: Final = 90 * 86_400_000

_OUTDATED: Final = (
    " FROM cards JOIN revisions ON revisions.id = cards.revision"
    " WHERE revisions.version <> cards.version"
)


class Shown(NamedTuple):
    """A message in a chat that shows a suggestion as it was at a version."""

    chat: int
    message: int
    revision: int
    version: int


class Cards:
    """Messages that show suggestions, until those are decided.

    Every method raises ``StateUnavailable``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(self, shown: Shown) -> None:
        """Keep that a message shows a suggestion."""
        await self._database.write(lambda t: _remember(t, shown), durable=False)

    async def forget(self, chat: int, message: int) -> None:
        """A message shows the suggestion no more, or is kept up to date by who pressed there."""
        await self._database.write(
            lambda t: t.execute(
                "DELETE FROM cards WHERE chat = :chat AND message = :message",
                chat=chat,
                message=message,
            ),
            durable=False,
        )

    async def outdated(self, limit: int = 20) -> list[Shown]:
        """Messages whose suggestion is another one by now, for this caller alone.

        They are forgotten with that; whoever cannot show the suggestion as it is now, or will
        have to again, remembers the message anew.
        """
        if not await self._database.read(lambda t: t.number(f"SELECT count(*){_OUTDATED}")):
            return []
        return await self._database.write(lambda t: _claim(t, limit), durable=False)


def _remember(t: Transaction, shown: Shown) -> None:
    t.execute(
        "INSERT INTO cards (chat, message, revision, version, at)"
        " VALUES (:chat, :message, :revision, :version, :now)"
        " ON CONFLICT (chat, message) DO UPDATE SET revision = :revision, version = :version",
        **shown._asdict(),
        now=t.now,
    )


def _claim(t: Transaction, limit: int) -> list[Shown]:
    columns = "cards.chat, cards.message, cards.revision, cards.version"
    rows = t.all(f"SELECT {columns}{_OUTDATED} LIMIT :limit", limit=limit)
    found = [Shown(row["chat"], row["message"], row["revision"], row["version"]) for row in rows]
    return [
        shown
        for shown in found
        if t.execute(
            "DELETE FROM cards WHERE chat = :chat AND message = :message",
            chat=shown.chat,
            message=shown.message,
        )
    ]
