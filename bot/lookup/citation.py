"""The stage for a text of law with the part of it that is cited: ``GDPR Article 6``, 헌법 10조."""

from __future__ import annotations

import re

from bot.lookup.abbreviations import abbreviated
from bot.lookup.asked import Asked, Hit, read
from bot.lookup.exact import inflected, questioned, reordered, spelt_so
from bot.lookup.index import Index

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
    """The text of law that is named beside its part."""
    whole = _PART.sub("", asked.text)
    if whole == asked.text or not whole:
        return []
    again = read(whole, index)
    for stage in _STAGES:
        if hits := [hit for hit in stage(again, index) if hit.score >= _SURE]:
            why = "a part of it is cited"
            return [hit._replace(kind="words", score=_SURE, why=why) for hit in hits]
    return []
