"""An approved change meets a file that a person has edited: a curator chooses one of the two."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from bot.body import body, fingerprint, parts
from bot.publishing.plan import Approval
from bot.state import Decision, Ruling, State
from bot.suggestion import merged


async def keep_file(approval: Approval, ruling: Ruling, state: State) -> Decision:
    """What the file says stays; the approved changes of the entry are set aside.

    Raises:
        StateUnavailable: Nothing was decided.
    """
    decision = Decision("missing", None)
    for revision in approval.revisions:
        decision = await state.revisions.set_aside(revision.id, ruling, version=revision.version)
        if decision.outcome not in ("done", "repeated"):
            return decision
    return decision


async def put_on_top(approval: Approval, ruling: Ruling, state: State) -> Decision:
    """The approved changes are made in what the file says; where both changed, they count.

    Raises:
        StateUnavailable: Nothing was decided.
    """
    last, found = approval.last, approval.found
    return await state.revisions.rebase(
        last.id,
        ruling,
        version=last.version,
        base=fingerprint(found),
        previous=body(found) if found else None,
        body=wanted(approval),
    )


def wanted(approval: Approval) -> dict[str, Any]:
    """The entry as it would be with the approved changes in what the file says."""
    approved = dict(approval.last.body)
    if approval.found is None:
        return approved
    both = merged(approval.revisions[0].previous or {}, approved, body(approval.found))
    try:
        parts(both)
    except ValidationError:  # the two do not go together: what was approved, then
        return approved
    return both
