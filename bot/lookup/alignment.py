"""How the words typed fit the words of one label: word by word, in any order, and as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.lookup.english import differ_in_kind
from bot.lookup.questions import is_joining, is_stop
from bot.lookup.slips import allowed, slips
from bot.lookup.ties import Form, Tie, native_tie, size, tie, typed_weight, weight


class Alignment(NamedTuple):
    """What fits and what does not between a query and a label.

    ``worst``: slips by key in the word with most; ``letters``: keys of the label that were
    matched; ``missing``: share of the label's keys not typed; ``extra``: share of the typed keys
    that the label lacks, ``after``: some at the end; ``words``: words of the label that were
    matched; ``real``: a typed word that differs from the label's is a word of its own, ``alone``:
    without other words that fit.
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


class _Fit:
    """The fitting of one query to one label, under way."""

    def __init__(self, typed: Sequence[str], label: Sequence[str], *, native: bool) -> None:
        self.typed, self.label = typed, label
        self.tie = native_tie if native else tie
        self.free = dict.fromkeys(range(len(typed)))
        self.places: dict[int, tuple[int, ...]] = {}  # word of the label → words typed for it
        self.ties: dict[int, Tie] = {}

    def take(self, word: int, places: tuple[int, ...], found: Tie) -> None:
        self.places[word] = places
        self.ties[word] = found
        for place in places:
            self.free.pop(place, None)

    def one_to_one(self) -> None:
        """Every word of the label, the longest first, with the typed word that fits best."""
        tied, typed = self.tie, self.typed
        for i in sorted(range(len(self.label)), key=lambda i: -len(self.label[i])):
            best: tuple[float, int, Tie, int] | None = None
            word = self.label[i]
            for place in self.free:
                found = tied(typed[place], word)
                if found is not None and found.cost <= 0.4 * size(word) + 0.2:
                    ranked = (found.cost, abs(place - i), found, place)
                    best = ranked if best is None or ranked[:2] < best[:2] else best
            if best is not None:
                self.take(i, (best[3],), best[2])

    def joined(self) -> None:
        """Words of the label that were typed as two."""
        for i in range(len(self.label)):
            if i in self.ties:
                continue
            word = self.label[i]
            for place in list(self.free):
                if place + 1 in self.free and len(self.typed[place]) < len(word):
                    pair = self.typed[place] + self.typed[place + 1]
                    found = self.tie(pair, word)
                    if found is not None and found.cost <= 0.25 * len(word):
                        self.take(i, (place, place + 1), found)
                        break

    def split(self) -> None:
        """Pairs of words of the label that were typed as one."""
        for i in range(len(self.label) - 1):
            if i in self.ties or i + 1 in self.ties:
                continue
            pair = self.label[i] + self.label[i + 1]
            for place in list(self.free):
                found = self.tie(self.typed[place], pair)
                if found is not None and found.cost <= 0.25 * len(pair):
                    self.take(i, (place,), found)
                    self.take(i + 1, (place,), Tie(0.0, found.form))
                    break

    def result(self, is_real: Callable[[str], bool]) -> Alignment:
        label, typed, ties = self.label, self.typed, self.ties
        slipped, worst, letters, missing = self._measured()
        extra = sum([typed_weight(typed[place]) for place in self.free])
        order = [self.places[i][0] for i in sorted(self.places)]
        met = sum([not is_joining(label[i]) for i in ties])
        return Alignment(
            slips=slipped,
            worst=worst,
            letters=letters,
            missing=missing,
            extra=extra / (sum(map(typed_weight, typed)) or 1.0) if extra else 0.0,
            after=any([place > max(order) and not is_stop(typed[place]) for place in self.free]),
            moved=order != sorted(order),
            forms=frozenset([found.form for found in ties.values()]),
            real=any(
                self._is_another(i, is_real) for i, tied in ties.items() if tied.form in _GUESSED
            ),
            words=min(met, len(typed) - len(self.free)),
            alone=len(ties) == 1 or len(ties) < len(label) or bool(self.free),
        )

    def _measured(self) -> tuple[float, float, int, float]:
        """Slips in all, by key in the worst word, keys matched, and the share not typed."""
        slipped = worst = missing = 0.0
        letters = 0
        for i, word in enumerate(self.label):
            if (found := self.ties.get(i)) is None:
                missing += weight(word)
                continue
            keys = size(word)
            slipped += found.cost
            letters += keys
            worst = max(worst, found.cost / keys)
        return slipped, worst, letters, missing and missing / sum(map(weight, self.label))

    def _is_another(self, i: int, is_real: Callable[[str], bool]) -> bool:
        """Whether what was typed for word ``i`` is a word of its own, of its kind or any."""
        typed = self.typed[self.places[i][0]]
        return is_real(typed) or differ_in_kind(typed, self.label[i])


def _in_place(
    typed: Sequence[str], label: Sequence[str], is_real: Callable[[str], bool], *, native: bool
) -> Alignment | None:
    """The common case, at a fraction of the work: every word stands where it should."""
    tied = native_tie if native else tie
    slipped = worst = 0.0
    forms: set[Form] = set()
    real = False
    for one, other in zip(typed, label, strict=True):
        if one == other:
            forms.add("same")
            continue
        found = tied(one, other)
        keys = size(other)
        if found is None or found.cost > 0.4 * keys + 0.2:
            return None
        slipped += found.cost
        worst = max(worst, found.cost / keys)
        forms.add(found.form)
        real |= found.form in _GUESSED and (is_real(one) or differ_in_kind(one, other))
    return Alignment(
        slips=slipped,
        worst=worst,
        letters=sum(map(size, label)),
        forms=frozenset(forms),
        real=real,
        words=sum(not is_joining(word) for word in label),
        alone=len(label) == 1,
    )


_GUESSED = ("typo", "compound")


def align(
    typed: Sequence[str], label: Sequence[str], is_real: Callable[[str], bool], *, native: bool
) -> Alignment | None:
    """The cheapest way to fit ``typed`` to ``label``; None when nothing fits.

    ``native``: the label is Finnish. ``is_real`` tells words of their own from misspellings.
    """
    if len(typed) == len(label) and (found := _in_place(typed, label, is_real, native=native)):
        return found
    fit = _Fit(typed, label, native=native)
    fit.one_to_one()
    if fit.free and len(fit.ties) < len(label):
        fit.joined()
        fit.split()
    return fit.result(is_real) if fit.ties else None


def whole(typed: str, label: str, most: int) -> Alignment | None:
    """``typed`` and ``label`` (keys, without spaces), at most so many edits apart, as one word."""
    limit = min(allowed(len(label)), most)
    distance = OSA.distance(typed, label, score_cutoff=limit)
    if distance > limit:
        return None
    price = slips(typed, label)
    cost = float(distance) if price is None else price
    form: Form = "typo" if distance else "same"
    return Alignment(cost, cost / len(label), len(label), forms=frozenset([form]))
