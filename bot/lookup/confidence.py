"""Evidence → the probability that it is right."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from bot.lookup.alignment import Alignment

ANSWERED = 0.8  # an answer at this confidence costs less than it gains
OFFERED = 0.3  # below it, offering would only distract


def spelling(slips: float, letters: int) -> float:
    """Of misspellings so far from a word of so many keys, the share that meant it."""
    if slips == 0:
        return 0.98
    share = slips / max(letters, 1)
    short = 0.15 if letters < 4 else 0.08 if letters < 5 else 0.0
    return 0.98 / (1 + exp(20 * (share - 0.34 + short)))


def fit(found: Alignment) -> float:
    """How probable the label is, were it alone in the glossary."""
    score = spelling(found.slips, found.letters)
    score *= 1 - min(1.0, 1.5 * max(0.0, found.missing - 0.2) + 0.35 * found.missing)
    score *= 1 - min(1.0, 1.3 * max(0.0, found.extra - 0.1) + 0.3 * found.extra)
    if found.real:
        score *= 0.6
    if found.moved:
        score *= 0.97
    return score


def among(score: float, others: Sequence[float]) -> float:
    """``score`` after the next best concept has had its say."""
    rival = max(others, default=0.0)
    if rival <= 0:
        return score
    odds, against = score / (1.001 - score), rival / (1.001 - rival)
    return score * sqrt(odds / (odds + against))
