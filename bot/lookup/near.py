"""The tables that find texts near another, chosen by how many texts there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.lookup.dropped import Dropped
from bot.lookup.grams import Grams

_FEW = 3000  # texts up to which plain dictionaries are as fast as arrays
SOME = 20_000
"""Texts up to which there is room for tables that are faster, but not small."""


class Near(Protocol):
    """A table that finds texts by shared letter sequences."""

    def best(self, grams: Sequence[str], limit: int) -> list[int]:
        """Positions of the texts that overlap most."""


class Slips(Protocol):
    """A table that finds texts one slip away."""

    def near(self, text: str) -> list[int]:
        """Positions of the texts."""


def near_by(texts: Sequence[str]) -> Near:
    """The table of the letter sequences of ``texts``."""
    if len(texts) <= _FEW:
        return Grams(texts)
    from bot.lookup.arrays import GramArrays  # numpy: not at the start of a small glossary

    return GramArrays(texts)


def slips_of(texts: Sequence[str]) -> Slips:
    """The table that tells which of ``texts`` are one slip away."""
    if len(texts) <= SOME:
        return Dropped(texts)
    from bot.lookup.deletions import Deletions  # numpy, as above

    return Deletions(texts)
