"""The stage for a term inside a longer text."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.concept import Label
from bot.folding import words
from bot.lookup import questions
from bot.lookup.asked import Asked, Hit
from bot.lookup.broader import main_words
from bot.lookup.confidence import ANSWERED
from bot.lookup.everyday import is_everyday, is_finnish_word, is_head, is_listed, is_word
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index
from bot.lookup.initials import is_abbreviation
from bot.lookup.occurrences import Part, longest, occurrences
from bot.lookup.postings import posted
from bot.lookup.prose import is_prose, is_said
from bot.lookup.result import Occurrence

_LONG = 14  # words that are no term any more
_CLEARER = 1.6  # times as telling as the next: the one that is asked for


def in_long_text(asked: Asked, index: Index) -> list[Hit]:
    """The one term that a text of many words holds, before anything in it is guessed at."""
    return mentioned(asked, index) if len(asked.asked_for) > _LONG else []


def mentioned(asked: Asked, index: Index) -> list[Hit]:
    """The one term that a text holds; of several the one that tells by far the most."""
    if len(asked.words) < 2:
        return []
    best: dict[str, tuple[float, Occurrence]] = {}
    text = _in_capitals(asked.text, index)
    written = _as_written(text, longest(occurrences(text, [Part(index)])))
    for found in written:
        telling = _telling(found.label, words(asked.text[found.start : found.end]), is_everyday)
        if telling > best.get(found.concept, (0.0, found))[0]:
            best[found.concept] = telling, found
    ranked = sorted(best.values(), key=lambda item: -item[0])
    sure = [_sure(asked, ranked, place) for place in range(len(ranked[:5]))]
    if sure and sure[0] >= ANSWERED and _is_of_another(asked, ranked[0][1], index):
        sure[0] = _IN_DOUBT
    return [
        Hit(index.position(one.label), "sentence", _as_typed(score, one, asked), "in the text")
        for score, (_, one) in zip(sure, ranked, strict=False)
    ]


_IN_DOUBT = 0.6


def _in_capitals(text: str, index: Index) -> str:
    """``text`` with the abbreviations in it that are typed in small letters, as chat is."""

    def own_case(found: re.Match[str]) -> str:
        word = found.group()
        if questions.is_stop(word) or is_word(word) or is_finnish_word(word):
            return word
        short = (index.short.get(position) for position in posted(index.folded, word))
        return next((one for one in short if one and len(one) == len(word)), word)

    return _SMALL.sub(own_case, text)


_SMALL = re.compile(  # not within an address
    r"(?<![^\W_가-힣])(?<![./@])[a-z][a-z0-9]{1,7}(?![^\W_가-힣])(?![/@]|\.\w)"
)


def _as_typed(score: float, found: Occurrence, asked: Asked) -> float:
    """Less sure of an abbreviation in small letters, which may be another word."""
    small = is_abbreviation(found.label) and asked.text[found.start : found.end].islower()
    return min(score, _SMALL_LETTERS) if small else score


_SMALL_LETTERS = 0.84


def _is_of_another(asked: Asked, found: Occurrence, index: Index) -> bool:
    """Whether nearly all that was typed, more than the term, is of another entry's label."""
    typed = set(main_words(asked.asked_for))
    own = set(main_words(words(found.label.text)))
    if len(asked.words) > _LONG or len(typed) < _FEWEST:
        return False
    for position in index.near(strokes(asked.key), 1):
        label = set(main_words(index.spelt[position].split(" ")))
        shared = len(typed & label)
        if index.labels[position].concept != found.concept and own < label:
            return shared > _MOST_OF * max(len(typed), len(label))
    return False


_FEWEST = 3  # words typed that may be of a longer label
_MOST_OF = 0.6  # of the words typed, and of the label's


def _as_written(text: str, every: list[Occurrence]) -> list[Occurrence]:
    """Of terms at one place those that are written so, if any is, rather than forms of others."""
    exact = {one[2:] for one in every if words(one.label.text) == words(text[one.start : one.end])}
    return [
        one
        for one in every
        if one[2:] not in exact or words(one.label.text) == words(text[one.start : one.end])
    ]


def _telling(label: Label, typed: list[str], everyday: Callable[[str], bool]) -> float:
    """How much a label in a text says: keys typed, more for several words, less for everyday."""
    spelt = words(label.text)
    if all(map(questions.is_stop, typed)) and not (is_abbreviation(label) and len(typed) == 1):
        return 0.5 * len(typed)
    keys = len(strokes("".join(spelt))) * (0.7 if has_hangul(label.text) else 1.0)
    if len(spelt) > 1:
        return keys * 1.5
    if is_abbreviation(label):
        return 8.0 + keys
    if any(map(everyday, {*spelt, *typed})):
        return keys * 0.5
    return max(keys, _KOREAN_NOUN) if _THREE_SYLLABLES.match(label.text) else keys


_KOREAN_NOUN = 5.0  # of so many syllables it is met by chance no more than a longer word
_THREE_SYLLABLES = re.compile("[가-힣]{3}")


def _sure(asked: Asked, ranked: list[tuple[float, Occurrence]], place: int) -> float:
    telling, found = ranked[place]
    if place or (len(ranked) > 1 and questions.is_comparing(asked.words)):
        return 0.45 if telling >= 3 else 0.3
    clearer = telling / max(ranked[1][0], 1.0) if len(ranked) > 1 else 9.0
    if clearer >= _CLEARER:  # nothing else is meant: a word made of an everyday one will do
        telling = _telling(found.label, words(asked.text[found.start : found.end]), is_listed)
    score = 0.93 if telling >= 6 else 0.85 if telling >= 5 else 0.6 if telling >= 3.5 else 0.4
    if len(ranked) == 1 and _is_korean_noun(asked, found):
        score = max(score, 0.82)
    if len(ranked) > 1:
        score = min(score, 0.84 if clearer >= _CLEARER else 0.6)
    if is_prose(asked, found):
        return score
    if _is_headed(asked, found):
        return _HEADED
    return min(score, 0.86 if is_said(asked, found) else 0.65)


def _is_korean_noun(asked: Asked, found: Occurrence) -> bool:
    """Whether the term in a whole sentence is a Korean noun of two syllables, no everyday one."""
    label = found.label.text
    alone = has_hangul(label) and " " not in label and len(label) == _TWO
    return alone and len(asked.text.split()) >= _OF_A_SENTENCE and not is_everyday(label)


_OF_A_SENTENCE = 5  # words


def _is_headed(asked: Asked, found: Occurrence) -> bool:
    """Whether a common noun is all that follows an abbreviation: VAT rate, YSE-ehdot."""
    after = words(asked.text[found.end :])[:1]
    alone = len(asked.asked_for) == _TWO and asked.asked_for[1:] == after
    if not alone or not is_abbreviation(found.label) or len(found.label.text) < _TELLING:
        return False
    return is_head(after[0])


_HEADED = 0.82
_TWO = 2
_TELLING = 3  # letters: fewer are the beginning of many names
