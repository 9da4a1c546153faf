"""Compounds of words that everybody knows: another term, however near a label."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from bot.lookup import finnish
from bot.lookup.everyday import SHORTEST, is_word, parts


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


def is_korean_compound(word: str, known: Container[str]) -> bool:
    """Whether ``word`` is made of Korean nouns, at least one of them no word of the glossary.

    ``known`` are those of the glossary; what one syllable makes of one of them is another.
    """
    parts = () if word[-1:] == word[-2:-1] else _parted(word, known)  # its last twice: a slip
    return len(parts) > 1 and (any(map(is_word, parts)) or parts[-1] in _HEADS)


def _parted(word: str, known: Container[str]) -> list[str]:
    """The nouns that ``word`` is made of, the first as long as can be; none if it is not."""
    if word in known or is_word(word) or (len(word) <= _SYLLABLES and _HEADS.issuperset(word)):
        return [word]
    for cut in range(len(word) - 1, _SYLLABLES - 1, -1):
        first = word[:cut]
        if (first in known or is_word(first)) and (rest := _parted(word[cut:], known)):
            return [first, *rest]
    return []


_SYLLABLES = 2  # of a noun
_HEADS = frozenset("법실원청부처국관소장단위회인자권률세금비증학론")  # one or two, after a noun


def is_headed(word: str, beginning: str) -> bool:
    """Whether a Korean ``word`` is ``beginning`` and a noun of one syllable: 행정절차법."""
    return word[:-1] == beginning and word[-1:] in _HEADS


def is_compound(word: str, known: Container[str] = ()) -> bool:
    """Whether the folded ``word`` is made of two Finnish words that everybody knows.

    Or of one of the ``known``, that is long enough, and one that everybody knows.
    """
    beginnings, heads, size = _beginnings(), _heads(), len(word)
    for cut in range(SHORTEST, size - SHORTEST + 1):
        last = word[cut:]
        if last in heads:
            first = word[:cut]
            long = cut >= _LONG and (size - cut > SHORTEST or not finnish.is_ending(last))
            if first in beginnings or (
                long and (first in known or first.removesuffix("n") in known)
            ):
                return True
        elif size - cut >= _LONG and last in known and word[:cut] in beginnings:
            return True
    return False


_LONG = 5  # letters of a part beside a word that few know
