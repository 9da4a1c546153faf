"""What speaks against a misspelling, however near the label: something else that is likelier."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup import korean, questions
from bot.lookup.asked import SHORT, Asked
from bot.lookup.compounds import is_compound, is_korean_compound
from bot.lookup.everyday import is_finnish_word, is_word
from bot.lookup.hangul import has_hangul
from bot.lookup.index import Index
from bot.lookup.initials import is_abbreviation
from bot.lookup.postings import posted

LOOKED_AT = 40  # labels that begin so
ABBREVIATION = 0.75  # the most for what is rather another abbreviation
_OTHER = 0.8  # for what is rather something else


def is_real(word: str, index: Index, *, native: bool) -> bool:
    """Whether a folded word is one of its own, in a ``native``, that is Finnish, label or not."""
    if word in index.vocabulary or is_word(word) or questions.is_stop(word):
        return True
    if has_hangul(word):
        return is_korean_compound(word, index.vocabulary)
    return native and (is_finnish_word(word) or is_compound(word, index.vocabulary))


def is_short(position: int, index: Index) -> bool:
    """Whether the label is an abbreviation of few letters, which is not guessed at."""
    return len(index.spelt[position]) < SHORT and is_abbreviation(index.labels[position])


def certainty(asked: Asked, nearest: Sequence[int], index: Index) -> float:
    """Less than one when something else is likelier than that ``nearest``, best first, is meant.

    Who lists or compares means two things, who asks for one in another the first. A single short
    word in capitals is an abbreviation of its own; a name with a capital more than the label, or
    a short word that begins otherwise, is another; and what begins other labels is one of them
    that is being typed.
    """
    listed = any(map(questions.is_listing, asked.words)) and asked.named
    if listed or questions.is_comparing(asked.words) or _is_where(asked, nearest[0], index):
        return _OTHER
    if len(asked.words) == 1:
        if asked.is_short:
            return ABBREVIATION
        spelt = index.spelt[nearest[0]]
        if _is_another(asked, index.labels[nearest[0]].text, spelt):
            return _OTHER
        if _may_go_on(asked.key, nearest[0], index):
            return _OTHER
    return _OTHER if len(asked.key) > 4 and _is_being_typed(asked.key, nearest, index) else 1.0


def _is_where(asked: Asked, nearest: int, index: Index) -> bool:
    """Whether the label is only where something else was met: bias in machine learning."""
    if "in" not in asked.words or not questions.is_asking(asked.words):
        return False
    words = asked.asked_for
    before = words[: words.index("in")] if "in" in words else []
    return bool(before) and set(before).isdisjoint(index.spelt[nearest].split(" "))


def _is_another(asked: Asked, text: str, spelt: str) -> bool:
    """Whether a single word typed is rather another name than ``text`` misspelt."""
    capitals = 0 if asked.text.islower() else sum(map(str.isupper, asked.text))
    if capitals > 1 and 1 < sum(map(str.isupper, text)) < capitals:
        return True
    key = asked.key
    if korean.is_person(key, spelt):
        return True
    if len(spelt) > SHORT or not spelt.isascii() or key[0] == spelt[0]:
        return False
    return not spelt.endswith(key) and sorted(key[:2]) != sorted(spelt[:2])


def _may_go_on(key: str, nearest: int, index: Index) -> bool:
    """Whether ``key``, more than a letter short of the nearest label, begins another as well."""
    spelt = index.spelt[nearest].replace(" ", "")
    if not spelt.startswith(key) or len(spelt) - len(key) < 2:
        return False
    others = (other for other in index.starting(key, LOOKED_AT) if not other.startswith(spelt))
    concept = index.labels[nearest].concept
    return any(index.labels[p].concept != concept for o in others for p in posted(index.folded, o))


def _is_being_typed(key: str, nearest: Sequence[int], index: Index) -> bool:
    """Whether labels begin so, and none of the nearest does."""
    return bool(index.starting(key, 1)) and not any(
        index.spelt[position].replace(" ", "").startswith(key) for position in nearest
    )
