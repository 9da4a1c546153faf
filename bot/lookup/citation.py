"""The stages for a name with a number: what is cited of a law, ``TLS 1.3``, ``YEL 2024``."""

from __future__ import annotations

import re

from bot.folding import fold, words
from bot.lookup.abbreviations import abbreviated
from bot.lookup.asked import Asked, Hit, found, read
from bot.lookup.everyday import is_finnish_word, is_word
from bot.lookup.exact import inflected, questioned, reordered, spelt_so
from bot.lookup.hangul import strokes
from bot.lookup.index import Index
from bot.lookup.initials import is_abbreviation

_NUMBER = r"\d+[a-z]?(?:[.:/-]\d+)*(?:\s?\(\w{1,4}\))*|[IVX]+"
_ENGLISH = r"art(?:icles?|s?\.?)|sections?|sec\.|§+|chapters?|annex(?:es)?|recitals?"
_FINNISH = r"§+|artikla\w*|luku|luvun|luvussa|liite|liitteen|momentti|momentin"
_KOREAN = r"(?:제\s?)?\d+\s?조(?:의\s?\d+)?(?:\s?(?:제\s?)?\d+\s?[항호목])*"
_PART = re.compile(
    rf"[\s,]+(?:{_ENGLISH}|{_FINNISH})\s?(?:{_NUMBER})\W*$"
    rf"|[\s,]+(?:{_NUMBER})(?::n|\.)?\s?(?:{_FINNISH})\W*$"
    rf"|(?<!\S)(?:{_ENGLISH})\s?(?:{_NUMBER})\s+(?:of|in)\s+"
    rf"|[\s,]*{_KOREAN}(?:에서|에|의|은|는|이|가|을|를)?(?=\s|\W*$)"
    r"|(?<=[법령칙약헌])상(?:의)?\W*$"
    r"|에\s?(?:따른|따라|따르면|의한|의해|의하면|의거)\W*$",
    re.IGNORECASE,
)
_STAGES = (spelt_so, abbreviated, reordered, questioned, inflected)
_SURE = 0.9


def cited(asked: Asked, index: Index) -> list[Hit]:
    """The text of law that is named beside its part: ``GDPR Article 6``, 헌법 10조."""
    whole = _PART.sub("", asked.text)
    if whole == asked.text or not whole:
        return []
    again = read(whole, index)
    for stage in _STAGES:
        if hits := [hit for hit in stage(again, index) if hit.score >= _SURE]:
            why = "a part of it is cited"
            return [hit._replace(kind="words", score=_SURE, why=why) for hit in hits]
    return []


_NUMBERED = re.compile(
    r"(?<![\w.-])([^\W\d_][\w&]{2,})(?:\s+v(?:er(?:sion)?)?\.?\s?|[\s-]+)(\d{1,6}(?:[.:/-]\d{1,6})*)(?!\w)"
)
_NUMBERS_ARE_NAMES = re.compile(r"\d$")


def numbered(asked: Asked, index: Index) -> list[Hit]:
    """The abbreviation before a version, a year or a number: ``TLS 1.3``, ``KHO 2021:5``.

    Not where the glossary has entries of its own for one with a number, as ISO 27001.
    """
    name = _NUMBERED.search(asked.text)
    if name is None or words(name[0]) != asked.asked_for:
        return []
    if name[1].islower() and (is_word(name[1]) or is_finnish_word(name[1])):
        return []
    key = "".join(words(name[1]))
    hits = found(index, key, "words", _OF_NUMBER, "a number of it")
    near = (index.labels[at].text for at in index.near(strokes(key), _LOOKED_AT) if hits)
    if any(fold(text).startswith(key) and _NUMBERS_ARE_NAMES.search(text) for text in near):
        return []
    return [hit for hit in hits if is_abbreviation(index.labels[hit.position])]


_OF_NUMBER = 0.82
_LOOKED_AT = 8
