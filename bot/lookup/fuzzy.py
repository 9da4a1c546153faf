"""The stages that guess: labels near in letters, and labels that begin so."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup import questions
from bot.lookup.alignment import Alignment, align, whole
from bot.lookup.asked import Asked, Hit
from bot.lookup.confidence import among, fit
from bot.lookup.everyday import is_everyday
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index, is_abbreviation, posted
from bot.lookup.result import Kind

_CANDIDATES = 16
_SHORT = 7  # an abbreviation of fewer letters is not guessed at


def misspelt(asked: Asked, index: Index) -> list[Hit]:
    """Labels near in letters, fitted word by word. Short abbreviations are not guessed at."""
    best: dict[int, tuple[float, Alignment]] = {}
    for chosen in asked.readings:
        key = "".join(chosen)
        if len(strokes(key)) < 4 or len(chosen) > 14:
            continue
        for position in index.near(key, _CANDIDATES):
            if is_abbreviation(index.labels[position]) and len(index.spelt[position]) < _SHORT:
                continue
            fitted = _fitted(chosen, key, index, position)
            if fitted is not None and (position not in best or best[position][0] < fitted[0]):
                best[position] = fitted
    return _ranked(best, index)


def _fitted(
    chosen: Sequence[str], key: str, index: Index, position: int
) -> tuple[float, Alignment] | None:
    spelt = index.spelt[position]

    def is_real(word: str) -> bool:
        return word in index.vocabulary or is_everyday(word) or questions.is_stop(word)

    options = [align(chosen, spelt.split(" "), is_real)]
    if len(chosen) > 1 or " " in spelt:
        options.append(whole(strokes(key), strokes(spelt.replace(" ", ""))))
    scored = [(fit(option), option) for option in options if option is not None]
    return max(scored, key=lambda item: item[0], default=None)


def _ranked(best: dict[int, tuple[float, Alignment]], index: Index) -> list[Hit]:
    """Hits best first, each less sure the nearer another concept is."""
    hits: list[Hit] = []
    for position, (score, fitted) in best.items():
        concept = index.labels[position].concept
        others = [s for p, (s, _) in best.items() if index.labels[p].concept != concept]
        hits.append(Hit(position, _kind(fitted), among(score, others), _why(fitted)))
    return sorted(hits, key=lambda hit: -hit.score)[:10]


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


def begun(asked: Asked, index: Index) -> list[Hit]:
    """Labels that begin with what was typed: surer the more of the only one is there."""
    key, chosen = asked.key, asked.words
    if len(strokes(key)) < 4 or not 0 < len(chosen) <= 10:
        return []
    starting = index.starting(key, 40)
    labels = index.labels
    shortest: dict[str, tuple[int, int]] = {}
    for folded in starting:
        for position in posted(index.folded, folded):
            size = (len(folded), position)
            shortest[labels[position].concept] = min(
                shortest.get(labels[position].concept, size), size
            )
    hits: list[Hit] = []
    for size, position in shortest.values():
        score = _begun(chosen, len(key) / size, index) / len(shortest) ** 0.7
        hits.append(Hit(position, "prefix", score, f"begins so, {len(key)} of {size} letters"))
    return sorted(hits, key=lambda hit: -hit.score)[:10]


def _begun(chosen: Sequence[str], share: float, index: Index) -> float:
    last, score = chosen[-1], 0.62 + 0.35 * share
    if len(chosen) > 1 and len(last) > 1:
        score += 0.08
    elif len(chosen) == 1 and (is_everyday(last) or last in index.vocabulary):
        score -= 0.25
    if has_hangul(last) and share < 0.6:
        score -= 0.1
    return min(score, 0.97)
