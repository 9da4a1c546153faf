"""How what was typed fits a label as one word, wherever their words are parted."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

from bot.lookup.aligned import Alignment, Form
from bot.lookup.hangul import word_strokes
from bot.lookup.slips import allowed, slips


def whole(chosen: Sequence[str], label: Sequence[str], most: int) -> Alignment | None:
    """The words ``chosen`` and those of a ``label`` as one word each.

    None when they are more than ``most`` edits apart.
    """
    typed = "".join([word_strokes(word) for word in chosen])
    words = [word_strokes(word) for word in label]
    keys = "".join(words)
    limit = min(allowed(len(keys)), most)
    distance = OSA.distance(typed, keys, score_cutoff=limit)
    if distance > limit:
        return None
    price = slips(typed, keys)
    cost = float(distance) if price is None else price
    form: Form = "typo" if distance else "same"
    share = _densest(typed, keys, words) if len(chosen) < len(words) else 1 / len(keys)
    return Alignment(cost, cost * share, len(keys), forms=frozenset([form]))


def _densest(typed: str, keys: str, words: Sequence[str]) -> float:
    """The share of the slips in the word that has most for its length, by key of that word."""
    places = [edit.dest_pos for edit in Levenshtein.editops(typed, keys)]
    shares = [0.0]
    end = 0
    for word in words:
        start, end = end, end + len(word)
        shares.append(sum(start <= place < end for place in places) / len(word))
    return max(shares) / max(1, len(places))
