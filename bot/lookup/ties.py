"""One typed word held against one word of a label."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Postfix, Prefix

from bot.lookup import english, finnish, korean
from bot.lookup.aligned import Form
from bot.lookup.hangul import has_hangul, word_strokes
from bot.lookup.questions import is_bland, is_joining, is_stop
from bot.lookup.slips import allowed, slips


class Tie(NamedTuple):
    """What makes a typed word fit a word of a label. ``cost`` counts slips."""

    cost: float
    form: Form


_SAME = Tie(0.0, "same")
_INFLECTED = Tie(0.15, "inflected")


def size(word: str) -> int:
    """How many keys type ``word``."""
    return len(word) if word.isascii() else len(word_strokes(word))


def bearable(word: str) -> float:
    """How many slips ``word`` may hold and still be meant."""
    return 0.4 * size(word) + 0.2


@lru_cache(maxsize=2048)
def weight(word: str) -> float:
    """How much a word of a label counts: its keys, few for a small word."""
    keys = size(word) * (0.7 if has_hangul(word) else 1.0)
    return 0.15 * keys if is_joining(word) else keys


def typed_weight(word: str) -> float:
    """How much a typed word counts that no word of the label fits: less one of a question."""
    light = is_stop(word) or is_bland(word)
    return weight(word) * (0.15 if light and not is_joining(word) else 1.0)


def differ_in_kind(typed: str, word: str) -> bool:
    """Whether two words differ as those of one family do: neither is the other misspelt."""
    if english.differ_in_kind(typed, word) or finnish.is_agent(typed, word):
        return True
    return korean.differ_in_prefix(typed, word)


def is_other_syllable(typed: str, word: str, found: Tie) -> bool:
    """Whether a short Korean word is rather another one: 민법, 헌법.

    Not when a hand has hit the next key, or left one out.
    """
    return found.cost > _NEXT_KEY and korean.differ_in_syllable(typed, word)


_NEXT_KEY = 1.2  # slips


@lru_cache(maxsize=4096)
def tie(typed: str, word: str) -> Tie | None:
    """How ``typed`` can stand for ``word``; None when it cannot."""
    if typed == word:
        return _SAME
    if has_hangul(word):
        return _korean(typed, word) if has_hangul(typed) else None
    if has_hangul(typed):
        return None
    if (meant := _number(word)) is not None and (other := _number(typed)) is not None:
        return _SAME if meant == other else None
    if _are_forms(typed, word) or finnish.is_loan_form(typed, word):
        return _INFLECTED
    return _plain(typed, word)


@lru_cache(maxsize=4096)
def native_tie(typed: str, word: str) -> Tie | None:
    """How ``typed`` can stand for the Finnish ``word``; None when it cannot."""
    if typed == word:
        return _SAME
    if has_hangul(word) or has_hangul(typed):
        return tie(typed, word)
    if _number(word) is not None and _number(typed) is not None:
        return tie(typed, word)
    if _are_forms(typed, word):
        return _INFLECTED
    if _is_finnish_form(typed, word):
        return _INFLECTED
    return _misspelt(typed, word)


def _is_finnish_form(typed: str, word: str) -> bool:
    alike = Prefix.similarity(typed, word) >= len(word) - _CHANGED
    if not alike or Postfix.similarity(typed, word) >= _ENDING:
        return False
    stems = finnish.stems(word)
    return any(
        typed[:cut] in stems and finnish.is_form(typed, cut, word)
        for cut in range(max(3, len(typed) - 9), len(typed) + 1)
    )


_CHANGED = 5  # letters at the end of a Finnish word in which its stems differ from it
_ENDING = 3  # letters at the end that no other form shares


def _are_forms(typed: str, word: str) -> bool:
    return len(typed) > 2 and len(word) > 2 and english.base(typed) == english.base(word)


def _number(word: str) -> int | None:
    return english.number(word) if word[:1] in _FIGURES else None


_FIGURES = "ivx0123456789"


def _plain(typed: str, word: str) -> Tie | None:
    price = slips(typed, word)
    return None if price is None else Tie(max(price, 0.3), "typo")


def _misspelt(typed: str, word: str) -> Tie | None:
    best = slips(typed, word)
    if len(word) >= 5 and len(typed) > len(word) - 3 and (best is None or best > 1):
        for changed in _misspelt_forms(typed, word, finnish.stems(word)):
            best = changed if best is None else min(best, changed)
    return None if best is None else Tie(max(best, 0.3), "typo")


def _misspelt_forms(typed: str, word: str, stems: Collection[str]) -> list[float]:
    """Prices of ``typed`` as a misspelt stem of ``word`` with an ending."""
    found: list[float] = []
    if typed[:1] != word[:1] and typed[1:3] != word[1:3]:
        return found
    limit = allowed(len(word)) - 1
    for stem in stems:
        rest = typed[len(stem) :] if typed.startswith(stem) else ""
        if 4 < len(stem) > len(rest) + 1 and finnish.is_nearly_ending(rest):
            found.append(1.2)
        for cut in range(len(stem) - 1, len(stem) + 2):
            if cut < len(typed) and finnish.takes(stem, typed[cut:]):
                distance = OSA.distance(typed[:cut], stem, score_cutoff=limit)
                if distance <= limit:
                    found.append(distance + 0.3)
    return found


_LONGEST_TAIL = 14  # syllables


def _korean(typed: str, word: str) -> Tie | None:
    if len(typed) > len(word) + _LONGEST_TAIL:
        return None
    if typed.startswith(word):
        rest = typed[len(word) :]
        if korean.is_tail(rest):
            return Tie(0.1, "inflected")
        if rest == word[-1]:
            return Tie(_SYLLABLE, "typo")
        return Tie(2.0 + len(rest), "compound") if len(word) > 1 else None
    keys = word_strokes(word)
    best = slips(word_strokes(typed), keys)
    for cut in range(max(1, len(word) - 1), len(typed)):
        if korean.is_tail(typed[cut:]):
            price = slips(word_strokes(typed[:cut]), keys)
            if price is not None and (best is None or price + 0.1 < best):
                best = price + 0.1
    if _LATIN.search(typed) or _is_one_syllable_off(typed, word):
        price = _SYLLABLE * OSA.distance(typed, word)
        best = price if best is None else min(best, price)
    return None if best is None else Tie(best, "typo")


def _is_one_syllable_off(typed: str, word: str) -> bool:
    """Whether a syllable is missing or too much, but at the ends, where it makes another word."""
    if abs(len(typed) - len(word)) != 1 or typed[0] != word[0] or typed[-1] != word[-1]:
        return False
    return len(typed) > 1 < len(word) and OSA.distance(typed, word, score_cutoff=1) == 1


_LATIN = re.compile("[a-z]")  # a slip in place of a syllable
_SYLLABLE = 1.75
