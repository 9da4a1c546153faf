"""Suggested, decided and published changes, and the order of all approvals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.state import deciding, settling
from bot.state.deciding import Decision, Ground, Ruling
from bot.state.history import History
from bot.state.revision import Revision, Suggestion
from bot.state.suggesting import Limits, Refusal, entered, refusal, repeated, tell
from bot.state.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a suggestion: taken, taken before, or why not; and a curator's approval."""

    outcome: Literal["accepted", "repeated"] | Refusal
    revision: Revision | None
    decision: Decision | None = None


class Revisions(History):
    """Every change ever suggested. Every method raises ``StateUnavailable``.

    What is returned is committed to the disk. Each change names its request (the update that
    brought it) and works once, however often it is asked for.
    """

    async def submit(
        self,
        suggestion: Suggestion,
        *,
        limits: Limits | None,
        tell_curators: Iterable[int] = (),
        draft: int | None = None,
        ruling: Ruling | None = None,
    ) -> Submitted:
        """Take a suggestion, or say why not.

        Args:
            suggestion: The change.
            limits: Against flooding; None for curators, who cannot be blocked either.
            tell_curators: Chats that get a ``suggested`` notice, committed with it.
            draft: The version of the author's draft that this was; it is erased with it, and
                pressing "send" twice sends once.
            ruling: Approve it at once, in the same transaction, as curators may.
        """

        def work(t: Transaction) -> Submitted:
            if before := repeated(t, suggestion.request):
                return Submitted("repeated", before)
            if reason := refusal(t, suggestion, limits):
                return Submitted(reason, None)
            if draft is not None and not _sent(t, suggestion.author, draft):
                return Submitted("draft-changed", None)
            taken = entered(t, suggestion)
            if ruling is None:
                tell(t, tell_curators, "suggested", taken)
                return Submitted("accepted", taken)
            decision = deciding.approve(t, taken.id, taken.version, ruling)
            return Submitted("accepted", decision.revision, decision)

        return await self._database.write(work)

    async def revise(
        self,
        number: int,
        author: int,
        body: Mapping[str, Any],
        *,
        version: int,
        request: str,
        tell_curators: Iterable[int] = (),
    ) -> Decision:
        """The author changes a waiting suggestion, as when they were asked back."""

        def work(t: Transaction) -> Decision:
            decision = deciding.revise(t, number, version, author, body, request)
            if decision.outcome == "done" and decision.revision:
                tell(t, tell_curators, "suggested", decision.revision)
            return decision

        return await self._database.write(work)

    async def withdraw(self, number: int, author: int, *, request: str) -> Decision:
        """The author takes a waiting suggestion back."""
        return await self._database.write(lambda t: deciding.withdraw(t, number, author, request))

    async def approve(
        self,
        number: int,
        ruling: Ruling,
        *,
        version: int,
        body: Mapping[str, Any] | None = None,
        over: int | None = None,
        ground: Ground | None = None,
    ) -> Decision:
        """Approve what was seen at ``version``, with the curator's own ``body`` perhaps.

        ``ground`` is the entry that it was seen as a change of, where that is not the one that
        the author saw. ``stale`` when the entry has been changed by another approval since:
        merge, then approve with ``over=decision.newer.sequence``.
        """
        return await self._database.write(
            lambda t: deciding.approve(t, number, version, ruling, body, over, ground)
        )

    async def reject(self, number: int, ruling: Ruling, *, version: int) -> Decision:
        """Reject what was seen at ``version``."""
        return await self._database.write(
            lambda t: deciding.decide(t, number, version, "rejected", ruling)
        )

    async def ask_back(self, number: int, ruling: Ruling, *, version: int) -> Decision:
        """Ask the author something; the suggestion waits for ``revise``."""
        return await self._database.write(
            lambda t: deciding.decide(t, number, version, "asked-back", ruling)
        )

    async def set_aside(self, number: int, ruling: Ruling, *, version: int) -> Decision:
        """Give up an approved, unpublished change for what a person wrote into the file."""
        return await self._database.write(lambda t: settling.set_aside(t, number, version, ruling))

    async def rebase(
        self,
        number: int,
        ruling: Ruling,
        *,
        version: int,
        base: str | None,
        previous: Mapping[str, Any] | None,
        body: Mapping[str, Any],
    ) -> Decision:
        """Put an approved, unpublished change on top of what a person wrote into the file."""
        return await self._database.write(
            lambda t: settling.rebase(t, number, version, ruling, base, previous, body)
        )

    async def published(self, written: Iterable[Revision], file_version: str) -> int:
        """Note that these revisions, as they are given, are in the file; how many were new."""

        def work(t: Transaction) -> int:
            changed = sum(settling.published(t, *pair, file_version) for pair in pairs)
            if changed:
                t.signal()
            return changed

        pairs = [(one.id, one.version) for one in written]
        return await self._database.write(work)


def _sent(t: Transaction, person: int, version: int) -> bool:
    """Erase the draft that became a suggestion; False when it is no longer that draft."""
    return bool(
        t.execute(
            "DELETE FROM drafts WHERE person = :person AND version = :version",
            person=person,
            version=version,
        )
    )
