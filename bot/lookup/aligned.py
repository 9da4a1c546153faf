"""What fits and what does not between a query and a label."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["same", "inflected", "typo", "compound"]


class Alignment(NamedTuple):
    """How the words typed fit those of a label.

    ``worst``: slips by key in the word with most; ``letters``: keys of the label that were
    matched; ``missing``: share of the label's keys not typed; ``extra``: share of the typed keys
    that the label lacks, ``after``: some at the end, listed beside it, or a place's name;
    ``words``: words of the label that were matched; ``real``: a typed word that differs from the
    label's is a word of its own, ``alone``: without other words that fit, or far from the label's.
    """

    slips: float
    worst: float
    letters: int
    missing: float = 0.0
    extra: float = 0.0
    after: bool = False
    moved: bool = False
    forms: frozenset[Form] = frozenset()
    real: bool = False
    words: int = 1
    alone: bool = True
