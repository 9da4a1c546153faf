"""A decision on a revision: the first one counts, every other one is told whose that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.state.revision import Revision, RevisionState, found, last_approved
from bot.state.seen import digest
from bot.state.suggesting import tell
from bot.state.transaction import Transaction, dumped

Outcome: TypeAlias = Literal["done", "repeated", "lost", "changed", "stale", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Who decides, and why.

    Attributes:
        reviewer: The curator's id.
        request: Names the update that brought it; the same one again changes nothing.
        byline: The curator's public handle, None to stay unnamed.
        reason: What the author is told.
    """

    reviewer: int
    request: str
    byline: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The entry as a curator saw it when they approved a change to it.

    Attributes:
        base: Its hash; None for no entry.
        previous: The entry itself.
    """

    base: str | None
    previous: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of an attempt to change a revision.

    Attributes:
        outcome: ``done`` (it counts), ``repeated`` (the same request had done it), ``lost``
            (decided before: see ``reviewer`` and ``state`` of the revision), ``changed`` (it is
            at another version now: look again), ``stale`` (``newer`` was approved for the same
            entry meanwhile: choose), ``missing`` (no such revision, or not this person's).
        revision: The revision as it is now.
        newer: What was approved meanwhile.
    """

    outcome: Outcome
    revision: Revision | None
    newer: Revision | None = None


def obstacle(t: Transaction, number: int, version: int, request: str) -> Decision | None:
    """Why a revision cannot be changed now by this request; None when it can."""
    row = t.one("SELECT decision FROM revisions WHERE id = :id", id=number)
    now = found(t, number)
    if row is None or now is None:
        return Decision("missing", None)
    if row["decision"] == digest(request):
        return Decision("repeated", now)
    if not now.open:
        return Decision("lost", now)
    return None if now.version == version else Decision("changed", now)


def overtaken(t: Transaction, number: int, over: int | None) -> Decision | None:
    """``stale`` when the entry got another approval since this suggestion was begun.

    ``over`` is the sequence of the newest approval that the curator has seen.
    """
    old = found(t, number)
    last = last_approved(t, old.concept) if old else None
    if old is None or last is None or last.sequence is None or last.id == number:
        return None  # its own approval, a moment ago, is no news
    seen = old.base_sequence if over is None else max(over, old.base_sequence)
    return Decision("stale", old, last) if last.sequence > seen else None


def decide(
    t: Transaction, number: int, version: int, state: RevisionState, ruling: Ruling
) -> Decision:
    """Compare and set: of several at once, exactly one finds the version that it names."""
    if hindrance := obstacle(t, number, version, ruling.request):
        return hindrance
    won = t.execute(
        "UPDATE revisions SET state = :state, version = version + 1, reviewer = :reviewer,"
        " reviewed_by = :byline, reason = :reason, decided_at = :now, decision = :request"
        " WHERE id = :id AND version = :version AND state IN ('pending', 'asked-back')",
        id=number,
        version=version,
        state=state,
        reviewer=ruling.reviewer,
        byline=ruling.byline,
        reason=ruling.reason,
        request=digest(ruling.request),
        now=t.now,
    )
    if not won:
        return _beaten(t, number, version, ruling.request)
    _tell_author(t, number, ruling.reviewer)
    t.signal()
    return Decision("done", found(t, number))


def approve(
    t: Transaction,
    number: int,
    version: int,
    ruling: Ruling,
    body: Mapping[str, Any] | None = None,
    over: int | None = None,
    ground: Ground | None = None,
) -> Decision:
    """Approve, with another body perhaps, and give the approval its place in the order."""
    if hindrance := obstacle(t, number, version, ruling.request) or overtaken(t, number, over):
        return hindrance
    decision = decide(t, number, version, "approved", ruling)
    if decision.outcome == "done":
        if body is not None:
            _amend(t, number, body)
        if ground is not None:
            _put_on(t, number, ground, over)
        t.execute(
            "UPDATE revisions SET sequence = :sequence WHERE id = :id",
            id=number,
            sequence=t.next("approval"),
        )
    return Decision(decision.outcome, found(t, number))


def revise(
    t: Transaction, number: int, version: int, author: int, body: Mapping[str, Any], request: str
) -> Decision:
    """The author changes a suggestion that waits, so that it waits for a decision again."""
    if hindrance := _not_theirs(t, number, author) or obstacle(t, number, version, request):
        return hindrance
    done = t.execute(
        "UPDATE revisions SET body = :body, state = 'pending', version = version + 1,"
        " decision = :request WHERE id = :id AND version = :version",
        id=number,
        version=version,
        body=dumped(body),
        request=digest(request),
    )
    if not done:
        return _beaten(t, number, version, request)
    t.signal()
    return Decision("done", found(t, number))


def withdraw(t: Transaction, number: int, author: int, request: str) -> Decision:
    """The author takes a suggestion that waits back, whatever its version."""
    old = found(t, number)
    version = old.version if old else 0
    if hindrance := _not_theirs(t, number, author) or obstacle(t, number, version, request):
        return hindrance
    done = t.execute(
        "UPDATE revisions SET state = 'withdrawn', version = version + 1, author = NULL,"
        " decided_at = :now, decision = :request WHERE id = :id AND version = :version",
        id=number,
        version=version,
        request=digest(request),
        now=t.now,
    )
    if not done:
        return _beaten(t, number, version, request)
    t.signal()
    return Decision("done", found(t, number))


def _beaten(t: Transaction, number: int, version: int, request: str) -> Decision:
    """What became of a revision that another replica has changed since we looked."""
    return obstacle(t, number, version, request) or Decision("missing", None)


def _not_theirs(t: Transaction, number: int, author: int) -> Decision | None:
    """A suggestion that waits is changed by its author alone; decided ones have no author."""
    old = found(t, number)
    if old is None or (old.open and old.author != author):
        return Decision("missing", None)
    return None


def _amend(t: Transaction, number: int, body: Mapping[str, Any]) -> None:
    t.execute(
        "UPDATE revisions SET suggested = COALESCE(suggested, body), body = :body WHERE id = :id",
        id=number,
        body=dumped(body),
    )


def _put_on(t: Transaction, number: int, ground: Ground, over: int | None) -> None:
    """What was approved is a change of what the curator saw, not of what the author saw."""
    t.execute(
        "UPDATE revisions SET base = :base, previous = :previous,"
        " base_sequence = CASE WHEN base_sequence < :over THEN :over ELSE base_sequence END"
        " WHERE id = :id",
        id=number,
        base=ground.base,
        previous=None if ground.previous is None else dumped(ground.previous),
        over=over or 0,
    )


def _tell_author(t: Transaction, number: int, reviewer: int) -> None:
    """Queue the news if the author wants them; forget who it was once nothing is left to ask."""
    now = found(t, number)
    if now is None or now.author is None:
        return
    row = t.one("SELECT notify FROM people WHERE person = :person", person=now.author)
    wanted = row is None or row["notify"] or now.state == "asked-back"
    if wanted and now.author != reviewer:
        tell(t, (now.author,), now.state, now)
    if not now.open:
        t.execute("UPDATE revisions SET author = NULL WHERE id = :id", id=number)
