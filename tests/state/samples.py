"""Suggestions, rulings and a clock for the tests of this package."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.state import Limits, Revision, Ruling, State, Suggestion

DAY = 86_400_000
AUTHOR, CURATOR, RIVAL = 101_000_001, 202_000_002, 303_000_003
_requests = itertools.count()


@dataclass
class Clock:
    """Milliseconds since 1970, as the test wants them."""

    now: int = 20_000 * DAY + 5_000

    def __call__(self) -> int:
        return self.now


def request() -> str:
    """A name for an update that no other has."""
    return f"update {next(_requests)}"


def suggestion(concept: str = "hrba", author: int = AUTHOR, **facts: Any) -> Suggestion:
    body: Mapping[str, Any] = {"id": concept, "languages": {"en": {"terms": ["term"]}}}
    return Suggestion(
        **{
            "concept": concept,
            "kind": "add",
            "body": body,
            "author": author,
            "request": request(),
            **facts,
        }
    )


def ruling(reviewer: int = CURATOR, **facts: Any) -> Ruling:
    return Ruling(**{"reviewer": reviewer, "request": request(), **facts})


async def submitted(state: State, concept: str = "hrba", **facts: Any) -> Revision:
    """A suggestion that waits in the queue."""
    taken = await state.revisions.submit(suggestion(concept, **facts), limits=Limits())
    assert taken.revision is not None, taken.outcome
    return taken.revision


async def approved(state: State, concept: str = "hrba", **facts: Any) -> Revision:
    """A suggestion that a curator has approved."""
    waiting = await submitted(state, concept, **facts)
    decision = await state.revisions.approve(waiting.id, ruling(), version=waiting.version)
    assert decision.outcome == "done"
    assert decision.revision is not None
    return decision.revision
