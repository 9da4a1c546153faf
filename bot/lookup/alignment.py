"""How the words typed fit the words of one label: word by word, in any order, and as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rapidfuzz.distance import OSA

from bot.lookup import english, finnish, korean
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.questions import is_joining, is_stop
from bot.lookup.slips import allowed, slips

Form: TypeAlias = Literal["same", "inflected", "typo", "compound"]


class Tie(NamedTuple):
    """One typed word held against one word of a label. ``cost`` counts slips."""

    cost: float
    form: Form


@dataclass(frozen=True, slots=True)
class Alignment:
    """What fits and what does not between a query and a label.

    ``letters``: keys of the label that were matched; ``missing``: share of the label's keys not
    typed; ``extra``: share of the typed keys that the label lacks; ``real``: a typed word that
    differs from the label's is a word of its own; ``span``: the typed words from first to last
    match.
    """

    slips: float
    letters: int
    missing: float
    extra: float
    moved: bool
    forms: frozenset[Form]
    real: bool
    span: tuple[int, int]


_SAME = Tie(0.0, "same")


@lru_cache(maxsize=131072)
def tie(typed: str, word: str) -> Tie | None:
    """How ``typed`` can stand for ``word``; None when it cannot."""
    if typed == word:
        return _SAME
    if has_hangul(word):
        return _korean_tie(typed, word) if has_hangul(typed) else None
    if has_hangul(typed):
        return None
    if len(typed) > 2 and len(word) > 2 and english.base(typed) == english.base(word):
        return Tie(0.15, "inflected")
    for cut in range(max(3, len(typed) - 9), len(typed) + 1):
        if typed[:cut] in finnish.stems(word) and finnish.is_ending(typed[cut:]):
            return Tie(0.15, "inflected")
    return _misspelt(typed, word)


def _misspelt(typed: str, word: str) -> Tie | None:
    best = slips(typed, word)
    if len(word) >= 5 and len(typed) > len(word) - 3 and (best is None or best > 1):
        for changed in _misspelt_forms(typed, word):
            best = changed if best is None else min(best, changed)
    return None if best is None else Tie(max(best, 0.3), "typo")


def _misspelt_forms(typed: str, word: str) -> list[float]:
    """Prices of ``typed`` as a misspelt stem of ``word`` with an ending."""
    found: list[float] = []
    if typed[:1] != word[:1] and typed[1:3] != word[1:3]:
        return found
    limit = allowed(len(word)) - 1
    for stem in finnish.stems(word):
        for size in range(len(stem) - 1, len(stem) + 2):
            if size < len(typed) and finnish.is_ending(typed[size:]):
                distance = OSA.distance(typed[:size], stem, score_cutoff=limit)
                if distance <= limit:
                    found.append(distance + 0.3)
    return found


def _korean_tie(typed: str, word: str) -> Tie | None:
    if typed.startswith(word):
        rest = typed[len(word) :]
        if korean.is_tail(rest):
            return Tie(0.1, "inflected")
        return Tie(1.0 + len(rest), "compound") if len(word) > 1 else None
    keys = strokes(word)
    best = slips(strokes(typed), keys)
    for cut in range(max(1, len(word) - 1), len(typed)):
        if korean.is_tail(typed[cut:]):
            price = slips(strokes(typed[:cut]), keys)
            if price is not None and (best is None or price + 0.1 < best):
                best = price + 0.1
    return None if best is None else Tie(best, "typo")


def weight(word: str) -> float:
    """How much a word counts: its keys, few for small words and words of questions."""
    keys = len(strokes(word)) * (0.7 if not word.isascii() else 1.0)
    return 0.15 * keys if is_joining(word) or is_stop(word) else keys


def align(
    typed: Sequence[str], label: Sequence[str], is_real: Callable[[str], bool]
) -> Alignment | None:
    """The cheapest way to fit ``typed`` to ``label``; None when hardly anything fits."""
    ties: dict[int, tuple[int, ...]] = {}  # word of the label → words typed for it
    costs: list[Tie] = []
    free = dict.fromkeys(range(len(typed)))
    guarded = False
    for i, word in _hardest_first(label):
        chosen = _closest(typed, word, free, i) or _joined(typed, word, free)
        if chosen is None:
            continue
        positions, found = chosen
        ties[i] = positions
        costs.append(found)
        guarded |= found.form in ("typo", "compound") and is_real(typed[positions[0]])
        for position in positions:
            del free[position]
    _split(typed, label, ties, costs, free)
    if not ties:
        return None
    return _summary(typed, label, ties, costs, free, guarded)


def _hardest_first(label: Sequence[str]) -> list[tuple[int, str]]:
    return sorted(enumerate(label), key=lambda item: -len(item[1]))


def _closest(
    typed: Sequence[str], word: str, free: dict[int, None], near: int
) -> tuple[tuple[int, ...], Tie] | None:
    best: tuple[tuple[int, ...], Tie] | None = None
    for position in free:
        found = tie(typed[position], word)
        if found is None or found.cost > 0.4 * len(strokes(word)) + 0.2:
            continue
        if best is None or (found.cost, abs(position - near)) < (
            best[1].cost,
            abs(best[0][0] - near),
        ):
            best = (position,), found
    return best


def _joined(
    typed: Sequence[str], word: str, free: dict[int, None]
) -> tuple[tuple[int, ...], Tie] | None:
    """Two typed words that are one in the label."""
    for position in free:
        if position + 1 in free and len(typed[position]) < len(word):
            found = tie(typed[position] + typed[position + 1], word)
            if found is not None and found.cost <= 0.25 * len(word):
                return (position, position + 1), found
    return None


def _split(
    typed: Sequence[str],
    label: Sequence[str],
    ties: dict[int, tuple[int, ...]],
    costs: list[Tie],
    free: dict[int, None],
) -> None:
    """A typed word that is two in the label."""
    for i in range(len(label) - 1):
        if i in ties or i + 1 in ties:
            continue
        for position in free:
            found = tie(typed[position], label[i] + label[i + 1])
            if found is not None and found.cost <= 0.25 * len(label[i] + label[i + 1]):
                ties[i] = ties[i + 1] = (position,)
                costs.append(found)
                del free[position]
                break


def _summary(
    typed: Sequence[str],
    label: Sequence[str],
    ties: dict[int, tuple[int, ...]],
    costs: list[Tie],
    free: dict[int, None],
    guarded: bool,  # noqa: FBT001
) -> Alignment:
    whole = sum(map(weight, label)) or 1.0
    missing = sum(weight(word) for i, word in enumerate(label) if i not in ties)
    written = sum(map(weight, typed)) or 1.0
    extra = sum(weight(typed[position]) for position in free)
    order = [ties[i][0] for i in sorted(ties)]
    places = [position for positions in ties.values() for position in positions]
    return Alignment(
        slips=sum(found.cost for found in costs),
        letters=sum(len(strokes(label[i])) for i in ties),
        missing=missing / whole,
        extra=extra / written,
        moved=order != sorted(order),
        forms=frozenset(found.form for found in costs),
        real=guarded,
        span=(min(places), max(places) + 1),
    )


def whole(typed: str, label: str) -> Alignment | None:
    """``typed`` and ``label`` (keys, without spaces) compared as one word each."""
    limit = allowed(len(label))
    distance = OSA.distance(typed, label, score_cutoff=limit)
    if distance > limit:
        return None
    price = slips(typed, label)
    form: Form = "typo" if distance else "same"
    return Alignment(
        distance if price is None else price,
        len(label),
        0,
        0,
        False,
        frozenset([form]),
        False,
        (0, 1),
    )
