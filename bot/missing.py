"""Which questions in vain may be counted: those that look like a term and name nobody.

A count that is lost does no harm; a number or a name that is kept would. Hence any digit at all
keeps words from being counted, and any word that may be a form of a name in the chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.folding import composed, fold, words

CHARACTERS = 60
WORDS = 6

_ADDRESS = re.compile(r"@|://|\bwww\.|\w\.[^\W\d_]{2,}", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]")
_AROUND = " \t.,;:!?…？。、·\"'“”„”»«()[]"
_CHANGING = 3  # letters at the end of a long Finnish name that change when it is inflected


def may_count(text: str, names: Iterable[str | None] = ()) -> bool:
    """Whether a text is short enough for a term, and holds nothing that leads to a person.

    Args:
        text: As it was written.
        names: Of the people in the chat: first and last names, user names, titles.
    """
    written = text.strip()
    spelt = words(written)
    if not spelt or len(written) > CHARACTERS or len(written.split()) > WORDS:
        return False
    if len(spelt) > 2 * WORDS or _ADDRESS.search(written):
        return False
    if any(character.isnumeric() for character in written):
        return False
    called = {part for name in names if name for part in words(name)}
    return not any(_names(word, part) for word in spelt for part in called)


def as_written(text: str, folded: str) -> str | None:
    """The part of a text that ``fold`` makes ``folded`` of, without punctuation around it."""
    written = composed(text).split()
    for start in range(len(written)):
        for end in range(len(written), start, -1):
            part = " ".join(written[start:end])
            if fold(part) == folded:
                return part.strip(_AROUND)
    return None


def _names(word: str, part: str) -> bool:
    """Whether a word may be a form of a part of a name: with an ending, a particle, a surname."""
    if _HANGUL.search(part):
        return part in word if len(part) > 1 else word == part
    if len(part) < 3:
        return word == part
    stem = part[:-_CHANGING] if len(part) > 5 else part
    return word.startswith(stem) and len(word) <= len(part) + 5
