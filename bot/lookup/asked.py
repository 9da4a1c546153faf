"""A query as the stages read it, and the hits they give."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from bot.folding import composed, fold, words
from bot.lazy import cached_property
from bot.lookup import questions
from bot.lookup.everyday import is_place
from bot.lookup.index import Index
from bot.lookup.postings import posted
from bot.lookup.result import Kind

LONGEST = 1000  # letters of a query that are read as a term or a question
MOST_WORDS = 40
SHORT = 7  # letters: of fewer, an abbreviation is not guessed at
_IN = "english|finnish|finish|korean|swedish"
_END = r"(?:\s+(?:pls|plz|please))?\W*$"
_ASIDE = re.compile(  # laughter, crying, how simple the answer should be and in which language
    r"[ㅋㅎㅠㅜ]{2,}(?=\W|$)|\blike i'?m (?:5|five)\b"
    rf"|(?<=\w)\s+in (?:{_IN}|general|short|brief|a nutshell){_END}"
    rf"|(?<=\w)\s+(?:in)?to (?:{_IN}){_END}|\s+[24] (?:me|u|us){_END}"
    r"|(?<=\w)\s*\(general\)\W*$"
    r"|\s+full ?form\W*$|^(?:the )?full ?form of\s+"
    rf"|\b(?:the|an?|is|what['’]?s) (?:{_IN}) (?:word |term |name )?(?=(?:for|4) )"
    rf"|^(?:{_IN}) (?:translation|name|term|word) (?:of|for)\s+",
    re.IGNORECASE,
)
_MAY_BE_ASIDE = re.compile(  # what any of these hold
    r"[ㅋㅎㅠㅜ]|i(?:['m]|n\s)|o (?=[efks])|full|[24] (?:me|u)|\(gen"
    r"|[hn] (?:(?:word |term |name )?(?:for|4)|translation of|name of) ",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(  # what is asked of a term, between two parts of a question
    r"^(how do(?:es)?|why (?:do|does|is|are)) (.+) (?:works?|matters?|important|needed|useful)\W*$"
    r"|^(what(?: i|'|’)s) (.+) (?:all about|good for|used for)\W*$"
    r"|^(what happens) (?:in|during|at|when|after|if|to|with) (.+)$",
    re.IGNORECASE,
)


class Hit(NamedTuple):
    """A label found, how sure it is (0 to 1), and why."""

    position: int
    kind: Kind
    score: float
    why: str


class Asked:
    """A query: its text in NFC, its folded words, and those without what only asks."""

    def __init__(self, text: str, words: list[str], index: Index) -> None:
        self.text, self.words, self.key = text, words, "".join(words)
        self._index = index

    @cached_property
    def _read(self) -> tuple[tuple[int, int], frozenset[str]]:
        known = self._index.vocabulary.__contains__
        core = questions.core(self.words, known)
        if core != (0, len(self.words)) and (named := _named(self, self._index)):
            return questions.core(self.words, known, named), named
        return core, frozenset()

    @cached_property
    def core(self) -> tuple[int, int]:
        """Where those of the words begin and end that are not of the question around them."""
        return self._read[0]

    @cached_property
    def named(self) -> frozenset[str]:
        """Words of questions that are none here, as IT of ``AI and IT``."""
        return self._read[1]

    @cached_property
    def asked_for(self) -> list[str]:
        """The words without those of the question around them."""
        return self.words[self.core[0] : self.core[1]]

    @cached_property
    def is_question(self) -> bool:
        """Whether words of a question stand around what is asked for."""
        return self.core != (0, len(self.words))

    @property
    def is_short(self) -> bool:
        """Whether it is a short word in capitals, so perhaps an abbreviation of its own."""
        return len(self.words) == 1 and len(self.key) < SHORT and self.text.isupper()

    @cached_property
    def readings(self) -> list[list[str]]:
        """The words as they are, and without those of the question."""
        return [self.words, self.asked_for] if self.is_question else [self.words]


Stage: TypeAlias = Callable[[Asked, Index], list[Hit]]


def read(query: str, index: Index) -> Asked:
    """``query`` folded, cut to what a term or a question can be long."""
    text = composed(query[:LONGEST]).strip()
    of = _ASKED_OF.match(text)
    plain = " ".join(filter(None, of.groups())) if of else text
    if _MAY_BE_ASIDE.search(plain):
        plain = _ASIDE.sub("", plain)
    return Asked(text, words(plain)[:MOST_WORDS], index)


def _named(asked: Asked, index: Index) -> frozenset[str]:
    """The words of questions that name something: abbreviations, and labels beside another."""
    parts = [part.split() for part in questions.listed(asked.text, asked.words)]
    beside = [part[-1] for part in parts[:-1] if part] + [part[0] for part in parts[1:] if part]
    keys = {fold(one): one.isupper() and len(one) > 1 for one in beside}
    named = {key for key, capitals in keys.items() if capitals or key in index.folded}
    return frozenset(filter(questions.is_stop, named | _in_capitals(asked.text, index)))


def _in_capitals(text: str, index: Index) -> set[str]:
    """What stands out by its capitals, as WHO in ``what does WHO mean``; and the US."""
    keys = set() if text.isupper() else set(map(fold, _CAPITALS.findall(text)))
    listed = (key for key in keys if not index.short.keys().isdisjoint(posted(index.folded, key)))
    return {*listed, *filter(is_place, keys)}


_CAPITALS = re.compile(r"(?<![^\W_])[A-Z]{2,}(?![A-Za-z])")


def found(index: Index, key: str, kind: Kind, score: float, why: str) -> list[Hit]:
    """Hits for every label under a folded key."""
    return [Hit(position, kind, score, why) for position in posted(index.folded, key)]
