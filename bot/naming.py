"""Ids for new entries and sources: from words to the small letters that an id is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from bot.concept import ID_LENGTH

# The parts of a syllable in the order of Unicode, chapter 3.12; "-" stands for nothing.
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()  # noqa: SIM905 - easier to read
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()  # noqa: SIM905
_HANGUL = range(0xAC00, 0xD7A4)


def romanised(text: str) -> str:
    """Text with its Hangul in Latin letters, syllable by syllable (Revised Romanization)."""
    return "".join(_syllable(character) for character in unicodedata.normalize("NFC", text))


def _syllable(character: str) -> str:
    code = ord(character)
    if code not in _HANGUL:
        return character
    initial, rest = divmod(code - _HANGUL.start, 21 * 28)
    vowel, final = divmod(rest, 28)
    return (_INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]).replace("-", "")


def slug(words: str, otherwise: str) -> str:
    """Words as an id that begins with a letter; ``otherwise`` where no letter is left of them."""
    latin = unicodedata.normalize("NFKD", romanised(words).casefold())
    kept = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in latin if not unicodedata.combining(c)))
    kept = kept.strip("-")
    if not kept[:1].isalpha():
        kept = f"{otherwise}-{kept}".strip("-")
    return _cut(kept, ID_LENGTH)


def new_id(words: str, taken: Container[str], otherwise: str = "entry") -> str:
    """The id for something called so, with a number when the plain one is taken."""
    plain = slug(words, otherwise)
    if plain not in taken:
        return plain
    number = 2
    while (numbered := f"{_cut(plain, ID_LENGTH - len(str(number)) - 1)}-{number}") in taken:
        number += 1
    return numbered


def _cut(text: str, length: int) -> str:
    """At most so many letters, ending with a whole word where that leaves enough."""
    if len(text) <= length:
        return text
    head = text[: length + 1].rpartition("-")[0]
    return (head if len(head) > length // 2 else text[:length]).rstrip("-")
