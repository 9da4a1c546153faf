"""English word forms and spellings, on folded words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Postfix, Prefix

_IRREGULAR = {
    "children": "child", "people": "person", "criteria": "criterion", "data": "datum",
    "indices": "index", "matrices": "matrix", "vertices": "vertex", "phenomena": "phenomenon",
    "women": "woman", "men": "man", "media": "medium", "theses": "thesis", "analyses": "analysis",
    "hypotheses": "hypothesis", "crises": "crisis", "bases": "basis", "mice": "mouse",
    "lives": "life", "leaves": "leaf", "halves": "half", "knives": "knife", "schemata": "schema",
}  # fmt: skip
_PLURALS = [
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?<=s|x|z)es$|(?<=ch|sh)es$"), ""),
    (re.compile(r"(?<![sui])s$"), ""),
]
_AMERICAN = [  # what a word must hold for the pattern to be worth a try, and the pattern
    ("is", re.compile(r"is(?=(?:e|ed|er|ing|ation|able|es|ational)$)"), "iz"),
    ("ys", re.compile(r"ys(?=(?:e|ed|er|ing)$)"), "yz"),
    ("our", re.compile(r"our(?=$|al|ed|ing|able|ite|ful)"), "or"),
    ("re", re.compile(r"(?<=[tb])re$"), "er"),
    ("ogue", re.compile(r"ogue$"), "og"),
    ("ae", re.compile(r"(?<![aeiou])ae(?=[a-z]{2})"), "e"),
    ("oe", re.compile(r"(?<![aeiou])oe(?=[a-z]{2})"), "e"),
    ("ll", re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$|ation$|ment$)"), "l"),
    ("ence", re.compile(r"ence$"), "ense"),
    ("mme", re.compile(r"mme$"), "m"),
    ("dge", re.compile(r"(?<=dg)e(?=ment)"), ""),
    ("fil", re.compile(r"ll?fil+"), "lfil"),
    ("ment", re.compile(r"ll?ment$"), "lment"),
    ("que", re.compile(r"que$"), "ck"),
]

_BRITISH = re.compile("|".join(held for held, *_ in _AMERICAN))


def singular(word: str) -> str:
    """``word`` without the ending of a regular, or of a common irregular, plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith("s"):
        for pattern, replacement in _PLURALS:
            shorter = pattern.sub(replacement, word)
            if shorter != word:
                return shorter
    return word


def american(word: str) -> str:
    """``word`` in American spelling, or in a like key that the British one shares."""
    if len(word) > 4 and _BRITISH.search(word):
        for held, pattern, replacement in _AMERICAN:
            if held in word:
                word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=2048)
def base(word: str) -> str:
    """A key that the plurals and the British and American spellings of a word share."""
    one = singular(word)
    if len(one) > _SHORT and one.endswith("ie"):
        one = one[:-2] + "y"  # cookies are made of cookie, parties of party
    return american(one)


_SHORT = 4  # letters: ties and dies are of tie and die


_SOUNDS = [
    (re.compile(r"^(?:kn|gn|pn)"), "n"), (re.compile(r"^wr"), "r"), (re.compile(r"^ps"), "s"),
    (re.compile(r"ph"), "f"), (re.compile(r"ght?"), "t"), (re.compile(r"sch?(?=[ei])"), "s"),
    (re.compile(r"[ts]i(?=on|al|an|ou)|sh|ch"), "x"), (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ck|qu?|c"), "k"), (re.compile(r"dge?|g(?=[eiy])"), "j"), (re.compile(r"y"), "i"),
    (re.compile(r"[aeiou]+"), "a"), (re.compile(r"h"), ""), (re.compile(r"(.)\1+"), r"\1"),
]  # fmt: skip


_SPELT_ALIKE = [
    (re.compile(r"ph|ough|gh(?=t|$)"), "f"), (re.compile(r"sc(?=[ei])|c(?=[eiy])|z"), "s"),
    (re.compile(r"ck|qu?|c"), "k"), (re.compile(r"y"), "i"), (re.compile(r"^kn|^gn|^pn"), "n"),
    (re.compile(r"[ts]i(?=on|al|an|ou)|sh|ch"), "x"), (re.compile(r"dge?|g(?=[ei])"), "j"),
    (re.compile(r"(.)\1+"), r"\1"),
]  # fmt: skip


@lru_cache(maxsize=2048)
def plainly(word: str) -> str:
    """``word`` spelt as it sounds, its vowels kept."""
    for pattern, replacement in _SPELT_ALIKE:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=512)
