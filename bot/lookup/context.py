"""The stage for a question that says where its term was met, or quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.lookup import questions
from bot.lookup.abbreviations import abbreviated
from bot.lookup.asked import Asked, Hit, read
from bot.lookup.exact import inflected, questioned, reordered, spelt_so
from bot.lookup.index import Index

_QUOTED = re.compile(
    r"(?<!\w)[\"“”„«»『「‘']\s*([^\"“”„«»『』「」‘’]+?)\s*[\"“”«»』」’'](?![A-Za-z])"
)
_MEANT = [  # how people say what they want to know the meaning of; the term is the one group
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bmeant? by (.+)$",
        r"^.*?\bwh?at do(?:es)? (.+?) (?:mean|stand for)\b",
        r"^mit[äa] (.+?) (?:tarkoittaa|tarkoitetaan|merkitsee|on)\b",
        r"^mit[äa] .+ (?:tarkoittaa|tarkoitetaan) (.+)$",
        r"^mi[kt][äa] (?:on|oli|tarkoittaa|tarkoitti) (.+?) \S+ss[äa]\b",
        r"(?:에서|에)\s?(?:말하는|말한|나오는|나온|쓰인|쓰는|언급된|언급하는|적힌|있는) (.+)$",
    )
]
_WHERE = re.compile(r"\s+(?:in|within|under|according to|when it comes to)\s+", re.IGNORECASE)
_MOST_WORDS = 14
_STAGES = (spelt_so, abbreviated, reordered, questioned, inflected)
_SURE = 0.9
_SCORE = 0.88  # elsewhere the term may mean something narrower


def in_context(asked: Asked, index: Index) -> list[Hit]:
    """``what does transparency mean in AI policy``, ``mitä "FOC" tarkoittaa uutisessa``."""
    if not 2 < len(asked.words) <= _MOST_WORDS or not _asks(asked.words):
        return []
    for part in _parts(asked.text):
        again = read(part, index)
        for stage in _STAGES:
            if hits := [hit for hit in stage(again, index) if hit.score >= _SURE]:
                why = "what the question is about, beside where it was met"
                return [hit._replace(kind="question", score=_SCORE, why=why) for hit in hits]
    return []


def _asks(words: Sequence[str]) -> bool:
    return questions.is_asking(words) or words[0] == "who"


def _parts(text: str) -> Iterator[str]:
    """What may be asked for: what is quoted, what is to mean something, what is before where."""
    yield from _QUOTED.findall(text)
    meant = [found[1] for pattern in _MEANT if (found := pattern.search(text)) is not None]
    yield from meant
    for part in (*meant, text):
        yield from (part[: where.start()] for where in reversed(list(_WHERE.finditer(part))))
