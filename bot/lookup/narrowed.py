"""The stage for compounds of a term and another noun, in one word: the term is offered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.lookup.asked import Asked, Hit, found
from bot.lookup.compounds import is_compound
from bot.lookup.everyday import is_finnish_word
from bot.lookup.hangul import has_hangul
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
            return native
    return []


def _beginnings(word: str, index: Index) -> Iterator[str]:
    """What ``word`` begins with and a noun may follow, the longest first."""
    size = len(word)
    if has_hangul(word):
        yield from (word[:cut] for cut in range(size - 1, _SYLLABLES - 1, -1))
    elif word.isalpha():
        for cut in range(size - 3, _LETTERS - 1, -1):
            if is_finnish_word(word[cut:]) or is_compound(word[cut:]):
                yield from index.bases(word[:cut]) or [word[:cut]]
