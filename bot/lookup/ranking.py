"""Which of the labels that fit a query is meant: each is less sure the nearer another is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bot.lookup.aligned import Alignment
from bot.lookup.asked import Hit
from bot.lookup.broader import main_words
from bot.lookup.confidence import OFFERED, among
from bot.lookup.index import Index
from bot.lookup.result import Kind

Fitted: TypeAlias = tuple[float, Alignment]

_WHOLE = 0.02  # of a label, or of a query, may be left out of what is whole


def ranked(best: dict[int, Fitted], index: Index, certainty: float) -> list[Hit]:
    """Hits best first, each less sure the nearer another concept is, and by ``certainty``."""
    order = sorted(best, key=lambda position: -best[position][0])
    hits: list[Hit] = []
    for position in order:
        score, fitted = best[position]
        if len(order) > 1:
            rivals = _rivals(position, order, best, index)
            score = among(score, next((best[place][0] for place in rivals), 0.0))
        hits.append(Hit(position, _kind(fitted), score * certainty, _why(fitted)))
    return sorted(hits, key=lambda hit: -hit.score)[:10]


def _rivals(
    position: int, order: Sequence[int], best: dict[int, Fitted], index: Index
) -> Iterator[int]:
    """The labels of other concepts, but those that explain less of what was typed or need more.

    A part of a label that has all words typed, in their order, explains fewer of them; one that
    goes on after a label that was typed whole lacks words, if no slip hides them, and one that
    is misspelt beside it was not typed. Nor was one that only has a small word more than it.
    """
    label, fitted = index.labels[position], best[position][1]
    whole, used = fitted.missing <= _WHOLE, fitted.extra <= _WHOLE and not fitted.moved
    for place in order:
        if index.labels[place].concept == label.concept:
            continue
        score, other = best[place]
        left = other.missing + other.extra > fitted.missing + fitted.extra
        if left and _main(place, index) == _main(position, index):
            continue
        if whole and other.slips > fitted.slips == 0 and other.extra >= fitted.extra > _WHOLE:
            continue
        if score > OFFERED and (whole or used):
            lacks = other.missing > _WHOLE and other.extra >= fitted.extra
            turned = fitted.moved and not other.moved
            alone = whole and lacks and (used or not (fitted.slips or turned))
            if alone and _is_within(position, place, index):
                continue
            if other.extra > fitted.extra and _is_within(place, position, index):
                continue
        yield place


def _is_within(part: int, label: int, index: Index) -> bool:
    return _main(part, index) < _main(label, index)


def _main(position: int, index: Index) -> set[str]:
    return set(main_words(index.spelt[position].split(" ")))


def _kind(fitted: Alignment) -> Kind:
    if fitted.forms & {"typo", "compound"}:
        return "typo"
    if fitted.missing > 0.01 or fitted.extra > 0.01 or fitted.moved:
        return "words"
    return "inflected" if "inflected" in fitted.forms else "typo"


def _why(fitted: Alignment) -> str:
    parts = [f"{fitted.slips:.1f} slips in {fitted.letters} letters"]
    parts += [f"{fitted.missing:.0%} of it not typed"] * (fitted.missing > 0.01)
    parts += [f"{fitted.extra:.0%} of the query not in it"] * (fitted.extra > 0.01)
    parts += ["another order"] * fitted.moved + ["a word of its own"] * fitted.real
    return ", ".join(parts)
