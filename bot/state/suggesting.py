"""A suggestion enters the queue, is changed by its author, or is taken back by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.state.blocks import blocked
from bot.state.misses import DAY_MS
from bot.state.notices import post
from bot.state.revision import Revision, Suggestion, kept, last_approved, revision
from bot.state.seen import digest
from bot.state.transaction import Transaction, dumped

Refusal: TypeAlias = Literal[
    "blocked", "too-many-pending", "too-many-today", "queue-full", "already-undone",
    "draft-changed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may have waiting, and suggest in a day; how much may wait in all."""

    pending: int = 10
    day: int = 20
    queue: int = 2_000


def repeated(t: Transaction, request: str) -> Revision | None:
    """The revision that this very request made before."""
    row = t.one("SELECT * FROM revisions WHERE request = :request", request=digest(request))
    return revision(row) if row else None


def refusal(t: Transaction, suggestion: Suggestion, limits: Limits | None) -> Refusal | None:
    """Why a suggestion cannot be taken; None when it can. No limits for curators."""
    if suggestion.undoes is not None and _undone(t, suggestion.undoes):
        return "already-undone"
    if limits is None:
        return None
    if blocked(t, suggestion.author):
        return "blocked"
    if _waiting(t, suggestion.author) >= limits.pending:
        return "too-many-pending"
    if _today(t, suggestion.author) >= limits.day:
        return "too-many-today"
    return "queue-full" if _waiting(t) >= limits.queue else None


def entered(t: Transaction, suggestion: Suggestion) -> Revision:
    """Put a suggestion into the queue."""
    last = last_approved(t, suggestion.concept)
    began = suggestion.base_sequence
    number = t.next("revision")
    t.execute(
        "INSERT INTO revisions (id, request, concept, kind, state, version, base, base_sequence,"
        " body, previous, undoes, author, byline, created_at) VALUES (:id, :request, :concept,"
        " :kind, 'pending', 1, :base, :base_sequence, :body, :previous, :undoes, :author,"
        " :byline, :now)",
        id=number,
        request=digest(suggestion.request),
        concept=suggestion.concept,
        kind=suggestion.kind,
        base=suggestion.base,
        base_sequence=(last.sequence if last else 0) if began is None else began,
        body=dumped(suggestion.body),
        previous=None if suggestion.previous is None else dumped(suggestion.previous),
        undoes=suggestion.undoes,
        author=suggestion.author,
        byline=suggestion.byline,
        now=t.now,
    )
    _tally(t, suggestion.author)
    t.signal()
    return kept(t, number)


def tell(t: Transaction, people: Iterable[int], kind: str, about: Revision) -> None:
    """Queue the same news about a revision to several chats."""
    for person in people:
        facts = {"revision": about.id, "version": about.version, "state": about.state}
        post(t, person, kind, facts, f"{kind} {about.id} {about.version} to {digest(str(person))}")


def _undone(t: Transaction, number: int) -> bool:
    return bool(
        t.number(
            "SELECT count(*) FROM revisions WHERE undoes = :id"
            " AND state IN ('pending', 'asked-back', 'approved')",
            id=number,
        )
    )


def _waiting(t: Transaction, author: int | None = None) -> int:
    sql = "SELECT count(*) FROM revisions WHERE state IN ('pending', 'asked-back')"
    if author is None:
        return t.number(sql)
    return t.number(sql + " AND author = :author", author=author)


def _today(t: Transaction, person: int) -> int:
    return t.number(
        "SELECT times FROM tallies WHERE person = :person AND day = :day",
        person=person,
        day=t.now // DAY_MS,
    )


def _tally(t: Transaction, person: int) -> None:
    t.execute(
        "INSERT INTO tallies (person, day, times) VALUES (:person, :day, 1)"
        " ON CONFLICT (person, day) DO UPDATE SET times = tallies.times + 1",
        person=person,
        day=t.now // DAY_MS,
    )
