"""Messages of groups that the bot offered to explain, until somebody accepts.

Which entries a message mentions is kept, never a word of it; in memory only, so that a restart
forgets all offers.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from bot.explanation import Mention

MOST = 2_000  # offers at a time; the oldest lapse first


class Offer(NamedTuple):
    """What an offered message mentions, without its words, and in which topic it stands."""

    mentions: tuple[Mention, ...]
    topic: int | None = None


class Offers:
    """Message → offer. Each can be accepted once."""

    def __init__(self) -> None:
        self._open: OrderedDict[tuple[int, int], Offer] = OrderedDict()

    def make(
        self, chat: int, message: int, found: Sequence[Mention], topic: int | None = None
    ) -> None:
        """Remember an offer."""
        wordless = tuple(mention._replace(forms=()) for mention in found)
        self._open[chat, message] = Offer(wordless, topic)
        if len(self._open) > MOST:
            self._open.popitem(last=False)

    def accept(self, chat: int, message: int) -> Offer | None:
        """Take an offer; None when there is none, or somebody was first."""
        return self._open.pop((chat, message), None)

    def forget(self, chat: int) -> None:
        """Drop the offers of a chat."""
        for key in [key for key in self._open if key[0] == chat]:
            del self._open[key]
