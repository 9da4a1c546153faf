"""A change to one entry, from the suggestion to the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.state.transaction import Row, Transaction

RevisionKind: TypeAlias = Literal["add", "edit", "name", "translation", "undo"]
RevisionState: TypeAlias = Literal[
    "pending", "asked-back", "approved", "rejected", "withdrawn", "superseded"
]
OPEN: tuple[RevisionState, ...] = ("pending", "asked-back")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A change as somebody proposes it.

    Attributes:
        concept: The id of the entry.
        kind: What sort of change it is.
        body: The whole entry as it would be.
        author: The person's id, kept only until the suggestion is decided.
        request: Names the update that brought it; the same one again changes nothing.
        byline: The public handle to credit; None for an anonymous suggestion.
        base: The hash of the entry that was changed; None for a new entry.
        base_sequence: ``Revisions.latest(concept)`` when the person began, so that what was
            approved meanwhile is noticed; None for the moment of submitting.
        previous: The entry as it was, for the diff and for taking the change back.
        undoes: The id of the revision that this one takes back.
    """

    concept: str
    kind: RevisionKind
    body: Mapping[str, Any]
    author: int
    request: str
    byline: str | None = None
    base: str | None = None
    base_sequence: int | None = None
    previous: Mapping[str, Any] | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A change that is kept. Times are milliseconds since 1970.

    Attributes:
        version: Grows by 1 whenever the revision changes; decisions name the one they are about.
        suggested: The body as it was suggested, when a curator changed it while approving.
        author: The person's id while the revision waits, None afterwards.
        reviewer: The id of the curator who decided, forgotten after 90 days.
        reviewed_by: The public handle of that curator.
        sequence: The place among all approvals, 1 for the first; None while not approved.
        published_at: When it was written to the file; None while it was not.
        file_version: The version of the file that was written.
    """

    id: int
    concept: str
    kind: RevisionKind
    state: RevisionState
    version: int
    base: str | None
    base_sequence: int
    body: Mapping[str, Any]
    suggested: Mapping[str, Any] | None
    previous: Mapping[str, Any] | None
    undoes: int | None
    author: int | None
    byline: str | None
    created_at: int
    reviewer: int | None
    reviewed_by: str | None
    reason: str | None
    decided_at: int | None
    sequence: int | None
    published_at: int | None
    file_version: str | None

    @property
    def open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state in OPEN


def revision(row: Row) -> Revision:
    """The revision in a row."""
    facts = {name: value for name, value in row.items() if name not in ("request", "decision")}
    for name in ("body", "suggested", "previous"):
        facts[name] = json.loads(row[name]) if row[name] is not None else None
    return Revision(**facts)


def found(t: Transaction, number: int) -> Revision | None:
    """The revision of this id."""
    row = t.one("SELECT * FROM revisions WHERE id = :id", id=number)
    return revision(row) if row else None


def kept(t: Transaction, number: int) -> Revision:
    """The revision of an id that is known to be there."""
    present = found(t, number)
    if present is None:
        raise LookupError(f"There is no revision {number}.")
    return present


def last_approved(t: Transaction, concept: str) -> Revision | None:
    """The revision of an entry that was approved last and still counts."""
    row = t.one(
        "SELECT * FROM revisions WHERE concept = :concept AND state = 'approved'"
        " ORDER BY sequence DESC LIMIT 1",
        concept=concept,
    )
    return revision(row) if row else None
