"""The desk: everything that a handler may ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.administrators import Administrators
from bot.concept import Language
from bot.cooldown import Cooldown
from bot.edition import Edition
from bot.offers import Offers
from bot.overlay import renewed
from bot.settings import Settings
from bot.state import State
from bot.texts import known
from bot.vitals import Vitals


@dataclass
class Desk:
    """What is served, and what is remembered.

    Attributes:
        settings: What the environment says.
        edition: The glossary that is served now.
        state: What is kept.
        administrators: Who administers the curators' chat.
        applied: The place in the order of approvals up to which ``edition`` has them all.
        cooldown: When a group may be answered.
        patience: When a person may.
        noticing: When a group may be offered an explanation.
        offers: Which explanations groups were offered.
        vitals: What is counted and timed.
    """

    settings: Settings
    edition: Edition
    state: State
    administrators: Administrators = field(default_factory=Administrators)
    applied: int = 0
    _publishing: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    cooldown: Cooldown = field(default_factory=Cooldown)
    patience: Cooldown = field(default_factory=lambda: Cooldown(burst=40, every=1.5, rest=60.0))
    noticing: Cooldown = field(default_factory=lambda: Cooldown(burst=3, every=20.0))
    offers: Offers = field(default_factory=Offers)
    vitals: Vitals = field(default_factory=Vitals)

    async def language(self, person: int, client: str | None) -> Language:
        """A reader's language: chosen, else that of their Telegram client, else English."""
        chosen = await self.state.preferences.language(person)
        return chosen or known(client) or "en"

    async def publish(self) -> None:
        """Apply what has been approved and is not in the file yet: it is served from now on.

        Raises:
            StateUnavailable: What has been approved cannot be read now.
        """
        async with self._publishing:
            approved = await self.state.revisions.approved_since(self.applied)
            waiting = [revision for revision in approved if revision.published_at is None]
            if waiting:
                self.edition = await asyncio.to_thread(renewed, self.edition, waiting)
            self.applied = max([self.applied, *(r.sequence or 0 for r in approved)])
