"""Abbreviations, and the first letters of the words of a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.concept import Label
from bot.folding import words
from bot.lookup.hangul import has_hangul
from bot.lookup.questions import is_joining

_BRACKETS = re.compile(r"(\S[^()\[\]]*?)\s*[(\[]([^()\[\]]+)[)\]]$")
_APOSTROPHE = re.compile(r"['’](?=s\b)")


def is_abbreviation(label: Label) -> bool:
    """Whether a label is short for something, by its type or by its capitals."""
    if label.type in ("acronym", "abbreviation"):
        return len(label.text) <= 12
    text = label.text
    if " " in text or len(text) > 8 or not text.isascii():
        return False
    return sum(c.isupper() or c.isdigit() for c in text) >= max(2, (len(text) + 1) // 2)


def initials(spelt: Sequence[str]) -> Iterator[str]:
    """The initialisms of the words of a label: with its small words, and without."""
    if len(spelt) < 2 or has_hangul("".join(spelt)):
        return
    every = "".join(word[0] for word in spelt)
    main = "".join(word[0] for word in spelt if not is_joining(word))
    yield from dict.fromkeys(key for key in (every, main) if 2 <= len(key) <= 8)


def in_brackets(label: Label) -> Iterator[Label]:
    """The two names in one, as in ``application programming interface (API)``, each by itself.

    What stands in brackets is another name if it abbreviates the first, or the first it, or if
    one of them is Korean and the other is not; else it says which of several things is meant.
    """
    found = _BRACKETS.match(label.text)
    if found is None:
        return
    short, longer = sorted(found.groups(), key=len)
    if _abbreviates(short, longer):
        yield label._replace(text=longer)
        yield label._replace(text=short, type="abbreviation")
    elif has_hangul(found[1]) != has_hangul(found[2]):
        yield from (label._replace(text=name) for name in found.groups())


def _abbreviates(short: str, longer: str) -> bool:
    key = "".join(words(short))
    return key in initials(words(longer)) or (short.isupper() and stands_for(key, longer))


def with_possessive(text: str) -> Sequence[str]:
    """The words of ``text`` with the s of ``'s`` as one of them, as some initialisms have it.

    Empty when there is none.
    """
    apart = _APOSTROPHE.sub(" ", text)
    return words(apart) if apart != text else ()


def stands_for(short: str, text: str) -> bool:
    """Whether the letters of ``short`` are letters of ``text``, in order from the first."""
    every = "".join(words(text, possessive=True))
    letters = iter(every)
    return short[:1] == every[:1] and all(letter in letters for letter in short)
