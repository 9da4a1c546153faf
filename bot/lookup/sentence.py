"""The stage for a term inside a longer text."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.concept import Label
from bot.folding import words
from bot.lookup import korean, questions
from bot.lookup.asked import Asked, Hit
from bot.lookup.broader import main_words
from bot.lookup.confidence import ANSWERED
from bot.lookup.everyday import is_everyday, is_finnish_word, is_head, is_listed, is_word
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index
from bot.lookup.initials import is_abbreviation
from bot.lookup.occurrences import Part, longest, occurrences
from bot.lookup.postings import posted
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
    return keys * (0.5 if any(map(everyday, {*spelt, *typed})) else 1.0) if spelt else 0.0


def _sure(asked: Asked, ranked: list[tuple[float, Occurrence]], place: int) -> float:
    telling, found = ranked[place]
    if place or (len(ranked) > 1 and questions.is_comparing(asked.words)):
        return 0.45 if telling >= 3 else 0.3
    clearer = telling / max(ranked[1][0], 1.0) if len(ranked) > 1 else 9.0
    if clearer >= _CLEARER:  # nothing else is meant: a word made of an everyday one will do
        telling = _telling(found.label, words(asked.text[found.start : found.end]), is_listed)
    score = 0.93 if telling >= 6 else 0.85 if telling >= 5 else 0.6 if telling >= 3.5 else 0.4
    if len(ranked) > 1:
        score = min(score, 0.84 if clearer >= _CLEARER else 0.6)
    if _is_prose(asked, found):
        return score
    if _is_headed(asked, found):
        return _HEADED
    return min(score, 0.86 if _is_said(asked, found) else 0.65)


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


def _is_prose(asked: Asked, found: Occurrence) -> bool:
    """Whether the term stands in running text rather than being part of a longer term."""
    if has_hangul(asked.text):
        pieces = len(asked.text.split())
        attached = words(asked.text[found.end :].partition(" ")[0])
        if pieces > 1 and attached and korean.is_verbal(attached[0]):
            return True
        if pieces <= len(found.label.text.split()) + 1:
            return False
        if pieces > _FEW:
            return True
        ended = _ENDED.search(asked.text) is not None or questions.is_asking(asked.words)
        return ended and not _goes_on(asked.text[found.end :])
    if len(asked.text.split()) >= _FEWEST and _is_declined(found, asked.text):
        return True
    left = asked.asked_for
    if len(left) > len(found.label.text.split()) + 6:
        return True
    return len(left) > 4 and any(
        questions.is_stop(word) and not questions.is_joining(word) for word in left
    )


def _is_declined(found: Occurrence, text: str) -> bool:
    """Whether a Finnish term stands in a case other than the genitive, which only narrows.

    So does a participle after it: ihmisoikeuksiin perustuva lähestymistapa.
    """
    following = words(text[found.end :].partition(" ")[2])[:1]
    if following and _PARTICIPLE.search(following[0]):
        return False
    if _COLON.match(text, found.end):
        return True
    piece = "".join(words(text[found.start : found.end]))
    own = "".join(words(found.label.text))
    if found.label.language != "fi" or piece == own:
        return False
    return _CASES.search(piece.removeprefix(own[:-2])) is not None


_CASES = re.compile("(?:t?t?a|ssa|sta|lla|lta|lle|ksi|[aeiouy]{2}n|h[aeiouy]n|seen)$")
_PARTICIPLE = re.compile("(?:va|vat|van|vaa|vien|tu|ty|tun|tyn|dut|dyt|tut|tyt)$")
_COLON = re.compile(
    r"[:’'](?:i?t?t?[aä]|i?ss[aä]|i?st[aä]|i?ll[aä]|i?lt[aä]|i?lle|i?ksi|h?[aeiouyäö]+n)\b"
)


def _goes_on(after: str) -> bool:
    """Whether a noun follows a Korean term, with at most 의 or 에서: 인공지능 비서가 뭐야."""
    attached, _, rest = after.partition(" ")
    following = words(rest)[:1]
    plain = all(questions.is_stop(word) or korean.is_clause(word) for word in following)
    return attached in ("", "의", "에서") and not plain


_FEW = 4  # Korean words that may be one term, unless they end as a sentence does
_ENDED = re.compile(r"(?:다|요|죠|네|까|음|함|워|냐|[었았했겠]어)[?!.~]*$|[?!]$")


def _is_said(asked: Asked, found: Occurrence) -> bool:
    """Whether a short sentence says something of the term rather than asking for a longer one.

    It has a word that is of no term, or only words that are none misspelt; and some that do not
    stand beside the term, or on both sides of it.
    """
    before, after = words(asked.text[: found.start]), words(asked.text[found.end :])
    around = before + after
    if questions.is_asking(around):
        return False
    if _OF_SENTENCES.isdisjoint(around) and _VERBS.isdisjoint(after):
        known = (questions.is_stop(w) or is_word(w) or w.isdecimal() for w in around)
        return len(around) > 3 and all(known)
    left, right = (list(map(questions.is_stop, side)) for side in (before, after))
    if False in left and False in right:
        return True
    return False in left[:-1] or False in right[1:]


_SENTENCES = """
i we he she they our my his their us them me him it this these those there nobody everybody
everyone somebody someone people will would should must said says told want wants minä me hän he
minun meidän hänen heidän meille minulle hänelle heille oli olen olemme olivat että joka jossa
"""
_OF_SENTENCES = frozenset(words(_SENTENCES))
_VERBS = frozenset(("is", "are", "was", "were", "has", "have", "had", "on", "ei"))  # after it
