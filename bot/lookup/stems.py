"""What English words are made of, roughly: good enough to offer a term, not to answer with it.

``censored``, ``censoring`` and ``censorship`` share a stem; so do some words that have nothing
to do with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.lookup import english

_ENDING = re.compile(
    "(?<=....)(?:i[sz]ation|ification|ation|ator|ating|ate|ated|atory|ative|istical|istic|ist|ism"
    "|i[sz](?:ing|ed|er|e)|ify|ified|ifying|[ai]bility|[ai]bl[ey]|i[sz]ement|fulness|fully|ful|lessness"
    "|lessly|less|iness|ness|ship|ment|anc[ey]|enc[ey]|ant|ent|iv(?:ely|e|ity)|i?ous(?:ly)?|(?<!vi)oral"
    "|ical(?:ly)?|ics?|ial(?:ly)?|al(?:ly|ity)?|ian|eer|edly|acy|ity|ionary|ion|(?<!o)ly)$"
    "|(?<=...)(?:ation|ing|ed|er|ful)$"
)
_LAST = re.compile("(?<=...)(?:ied?|[eiy])$")
_CLIPPED = {"ad": "advert", "ads": "advert"}


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """A key that a folded English word shares with what is made of the same word."""
    one = english.singular(word).replace("our", "or")
    shorter = _LAST.sub("", _ENDING.sub("", _CLIPPED.get(one, one), count=1))
    return shorter[:-1] if len(shorter) > 3 and shorter[-1] == shorter[-2] else shorter


def stems(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Stem → those of ``words``, folded ones, that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        if word.isascii() and word.isalpha():
            key = stem(word)
            found[key] = (*found.get(key, ()), word)
    return found
