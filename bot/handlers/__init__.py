"""What a person can do: one file each, all registered here."""

from __future__ import annotations

from bot.handlers import (
    about,
    cards,
    drafting,
    errors,
    history,
    inline,
    language,
    lookup,
    mine,
    missed,
    queue,
    reasons,
    review,
    suggest,
)
from bot.handlers.context import App


def register(application: App) -> None:
    """Add every handler. Order matters: the first that fits an update takes it."""
    about.register(application)
    language.register(application)
    for suggesting in (reasons, drafting, suggest, mine, review, queue, history, missed):
        suggesting.register(application)
    lookup.register(application)
    cards.register(application)
    inline.register(application)
    cards.register_last(application)
    errors.register(application)
