"""Finnish compounds of words that everybody knows: another term, however near a label."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from bot.lookup import finnish
from bot.lookup.everyday import SHORTEST, parts


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What compounds begin with: words, their genitives, and ``ihmis`` of ``ihminen``."""
    words = parts()
    genitives = {stem + "n" for word in words for stem in finnish.stems(word)}
    return words | genitives | {word[:-3] + "s" for word in words if word.endswith("nen")}


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """What compounds end with: words and their plurals, as terms are written."""
    words = parts()
    return words | {stem + "t" for word in words for stem in finnish.stems(word)}


@lru_cache(maxsize=2048)
def is_compound(word: str) -> bool:
    """Whether the folded ``word`` is made of two words that everybody knows."""
    beginnings, heads = _beginnings(), _heads()
    cuts = range(SHORTEST, len(word) - SHORTEST + 1)
    return any(word[:cut] in beginnings and word[cut:] in heads for cut in cuts)


def is_compound_of(word: str, known: Container[str]) -> bool:
    """Whether the folded ``word`` is made of one of the ``known`` and one that everybody knows."""
    heads = _heads()
    cuts = range(_LONG, len(word) - _LONG + 1)
    return any(word[cut:] in heads and word[:cut] in known for cut in cuts)


_LONG = 5  # letters of a part beside a word that few know
