"""Evidence → the probability that it is right."""

from __future__ import annotations

from math import exp, sqrt

from bot.lookup.aligned import Alignment

ANSWERED = 0.8  # an answer at this confidence costs less than it gains
MARGIN = 0.01  # two concepts closer than this are equally sure
_LIGHT = 0.2  # of the query: words that add nothing
_FAR = 14  # keys for each slip: fewer, and a word of its own is rather meant as it is
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
    missing, extra, words = found.missing, found.extra, found.words
    score = spelling(found.slips, found.letters, found.worst)
    score *= _of_missing(missing, extra, words) * _of_extra(
        missing, extra, words, after=found.after
    )
    if found.real:
        score *= 0.6 if found.alone or found.slips > max(1.2, found.letters / _FAR) else 0.86
    if found.moved:
        score *= 0.97
    return score


def tells(missing: float, extra: float, words: int) -> bool:
    """Whether a label may be meant at all, so much of it and of the query matched."""
    return (
        _of_extra(missing, extra, words, after=False) > 0
        and _of_missing(missing, extra, words) > 0
    )


def _of_missing(missing: float, extra: float, words: int) -> float:
    """Less sure the more of the label was not typed, much less when one word was."""
    if missing <= 0.02:
        return 1.0
    if words > 1 and extra <= 0.02:
        return 1 - 0.35 * missing - 1.5 * max(0.0, missing - 0.5)
    return max(0.0, 1 - 0.7 * missing - 1.5 * max(0.0, missing - 0.3))


def _of_extra(missing: float, extra: float, words: int, *, after: bool) -> float:
    """Less sure the more was typed that the label lacks: it may name something narrower."""
    if extra <= 0.02:
        return 1.0
    if missing <= 0.02 and words > 1:
        return (0.7 if after else 0.9) - 0.1 * extra
    if missing <= 0.02:
        return 0.84 if extra <= _LIGHT and not after else 0.75 - 0.3 * extra
    return max(0.0, 1 - 1.0 * extra - 1.5 * max(0.0, extra - 0.15))


def among(score: float, rival: float) -> float:
    """``score`` after the next best concept, ``rival``, has had its say; 0 when there is none."""
    if rival <= 0:
        return score
    odds, against = score / (1.001 - score), rival / (1.001 - rival)
    return score * sqrt(odds / (odds + against))