def number(word: str) -> int | None:
    """What a folded word of figures, or a Roman numeral up to thirty-nine, counts."""
    if word.isdecimal():
        return int(word)
    if _NUMERAL.fullmatch(word) is None:
        return None
    values = [_VALUES[letter] for letter in word]
    after = [*values[1:], 0]
    return sum(-one if one < other else one for one, other in zip(values, after, strict=True))


_NUMERAL = re.compile("(?=.)x{0,3}(?:i[xv]|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}


def end_alike(typed: str, word: str) -> bool:
    """Whether two words differ by endings that many confuse: prosecuter, prosecutor."""
    return any(
        typed.endswith(one) and word.endswith(other) and typed[: -len(one)] == word[: -len(other)]
        for pair in _CONFUSED_ENDINGS
        for one, other in (pair, pair[::-1])
    )


_CONFUSED_ENDINGS = (("er", "or"), ("ant", "ent"), ("ance", "ence"), ("able", "ible"))


def is_prefix(word: str) -> bool:
    """Whether a word that stands alone turns the next one, as in ``non generative``."""
    return len(word) > _DROPPED and word in _PREFIXES and word not in _ADVERBS


def differ_in_prefix(typed: str, word: str) -> bool:
    """Whether one of two words is the other with something before it: unaffected, affected."""
    longer, shorter = max(typed, word, key=len), min(typed, word, key=len)
    first = longer[: len(longer) - len(shorter)]
    before = first in _PREFIXES or (longer.isalpha() and len(first) > _DROPPED)
    return before and longer.endswith(shorter)


def differ_in_kind(typed: str, word: str) -> bool:
    """Whether two words differ as words of one family do, by ending or prefix.

    ``directors`` is no misspelling of ``directory``, ``uninterpreted`` none of ``interpreted``.
    """
    if typed.endswith(word) or word.endswith(typed):
        return differ_in_prefix(typed, word)
    same = Prefix.similarity(typed, word)
    if same < 4:
        return _have_other_prefixes(typed, word)
    for start in (same, same - 1):
        if typed[start:] in _ENDINGS and word[start:] in _ENDINGS:
            return {typed[start:], word[start:]} not in _CONFUSED
    return False


def _have_other_prefixes(typed: str, word: str) -> bool:
    """Whether each of two words has another prefix before the same: reflation, deflation."""
    shared = Postfix.similarity(typed, word)
    if shared < _STEM:
        return False
    first, other = len(typed) - shared, len(word) - shared
    return any(
        typed[: first + more] in _PREFIXES and word[: other + more] in _PREFIXES
        for more in range(shared - _STEM + 1)
        if more <= _SHARED
    )


_STEM = 5  # letters after a prefix
_SHARED = 2  # letters at the end of both prefixes: re and de share one
_PREFIX = (
    "un re non in im dis mis over under super inter sub pre post anti multi micro macro bi de "
    "semi trans hyper counter self ex il ir out up fore"
)
_PREFIXES = frozenset(_PREFIX.split())
_ADVERBS = ("over", "under")  # words of their own: over the AI Act
_DROPPED = 2  # letters that may be missing at the beginning; more are a part of a compound
_ENDING = (
    "s ed er ers or ors ee ees ing ings ly al ally ity ities ism ist ists ic ics ical ory ories "
    "ive ion ions ation ations y ment ments ness less ful able ible ary d"
)
_ENDINGS = frozenset(["", *_ENDING.split()])
_CONFUSED = tuple(
    frozenset(pair)
    for pair in (("er", "or"), ("er", "ee"), ("ers", "ors"), ("able", "ible"), ("ary", "ory"),
                 ("s", ""), ("d", "s"), ("ed", "d"), ("ly", "y"), ("al", "ly"), ("er", "ed"),
                 ("y", ""), ("d", ""), ("ing", "ings"), ("al", ""))
)  # fmt: skip


@lru_cache(maxsize=2048)
def sound(word: str) -> str:
    """A rough key of how an English word sounds: vowels are one, silent letters none."""
    key = word
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key.removesuffix("a")
