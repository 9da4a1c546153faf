"""A label misspelt by one slip in one of its words: the common case, and the cheapest."""

from __future__ import annotations

from math import inf

from bot.lookup.asked import SHORT, Asked, Hit
from bot.lookup.confidence import spelling
from bot.lookup.doubt import certainty, is_real, is_short
from bot.lookup.english import end_alike
from bot.lookup.families import root
from bot.lookup.hangul import strokes
from bot.lookup.index import Index
from bot.lookup.ties import bearable, differ_in_kind, native_tie, size, tie

_NO_DOUBT = 0.9


def one_slip_off(asked: Asked, index: Index) -> list[Hit]:
    """The label one slip from what was typed, when there is no doubt that it is meant.

    Whatever else may be meant is left to the stages after it: word forms, words of their own,
    labels of several concepts, abbreviations, and what has been typed by half.
    """
    keys = strokes(asked.key)
    if len(keys) < SHORT:
        return []
    near = index.one_slip(keys)
    if not near or len({index.labels[at].concept for at in near}) > 1:
        return []
    hits = [hit for at in near if (hit := _slipped(asked, at, index)) is not None]
    doubtful = not hits or certainty(asked, near, index) < 1
    return [] if doubtful else hits


def _slipped(asked: Asked, position: int, index: Index) -> Hit | None:
    """The label at ``position`` if one or two of its words were misspelt, and plainly so."""
    label, words = index.labels[position], index.spelt[position].split(" ")
    if len(words) != len(asked.words) or is_short(position, index):
        return None
    native = label.language == "fi"
    slips = worst = 0.0
    for typed, word in zip(asked.words, words, strict=True):
        if typed != word:
            cost = _cost(typed, word, index, native=native)
            slips, worst = slips + cost, max(worst, cost / size(word))
    letters = sum(map(size, words))
    score = spelling(slips, letters, worst)
    if score < _NO_DOUBT:
        return None
    if len(words) == 1 and label.language == "en" and root(asked.key) in index.families:
        return None
    return Hit(position, "typo", score, f"{slips:.1f} slips in {letters} letters")


def _cost(typed: str, word: str, index: Index, *, native: bool) -> float:
    """What it costs to take ``typed`` for ``word`` misspelt; far too much for what it is not."""
    found = native_tie(typed, word) if native else tie(typed, word)
    if found is None or found.form != "typo" or found.cost > bearable(word):
        return inf
    real = is_real(typed, index, native=native) and not end_alike(typed, word)
    if real or differ_in_kind(typed, word):
        return inf
    return found.cost
