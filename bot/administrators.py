"""Who administers the curators' chat, as Telegram said a short while ago."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field

FRESH = 300.0  # seconds: a new administrator waits no longer than this
AGAIN = 30.0  # seconds until the next attempt after one that failed

Fetch = Callable[[], Awaitable[Collection[int] | None]]


@dataclass
class Administrators:
    """Their ids, asked for again when they are some minutes old.

    While Telegram cannot be asked, whoever was an administrator the last time still is one.
    """

    clock: Callable[[], float] = time.monotonic
    ids: frozenset[int] = frozenset()
    _due: float = field(default=float("-inf"), repr=False)

    async def include(self, person: int, fetch: Fetch) -> bool:
        """Whether a person is one of them; ``fetch`` gives None when it cannot tell."""
        if self.clock() >= self._due:
            found = await fetch()
            self._due = self.clock() + (AGAIN if found is None else FRESH)
            self.ids = self.ids if found is None else frozenset(found)
        return person in self.ids
