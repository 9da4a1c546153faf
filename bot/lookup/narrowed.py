"""The stage for words that are more or less than a term: compounds with it, and its end."""

from __future__ import annotations

from collections.abc import Iterator

from bot.lookup import korean
from bot.lookup.asked import Asked, Hit, found
from bot.lookup.compounds import is_compound
from bot.lookup.everyday import is_finnish_word
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index

_OFFERED = 0.6  # the compound names something narrower, or else
_SYLLABLES = 2  # of a Korean term at least
_LETTERS = 6  # of a Finnish one
_LONGEST = 40


def narrowed(asked: Asked, index: Index) -> list[Hit]:
    """The longest label that the one word asked for begins with: ``lapsilisähakemus``."""
    if len(asked.asked_for) != 1 or len(asked.asked_for[0]) > _LONGEST:
        return []
    for key in _beginnings(asked.asked_for[0], index):
        hits = found(index, key, "words", _OFFERED, "the beginning of the word")
        native = [hit for hit in hits if index.labels[hit.position].language != "en"]
        if native:
            return [*_ending(asked.asked_for[0], index), *native]
    return _ending(asked.asked_for[0], index)


def _ending(word: str, index: Index) -> list[Hit]:
    """Korean labels that end with ``word``, as people leave out whose it is: 건강보험공단."""
    if not has_hangul(word) or len(word) < _FEWEST:
        return []
    for cut in range(len(word), _FEWEST - 1, -1):
        if cut < len(word) and not korean.is_tail(word[cut:]):
            continue
        near = index.near(strokes(word[:cut]), _LOOKED_AT)
        ending = [at for at in near if index.spelt[at].replace(" ", "").endswith(word[:cut])]
        if ending:
            return [Hit(at, "words", _OFFERED, "its end") for at in ending]
    return []


_FEWEST = 4  # syllables
_LOOKED_AT = 8


def _beginnings(word: str, index: Index) -> Iterator[str]:
    """What ``word`` begins with and a noun may follow, the longest first."""
    size = len(word)
    if has_hangul(word):
        yield from (word[:cut] for cut in range(size - 1, _SYLLABLES - 1, -1))
    elif word.isalpha():
        for cut in range(size - 3, _LETTERS - 1, -1):
            if is_finnish_word(word[cut:]) or is_compound(word[cut:]):
                yield from index.bases(word[:cut]) or [word[:cut]]
