"""Evidence → the probability that it is right."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from bot.lookup.alignment import Alignment

ANSWERED = 0.8  # an answer at this confidence costs less than it gains
MARGIN = 0.01  # two concepts closer than this are equally sure
_LIGHT = 0.2  # of the query: words that add nothing
OFFERED = 0.3  # below it, offering would only distract


def spelling(slips: float, letters: int, worst: float = 0.0) -> float:
    """Of misspellings so far from a word of so many keys, the share that meant it.

    ``worst``: slips by key in the worst of several words; many slips in one word make another.
    """
    if slips == 0:
        return 0.98
    share = max(slips / max(letters, 1), 0.6 * worst if slips > 1.2 else 0.0)
    share += 0.03 * max(0.0, slips - 1.5) if letters < 14 else 0.0
    short = 0.15 if letters < 4 else 0.08 if letters < 5 else 0.0
    return 0.98 / (1 + exp(20 * (share - 0.34 + short)))


def fit(found: Alignment) -> float:
    """How probable the label is, were it alone in the glossary."""
    score = spelling(found.slips, found.letters, found.worst)
    score *= _of_missing(found) * _of_extra(found)
    if found.real:
        score *= 0.6 if found.alone or found.slips > 1.2 else 0.86
    if found.moved:
        score *= 0.97
    return score


def _of_missing(found: Alignment) -> float:
    """Less sure the more of the label was not typed, much less when one word was."""
    if found.missing <= 0.02:
        return 1.0
    if found.words > 1 and found.extra <= 0.02:
        return 1 - 0.35 * found.missing - 1.5 * max(0.0, found.missing - 0.5)
    return max(0.0, 1 - 0.7 * found.missing - 1.5 * max(0.0, found.missing - 0.3))


def _of_extra(found: Alignment) -> float:
    """Less sure the more was typed that the label lacks: it may name something narrower."""
    if found.extra <= 0.02:
        return 1.0
    if found.missing <= 0.02 and found.words > 1:
        return (0.7 if found.after else 0.9) - 0.1 * found.extra
    if found.missing <= 0.02:
        return 0.84 if found.extra <= _LIGHT and not found.after else 0.75 - 0.3 * found.extra
    return max(0.0, 1 - 1.0 * found.extra - 1.5 * max(0.0, found.extra - 0.15))


def among(score: float, others: Sequence[float]) -> float:
    """``score`` after the next best concept has had its say."""
    rival = max(others, default=0.0)
    if rival <= 0:
        return score
    odds, against = score / (1.001 - score), rival / (1.001 - rival)
    return score * sqrt(odds / (odds + against))
