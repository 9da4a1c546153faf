"""The desk: everything that a handler may ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.concept import Language
from bot.cooldown import Cooldown
from bot.edition import Edition
from bot.offers import Offers
from bot.settings import Settings
from bot.state import State
from bot.texts import known


@dataclass
class Desk:
    """What is served, and what is remembered.

    Attributes:
        cooldown: When a group may be answered.
        noticing: When a group may be offered an explanation.
        offers: Which explanations groups were offered.
    """

    settings: Settings
    edition: Edition
    state: State
    cooldown: Cooldown = field(default_factory=Cooldown)
    noticing: Cooldown = field(default_factory=lambda: Cooldown(burst=3, every=20.0))
    offers: Offers = field(default_factory=Offers)

    async def language(self, person: int, client: str | None) -> Language:
        """A reader's language: chosen, else that of their Telegram client, else English."""
        chosen = await self.state.preferences.language(person)
        return chosen or known(client) or "en"
