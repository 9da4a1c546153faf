"""Alphabetical order, and the letter under which a term stands in an index.

Finnish: Å, Ä and Ö are letters after Z, Æ goes with Ä, Ø with Ö and Ü with Y, as in the standard
collation of the Unicode CLDR for ``fi`` (W is a letter of its own there). Elsewhere they are
accented A, O and U. Korean: by syllable, which is the order of the code points; Hangul before
Latin letters (CLDR ``ko``). In an index the tense initials ㄲ ㄸ ㅃ ㅆ ㅉ stand under their plain
ones, where the order puts them anyway.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bot.concept import Language
from bot.folding import words

OTHER = "#"  # digits and signs

# the initials in the order of Unicode, tense ones as plain ones
_PLAIN = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_TENSE = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_FIRST, _LAST = ord("가"), ord("힣")
_PER_INITIAL = 588  # 21 vowels by 28 finals

# Folding takes accents away; these letters come after z and are left alone by it.
_AFTER_Z = {"å": "ɐ", "ä": "ɑ", "æ": "ɑ", "ö": "ɒ", "ø": "ɒ", "ü": "y"}
_FINNISH = str.maketrans(_AFTER_Z)
_LAST_WORD, _NEXT_WORD = "\0", "\1"  # below all letters: what has no further word comes first
_AS_WRITTEN = str.maketrans("ɐɑɒ", "åäö")


class Place(NamedTuple):
    """Where a term stands: places are compared to put terms in order.

    ``key`` compares the words one by one, case, accents and signs aside; ``letter`` is the index
    letter: a capital, a Hangul initial, or ``OTHER``.
    """

    key: str
    letter: str


def place(term: str, language: Language) -> Place:
    """The place of a term in the alphabetical order of a language."""
    spelt = _spelt(term, language)
    first = _letter(spelt[0][0]) if spelt else OTHER
    if language == "ko":
        spelt = [("0" if _hangul(word[0]) else "1") + word for word in spelt]
    return Place(_NEXT_WORD.join(spelt) + _LAST_WORD + term, first)


def letter(term: str, language: Language) -> str:
    """The index letter of a term."""
    return place(term, language).letter


@lru_cache(maxsize=4096)
def _letter(first: str) -> str:
    if _FIRST <= ord(first) <= _LAST:
        return _PLAIN[(ord(first) - _FIRST) // _PER_INITIAL]
    if not first.isalpha():
        return OTHER
    return first.translate(_TENSE).translate(_AS_WRITTEN).upper()[0]


def _spelt(term: str, language: Language) -> list[str]:
    if language == "fi" and not term.isascii():
        term = unicodedata.normalize("NFC", term).casefold().translate(_FINNISH)
    return words(term)


def _hangul(character: str) -> bool:
    return "ㄱ" <= character <= "ㆎ" or _FIRST <= ord(character) <= _LAST
