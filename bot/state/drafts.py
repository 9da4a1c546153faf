"""Half-written suggestions: one for each person, kept across restarts of the bot."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.state.database import Database
from bot.state.errors import StateError
from bot.state.transaction import Row, Transaction, dumped

KEPT_MS: Final = 30 * 86_400_000


class DraftChanged(StateError):  # noqa: N818 - an outcome, not a mistake
    """The draft is not as it was read: another message, or another process, was faster.

    Attributes:
        draft: The draft as it is now, None when it is gone.
    """

    def __init__(self, draft: Draft | None) -> None:
        super().__init__("The draft has changed since it was read; look at it again.")
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. ``version`` is 1 for a new one and grows by 1 with each change."""

    person: int
    chat: int
    step: str
    body: Mapping[str, Any]
    version: int
    updated_at: int


class Drafts:
    """One draft for each person. Drafts untouched for 30 days are forgotten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, person: int) -> Draft | None:
        """The person's draft. Raises ``StateUnavailable``."""
        return await self._database.read(lambda t: _found(t, person))

    async def save(
        self,
        person: int,
        chat: int,
        step: str,
        body: Mapping[str, Any],
        *,
        version: int,
        request: str | None = None,
    ) -> Draft:
        """Keep a draft and return it with its new version.

        Args:
            person: Whose draft it is.
            chat: Where it is being written.
            step: What is asked for next, as the conversation names it.
            body: What has been said so far.
            version: The version that was read; 0 when there was no draft.
            request: Names the update that wants this. The same one again changes nothing and
                returns the draft as it is.

        Raises:
            DraftChanged: The draft is no longer at ``version``.
            StateUnavailable: Nothing was kept.
        """

        def work(t: Transaction) -> Draft:
            row = _row(t, person)
            if row and request is not None and row["request"] == request:
                return _draft(row)
            if (row["version"] if row else 0) != version:
                raise DraftChanged(_draft(row) if row else None)
            return _kept(t, Draft(person, chat, step, body, version + 1, t.now), request)

        return await self._database.write(work)

    async def discard(self, person: int, *, version: int | None = None) -> bool:
        """Erase a draft; whether there was one. With ``version``, only that version of it.

        Raises:
            DraftChanged: The draft is at another version.
            StateUnavailable: Nothing was erased.
        """

        def work(t: Transaction) -> bool:
            found = _found(t, person)
            if found and version is not None and found.version != version:
                raise DraftChanged(found)
            return bool(t.execute("DELETE FROM drafts WHERE person = :person", person=person))

        return await self._database.write(work)


def _kept(t: Transaction, draft: Draft, request: str | None) -> Draft:
    t.execute(
        "INSERT INTO drafts (person, chat, step, body, version, request, created_at, updated_at)"
        " VALUES (:person, :chat, :step, :body, :version, :request, :now, :now)"
        " ON CONFLICT (person) DO UPDATE SET chat = :chat, step = :step, body = :body,"
        " version = :version, request = :request, updated_at = :now",
        person=draft.person,
        chat=draft.chat,
        step=draft.step,
        body=dumped(draft.body),
        version=draft.version,
        request=request,
        now=t.now,
    )
    return draft


def _row(t: Transaction, person: int) -> Row | None:
    """The draft's row; one that has expired and waits for the next clean-up is as good as gone."""
    row = t.one("SELECT * FROM drafts WHERE person = :person", person=person)
    if row and row["updated_at"] < t.now - KEPT_MS:
        t.execute("DELETE FROM drafts WHERE person = :person", person=person)
        return None
    return row


def _found(t: Transaction, person: int) -> Draft | None:
    row = t.one(
        "SELECT * FROM drafts WHERE person = :person AND updated_at >= :oldest",
        person=person,
        oldest=t.now - KEPT_MS,
    )
    return _draft(row) if row else None


def _draft(row: Row) -> Draft:
    return Draft(
        person=row["person"],
        chat=row["chat"],
        step=row["step"],
        body=json.loads(row["body"]),
        version=row["version"],
        updated_at=row["updated_at"],
    )
