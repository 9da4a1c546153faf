"""Families of English words: what is made of one word by endings, as moderate, moderation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.lookup import english

_ACTION = "~"  # after a root: doing it, or that it is done
_ENDINGS = [
    (re.compile(r"(?<=...[st]ion)(?:ing|ed)$"), ""),
    (re.compile(r"(?<=....)iness$"), "y"),
    (re.compile(r"(?<=....)(?:ly|ness)$"), ""),
    (re.compile(r"(?<=...)iz(?:ation|e|ed|ing|able)$"), "iz"),
    (re.compile(r"(?<=...)if(?:ication|y|ied|ying|iable)$"), "if"),
    (re.compile(r"(?<=...)abilit(?:y|ie)$|(?<=...)abl[ey]$"), "ab"),
    (re.compile(r"(?<=...)ibilit(?:y|ie)$|(?<=...)ibl[ey]$"), "ib"),
    (re.compile(r"(?<=..)olog(?:y|ical|ically)$"), "olog"),
    (re.compile(r"(?<=[gn]ist)ration$"), "er" + _ACTION),
    (re.compile(r"(?<=....)(?:ation|ate|ating)$"), _ACTION),
    (re.compile(r"(?<=.....)(?<!serv)(?<!labor)atory$"), _ACTION),  # conservatory: a house
    (re.compile(r"(?<=.....)e?ment$|(?<=^pay)ment$|(?<=^mov)ement$"), _ACTION),
    (re.compile(r"(?<=....)e(?:nt|nse|ncy)$"), "en"),
    (re.compile(r"(?<=....)a(?:nt|nce|ncy)$"), "an"),
    (re.compile(r"(?<=..)ision$|(?<=..)id(?:e|ed|ing)$"), "id" + _ACTION),
    (re.compile(r"(?<=...)uction$|(?<=...)uc(?:e|ed|ing)$"), "uct" + _ACTION),
    (re.compile(r"(?<=...)(?<=cri)(?:ption|b(?:e|ed|ing))$"), "pt" + _ACTION),
    (re.compile(r"(?<=.)ersion$"), "ert" + _ACTION),
    (re.compile(r"(?<=..)(?<=t)ension$"), "end" + _ACTION),
    (re.compile(r"(?<=..)mission$|(?<=..)mitt(?:ed|ing)$"), "mit" + _ACTION),
    (re.compile(r"(?<=.....)(?<=[ts])ion$"), _ACTION),
    (re.compile(r"(?<=...)([rt])\1al$"), r"\1" + _ACTION),
    (re.compile(r"(?<=...)(ov|iv|us|os|ais|iss|ew|aw)al$"), r"\1" + _ACTION),
    (re.compile(r"(?<=...)([bdgmnprt])\1ing$"), r"\1" + _ACTION),
    (re.compile(r"(?<=...)ing$"), _ACTION),
    (re.compile(r"(?<=...)([bdgmnprt])\1ed$"), r"\1"),
    (re.compile(r"(?<=....)ated$|(?<=...)ed$|(?<=...)(?<![aeiou])e$"), ""),
]
_LATIN = re.compile(  # detain, detention; verbs and what is made of them as in Latin
    "(?<=..)(?:tention|tain(?:ed|ing)?|pulsion|pel(?:l?ed|ling)?|ception|ceiv(?:e|ed|ing)"
    "|olution|olv(?:e|ed|ing)|clusion|clud(?:e|ed|ing)|sumption|sum(?:e|ed|ing))$"
)
_VERBS = {"te": "tain", "ta": "tain", "pu": "pel", "pe": "pel", "ce": "ceiv", "ol": "olv",
          "cl": "clud", "su": "sum"}  # fmt: skip
_LAST = "desglnty"  # letters that these end with; most words do with another


@lru_cache(maxsize=4096)
def kin(word: str) -> str:
    """A key that folded words share when one names what another does: democratize, -ization."""
    key = english.base(word)
    if len(key) < 5 or not key.isascii() or word.endswith(("ants", "ents")):
        return key  # variants are things, and not a variance
    if key[-1] in _LAST:
        key = _LATIN.sub(lambda found: _VERBS[found.group()[:2]] + _ACTION, key)
        for pattern, replacement in _ENDINGS:
            key = pattern.sub(replacement, key)
    return key


def root(word: str) -> str:
    """A key that these and the bare word share: predict, prediction."""
    return kin(word).removesuffix(_ACTION)


def families(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Root → those of ``words`` that are made of it and differ from it.

    ``governance`` is made of ``governant`` as well, and of ``govern``.
    """
    made: dict[str, tuple[str, ...]] = {}
    for word in words:
        key = root(word)
        for one in (key, *_shorter(word, key)):
            if one != word:
                made[one] = (*made.get(one, ()), word)
    return made


def _shorter(word: str, key: str) -> Iterator[str]:
    """The roots of verbs that ``word`` is made of, too: ``subsidize`` of subsidy."""
    if word.endswith(("ance", "ence")) and len(key) > _VERB:
        yield key[:-2]
    if word.endswith("y") and len(word) > _VERB and word.isascii():
        yield word[:-1] + "iz"


_VERB = 6  # letters of a verb, with the two of ``an`` or ``en``
