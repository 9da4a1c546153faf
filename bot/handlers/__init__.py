"""What a person can do: one file each, all registered here."""

from __future__ import annotations

from bot.handlers import (
    about,
    browse,
    cards,
    conflicts,
    drafting,
    errors,
    explain,
    gate,
    group,
    groups,
    guest,
    history,
    inline,
    language,
    lookup,
    membership,
    mine,
    missed,
    offers,
    privacy,
    queue,
    reasons,
    review,
    status,
    suggest,
    unclear,
)
from bot.handlers.context import App


def register(application: App) -> None:
    """Add every handler. Order matters: the first that fits an update takes it.

    Plain questions come first, since nearly all updates are one.
    """
    lookup.register(application)
    about.register(application)
    privacy.register(application)
    group.register(application)
    language.register(application)
    for suggesting in (
        reasons,
        drafting,
        suggest,
        mine,
        review,
        queue,
        history,
        missed,
        conflicts,
    ):
        suggesting.register(application)
    status.register(application)
    browse.register(application)
    explain.register(application)
    groups.register(application)
    cards.register(application)
    inline.register(application)
    guest.register(application)
    membership.register(application)
    offers.register(application)
    unclear.register(application)
    cards.register_last(application)
    gate.register(application)
    errors.register(application)
