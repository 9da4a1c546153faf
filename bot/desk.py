"""The desk: everything that a handler may ask for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.concept import Language
from bot.edition import Edition
from bot.settings import Settings
from bot.state import State
from bot.texts import known


@dataclass
class Desk:
    """What is served, and what is remembered."""

    settings: Settings
    edition: Edition
    state: State

    async def language(self, person: int, client: str | None) -> Language:
        """A reader's language: chosen, else that of their Telegram client, else English."""
        chosen = await self.state.preferences.language(person)
        return chosen or known(client) or "en"
