"""One line in the log, and one count, for every update: its kind, what became of it, how long."""

from __future__ import annotations

import logging

from telegram import Update

from bot.outcome import Outcome
from bot.vitals import Vitals

log = logging.getLogger(__name__)

_KINDS = tuple(name for name in Update.__slots__ if name != "update_id" and name[0] != "_")


def kind(update: object) -> str:
    """What an update is, such as ``message`` or ``callback_query``; never what is in it."""
    if not isinstance(update, Update):
        return "no update"
    return next((name for name in _KINDS if getattr(update, name) is not None), "update")


class Journal:
    """Told by `bot.wire.turns.Turns` of every update that is done."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    def __call__(self, update: object, outcome: Outcome, seconds: float) -> None:
        """Count and log an update."""
        name = kind(update)
        self._vitals.updates.add(name, outcome.name)
        self._vitals.handling.observe(seconds, name)
        if log.isEnabledFor(logging.INFO):
            facts = {"kind": name, "outcome": outcome.name, "ms": round(seconds * 1000, 1)}
            log.info("Update.", extra={"facts": facts})
