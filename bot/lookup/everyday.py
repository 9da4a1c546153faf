"""Words of everyday language: typed as they are meant, however near an entry they look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from bot.lookup import english, finnish, korean
from bot.lookup.hangul import has_hangul


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    """The words of ``everyday.txt`` by the first word of the heading that they stand under."""
    found: dict[str, set[str]] = {}
    heading = ""
    text = files("bot.lookup").joinpath("everyday.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ").split()[0].rstrip(":")
        else:
            found.setdefault(heading, set()).update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


@lru_cache(maxsize=1)
def _everyday() -> tuple[frozenset[str], frozenset[str]]:
    """The everyday words of all languages, and those that are Finnish."""
    listed = _listed()
    return listed["English"] | listed["Finnish"] | listed["Korean"], listed["Finnish"]


@lru_cache(maxsize=1)
def parts() -> frozenset[str]:
    """Finnish words that compounds are made of, folded."""
    listed = _listed()
    return listed["Parts"] | {word for word in listed["Finnish"] if len(word) >= SHORTEST}


SHORTEST = 3  # letters of a part of a compound


@lru_cache(maxsize=2048)
def is_finnish_word(word: str) -> bool:
    """Whether the folded ``word`` is a Finnish one that compounds are made of, or a form of it."""
    return word in parts() or _is_finnish(word, parts())


def is_word(word: str) -> bool:
    """Whether the folded ``word`` is one of its own, everyday or not: not misspelt."""
    if is_everyday(word):
        return True
    listed = _listed()
    telling = listed["Telling"]
    return word in telling or word in listed["Places"] or english.singular(word) in telling


def is_head(word: str) -> bool:
    """Whether the folded ``word`` after an abbreviation leaves it what is meant: VAT rate."""
    heads = _listed()["Heads"]
    return word in heads or english.singular(word) in heads


def is_pair(words: Sequence[str]) -> bool:
    """Whether folded everyday words are a term of their own together: ``human rights``."""
    *first, last = words
    pairs = _listed()["Pairs"]
    return "-".join(words) in pairs or "-".join([*first, english.singular(last)]) in pairs


@lru_cache(maxsize=2048)
def is_place(word: str) -> bool:
    """Whether the folded ``word`` is the name of a country or city, or says what is of one."""
    places = _listed()["Places"]
    if word in places:
        return True
    if has_hangul(word):
        cuts = range(2, len(word))
        return any(word[:cut] in places and korean.is_tail(word[cut:]) for cut in cuts)
    return _is_finnish(word, places)


@lru_cache(maxsize=2048)
def is_everyday(word: str) -> bool:
    """Whether the folded ``word``, or what it is a plain form of, is an everyday word."""
    known, finnish_ = _everyday()
    if word in known:
        return True
    if has_hangul(word):
        return any(
            word[:cut] in known for cut in range(2, len(word)) if korean.is_tail(word[cut:])
        )
    one = english.singular(word)
    if one in known:
        return True
    if len(word) > 4 and not _LAST.isdisjoint((word[-2:], one[-2:], word[-1])):
        for form in {word, one}:
            if _is_derived(form, known):
                return True
    return _is_finnish(word, finnish_)


def _is_finnish(word: str, known: frozenset[str]) -> bool:
    """Whether ``word`` is an everyday word with endings that change nothing in it."""
    for cut in range(max(4, len(word) - 4), len(word)):
        if word[:cut] in known and finnish.takes(word[:cut], word[cut:]):
            return True
    return False


def is_listed(word: str) -> bool:
    """Whether the folded ``word`` is an everyday word itself, or the plural of one."""
    known, finnish_ = _everyday()
    return word in known or english.singular(word) in known or _is_finnish(word, finnish_)


_ENDINGS = (
    "ing", "ed", "er", "ers", "ly", "ment", "ments", "ness", "less", "ful", "able", "ion", "ions",
    "ies", "ied", "ier", "est", "y", "ish", "ship",
)  # fmt: skip
_LAST = frozenset(ending[-2:] for ending in _ENDINGS)  # letters of each


def _is_derived(form: str, known: frozenset[str]) -> bool:
    """Whether ``form`` is an everyday word with an ending."""
    for ending in _ENDINGS:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            if _is_stem(stem, known, vocalic=ending[0] in "aeiou"):
                return True
    return False


def _is_stem(stem: str, known: frozenset[str], *, vocalic: bool) -> bool:
    """Whether ``stem`` is an everyday word before an ending that begins with a vowel, or not."""
    if len(stem) < 3:
        return not vocalic and stem + "y" in known
    if not vocalic:
        return stem in known
    if stem[-1] == "e" or stem[-1] == stem[-2] == stem[-3]:
        return False
    doubled = stem[-1] == stem[-2] and stem[-3] in "aeiouy" and stem[:-1] in known  # stop, stopped
    return stem in known or stem + "e" in known or stem + "y" in known or doubled
