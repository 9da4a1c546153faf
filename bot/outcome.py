"""What became of the update that is being handled, for whoever counts and logs it.

Each update is handled in a context of its own (`contextvars`), so that nothing has to be passed
through the handlers for it.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, TypeAlias

# "silent": nothing was said, as in talk that is not for the bot; "answered": a call of the Bot
# API was made; "slowed": asked too fast; "superseded": the same person has typed on;
# "undelivered": the chat does not let the bot write; "unkept": the database could not be used;
# "failed": an error; "abandoned": the process ended first
Name: TypeAlias = Literal[
    "silent",
    "answered",
    "slowed",
    "superseded",
    "undelivered",
    "unkept",
    "failed",
    "abandoned",
]


@dataclass(slots=True)
class Outcome:
    """The outcome so far."""

    name: Name = "silent"


_current: ContextVar[Outcome | None] = ContextVar("outcome", default=None)


def begin() -> Outcome:
    """The outcome of an update whose handling begins here."""
    outcome = Outcome()
    _current.set(outcome)
    return outcome


def note(name: Name) -> None:
    """Something became of the update; an answer does not hide trouble that was noted before."""
    outcome = _current.get()
    if outcome is not None and (name != "answered" or outcome.name == "silent"):
        outcome.name = name
