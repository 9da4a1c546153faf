"""What a lookup gives back."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from bot.concept import Label

Verdict: TypeAlias = Literal["answer", "choices", "unknown"]
Kind: TypeAlias = Literal[
    "exact",  # the label, letter for letter
    "folded",  # the same after folding
    "translation",  # the same, in another language than the reader's
    "abbreviation",  # an abbreviation with an ending, or spelt out as letter names
    "initialism",  # the first letters of a label, listed nowhere
    "question",  # what was left of a question
    "inflected",  # a word form, or a term with particles
    "words",  # words missing, added or in another order
    "prefix",  # the beginning of a label, as it is being typed
    "typo",  # misspelt
    "layout",  # typed with the keyboard in the other layout
    "romanised",  # a Korean label in Latin letters
    "sentence",  # found inside a longer text
    "description",  # guessed from definitions
]


class Match(NamedTuple):
    """A concept that a query may mean. ``score``: the confidence, 0 to 1, that it does."""

    concept: str
    label: Label
    kind: Kind
    score: float


class Answer(NamedTuple):
    """The verdict on one query, and at most five matches, best first."""

    query: str
    verdict: Verdict
    matches: tuple[Match, ...]


class Occurrence(NamedTuple):
    """A term in a text: ``text[start:end]`` names the concept."""

    concept: str
    label: Label
    start: int
    end: int
