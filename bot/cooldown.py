"""How often a group or person is answered: a few times at once, then at a steady pace.

In memory only; a restart forgives everybody.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

# "go": do it; "wait": not now, and nobody has been told yet; "hush": not now, and they know
Leave: TypeAlias = Literal["go", "wait", "hush"]

REMEMBERED = 10_000  # chats or people; the one that was quiet longest is forgotten first


@dataclass(slots=True)
class _Chat:
    left: float
    at: float
    told: bool = False
    rests: float = float("-inf")


class Cooldown:
    """Leave to answer, chat by chat, or person by person.

    Args:
        burst: Answers that a chat may have at once.
        every: Seconds after which it may have another.
        rest: Seconds of silence for a chat that has used up all its answers.
        clock: Seconds from any beginning.
    """

    def __init__(
        self,
        burst: float = 10,
        every: float = 3.0,
        clock: Callable[[], float] = time.monotonic,
        rest: float = 0.0,
    ) -> None:
        self.burst = burst
        self.every = every
        self.rest = rest
        self.clock = clock
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    def ask(self, chat: int) -> Leave:
        """Whether a chat may be answered now; counts the answer if it may."""
        now = self.clock()
        held = self._chats.setdefault(chat, _Chat(self.burst, now))
        self._chats.move_to_end(chat)
        if len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)
        held.left = min(self.burst, held.left + (now - held.at) / self.every)
        held.at = now
        if held.left >= 1 and now >= held.rests:
            held.left, held.told = held.left - 1, False
            return "go"
        if now < held.rests or (held.told and not self.rest):
            return "hush"
        held.told, held.rests = True, now + self.rest
        return "wait"

    def forget(self, chat: int) -> None:
        """Forget a chat."""
        self._chats.pop(chat, None)
