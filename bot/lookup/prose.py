"""Whether a text says something of a term in it, or only names something longer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.folding import words
from bot.lookup import korean, questions
from bot.lookup.asked import Asked
from bot.lookup.everyday import is_finnish_word, is_word
from bot.lookup.hangul import has_hangul
from bot.lookup.initials import is_abbreviation
from bot.lookup.result import Occurrence

_FEWEST = 3  # words of which one says something of the other


def is_prose(asked: Asked, found: Occurrence) -> bool:
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
    finnish = found.label.language == "fi" or is_abbreviation(found.label)
    if not finnish or piece == own:
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


def is_said(asked: Asked, found: Occurrence) -> bool:
    """Whether a short sentence says something of the term rather than asking for a longer one.

    It has a word that is of no term, or only words that are none misspelt; and some that do not
    stand beside the term, or on both sides of it.
    """
    before, after = words(asked.text[: found.start]), words(asked.text[found.end :])
    around = before + after
    if questions.is_asking(around):
        return False
    if before and (before[0] in _ASKS_ENGLISH or _ASKS_FINNISH.match(before[0])):
        return _is_asked_of(before, after)
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


def _is_asked_of(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a question is about what happens with the term: ``how is VAT calculated``."""
    if not all(map(_is_known, (*before, *after))):
        return False
    if _ASKS_FINNISH.match(before[0]):
        return True
    if before[0] not in _ASKS_ENGLISH or len(before) < _TWO:
        return False
    said = not after or questions.is_stop(after[0]) or after[0].endswith("ed")
    return said and sum(not questions.is_stop(word) for word in before) < _TWO


def _is_known(word: str) -> bool:
    return (
        questions.is_stop(word)
        or is_word(word)
        or is_finnish_word(word)
        or _SAYS_FINNISH.search(word) is not None
    )


_ASKS_ENGLISH = frozenset(("how", "who", "when", "why", "where"))
_ASKS_FINNISH = re.compile(
    "(?:miten|miksi|milloin|missa|mista|mihin|kuka|ketka|kenelle|paljonko|montako|kuinka"
    "|(?:on|ovat|saa|voi|pitaa|tarvitaan|kay|maksaa)ko)$"
)
_SAYS_FINNISH = re.compile(
    r"(?:ttiin|taan|daan|llinen|llista|llisia|sesta|sessa)$"
)  # verbs, and what is said of things
_TWO = 2
