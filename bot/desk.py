"""The desk: everything that a handler may ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.administrators import Administrators
from bot.concept import Language
from bot.cooldown import Cooldown
from bot.edition import Edition
from bot.glossary import Glossary
from bot.offers import Offers
from bot.overlay import overlay, renewed
from bot.publishing import Press
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
        press: What keeps the edition and the glossary file in step; None for no file.
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
    press: Press | None = None
    _publishing: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    cooldown: Cooldown = field(default_factory=Cooldown)
    patience: Cooldown = field(default_factory=lambda: Cooldown(burst=300, every=0.2, rest=5.0))
    noticing: Cooldown = field(default_factory=lambda: Cooldown(burst=3, every=20.0))
    offers: Offers = field(default_factory=Offers)
    vitals: Vitals = field(default_factory=Vitals)
    _file: Glossary = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._file = self.edition.glossary

    async def language(self, person: int, client: str | None) -> Language:
        """A reader's language: chosen, else that of their Telegram client, else English."""
        chosen = await self.state.preferences.language(person)
        return chosen or known(client) or "en"

    async def publish(self) -> None:
        """Serve what has been approved from now on; the press also writes it into the file.

        Raises:
            StateUnavailable: What has been approved cannot be read now.
        """
        if self.press is not None:
            await self.press.publish()
            return
        async with self._publishing:
            approved = await self.state.revisions.unpublished()
            glossary = overlay(self._file, approved)
            self.edition = await asyncio.to_thread(renewed, self.edition, glossary)
            await asyncio.to_thread(self.edition.catch_up)
