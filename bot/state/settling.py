"""An approved change meets a file that a person has edited: one of the two is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.state.deciding import Decision, Ruling
from bot.state.revision import found
from bot.state.seen import digest
from bot.state.transaction import Transaction, dumped


def set_aside(t: Transaction, number: int, version: int, ruling: Ruling) -> Decision:
    """The approved change gives way to what is in the file."""
    won = t.execute(
        "UPDATE revisions SET state = 'superseded', version = version + 1, reviewer = :reviewer,"
        " reviewed_by = :byline, reason = :reason, decided_at = :now, decision = :request"
        " WHERE id = :id AND version = :version AND state = 'approved'"
        " AND published_at IS NULL",
        id=number,
        version=version,
        reviewer=ruling.reviewer,
        byline=ruling.byline,
        reason=ruling.reason,
        request=digest(ruling.request),
        now=t.now,
    )
    return _outcome(t, number, won, ruling.request)


def rebase(
    t: Transaction,
    number: int,
    version: int,
    ruling: Ruling,
    base: str | None,
    previous: Mapping[str, Any] | None,
    body: Mapping[str, Any],
) -> Decision:
    """The approved change is put on top of what is in the file, and is the newest approval."""
    won = t.execute(
        "UPDATE revisions SET base = :base, previous = :previous, body = :body,"
        " version = version + 1, decision = :request"
        " WHERE id = :id AND version = :version AND state = 'approved'"
        " AND published_at IS NULL",
        id=number,
        version=version,
        base=base,
        previous=None if previous is None else dumped(previous),
        body=dumped(body),
        request=digest(ruling.request),
    )
    if won:
        t.execute(
            "UPDATE revisions SET sequence = :sequence WHERE id = :id",
            id=number,
            sequence=t.next("approval"),
        )
    return _outcome(t, number, won, ruling.request)


def published(t: Transaction, number: int, version: int, file_version: str) -> int:
    """The approved change, as it was at ``version``, is in the file; 1 when that is news."""
    return t.execute(
        "UPDATE revisions SET published_at = :now, file_version = :file_version"
        " WHERE id = :id AND version = :version AND state = 'approved'"
        " AND published_at IS NULL",
        id=number,
        version=version,
        file_version=file_version,
        now=t.now,
    )


def _outcome(t: Transaction, number: int, won: int, request: str) -> Decision:
    now = found(t, number)
    if now is None:
        return Decision("missing", None)
    if won:
        t.signal()
        return Decision("done", now)
    row = t.one("SELECT decision FROM revisions WHERE id = :id", id=number)
    same = row is not None and row["decision"] == digest(request)
    return Decision("repeated" if same else "changed", now)
