"""How the words typed fit the words of one label: word by word, in any order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from bot.lookup.aligned import Alignment, Form
from bot.lookup.beside import narrows
from bot.lookup.confidence import tells
from bot.lookup.english import end_alike, is_prefix, number
from bot.lookup.hangul import has_hangul, word_strokes
from bot.lookup.questions import is_joining
from bot.lookup.slips import slips
from bot.lookup.ties import (
    Tie,
    bearable,
    differ_in_kind,
    is_other_syllable,
    native_tie,
    size,
    tie,
    typed_weight,
    weight,
)


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
        tied, typed, label = self.tie, self.typed, self.label
        for i in sorted(range(len(label)), key=[-len(word) for word in label].__getitem__):
            found = [(place, tied(typed[place], label[i])) for place in self.free]
            limit = bearable(label[i])
            fitting = [
                (one.cost, abs(place - i), n, one, place)
                for n, (place, one) in enumerate(found)
                if one is not None and one.cost <= limit
            ]
            if fitting:
                *_, best, place = min(fitting)
                self.take(i, (place,), best)

    def joined(self) -> None:
        """Words of the label that were typed as two."""
        pairs = [
            (place, self.typed[place] + self.typed[place + 1])
            for place in self.free
            if place + 1 in self.free
        ]
        for i, word in enumerate(self.label):
            if i in self.ties:
                continue
            for place, pair in pairs:
                if len(self.typed[place]) < len(word) and {place, place + 1} <= self.free.keys():
                    found = self.tie(pair, word)
                    if found is not None and found.cost <= 0.25 * len(word):
                        self.take(i, (place, place + 1), found)
                        break

    def split(self) -> None:
        """Pairs of words of the label that were typed as one."""
        for i in range(len(self.label) - 1):
            if i in self.ties or i + 1 in self.ties:
                continue
            for place in list(self.free):
                ties = self._of_pair(self.typed[place], self.label[i], self.label[i + 1])
                if ties is not None:
                    self.take(i, (place,), ties[0])
                    self.take(i + 1, (place,), ties[1])
                    break

    def _of_pair(self, typed: str, first: str, second: str) -> tuple[Tie, Tie] | None:
        """How ``typed`` stands for two words: for the second alone after a first that is whole."""
        if typed.startswith(first):
            found = self.tie(typed[len(first) :], second)
            if found is None or found.cost > bearable(second):
                return None
            return Tie(0.0, "same"), found
        found = self.tie(typed, first + second)
        if found is None or found.cost > 0.25 * len(first + second):
            return None
        return found, Tie(0.0, found.form)

    def result(self, is_real: Callable[[str], bool]) -> Alignment | None:
        """The alignment; None when so little fits that it tells nothing."""
        label, typed, ties = self.label, self.typed, self.ties
        missing = sum([weight(word) for i, word in enumerate(label) if i not in ties])
        missing = missing and missing / sum(map(weight, label))
        extra = sum([typed_weight(typed[place]) for place in self.free])
        extra = extra and extra / sum(map(typed_weight, typed))
        met = sum([not is_joining(label[i]) for i in ties])
        matched = min(met, len(typed) - len(self.free))
        if not tells(missing, extra, matched):
            return None
        order = [self.places[i][0] for i in sorted(self.places)]
        return Alignment(
            slips=sum([found.cost for found in ties.values()]),
            worst=max([found.cost / size(label[i]) for i, found in ties.items()]),
            letters=sum([size(label[i]) for i in ties]),
            missing=missing,
            extra=extra,
            after=narrows(typed, self.free, order, label),
            moved=order != sorted(order),
            forms=frozenset([found.form for found in ties.values()]),
            real=any(
                _is_another(typed[self.places[i][0]], label[i], ties[i], is_real)
                if i in ties
                else is_prefix(word)
                for i, word in enumerate(label)
            )
            or self._is_of_another_number(),
            words=matched,
            alone=len(ties) == 1 or len(ties) < len(label) or bool(self.free),
        )

    def _is_of_another_number(self) -> bool:
        """Whether a number was typed where the label has another: type 2 error, type I error."""
        label = (word for i, word in enumerate(self.label) if i not in self.ties)
        return any(number(self.typed[place]) is not None for place in self.free) and any(
            number(word) is not None for word in label
        )


def _in_place(
    typed: Sequence[str], label: Sequence[str], is_real: Callable[[str], bool], *, native: bool
) -> Alignment | None:
    """The common case, at a fraction of the work: every word stands where it should."""
    tied = native_tie if native else tie
    slipped = worst = 0.0
    forms: set[Form] = set()
    real = far = False
    for at, (one, other) in enumerate(zip(typed, label, strict=True)):
        if one == other:
            forms.add("same")
            continue
        found = tied(one, other)
        keys = size(other)
        if found is None or found.cost > bearable(other):
            found = _odd(typed, label, at)
            if found is None or found.cost > bearable(other) or is_real(one):
                return None
        slipped += found.cost
        worst = max(worst, found.cost / keys)
        forms.add(found.form)
        if _is_another(one, other, found, is_real):
            real, far = True, far or (len(label) < _SEVERAL and OSA.distance(one, other) > 1)
        real |= len(label) == 1 and is_other_syllable(one, other, found)
    return Alignment(
        slips=slipped,
        worst=worst,
        letters=sum(map(size, label)),
        forms=frozenset(forms),
        real=real,
        words=sum(not is_joining(word) for word in label),
        alone=len(label) == 1 or far,
    )


_SEVERAL = 4  # words of which one may be rather another than misspelt, and be meant all the same


def _odd(typed: Sequence[str], label: Sequence[str], at: int) -> Tie | None:
    """The word at ``at`` with a slip more than else, when all others, most of it, are the same.

    A Korean word with another syllable is often another word: only what is plainly none. So is
    one of other letters (longitude, latitude).
    """
    word, odd = label[at], typed[at]
    if size(word) < _LONG or any(typed[i] != label[i] for i in range(len(label)) if i != at):
        return None
    if 2 * weight(word) > sum(map(weight, label)) or _is_another_word(odd, word):
        return None
    price = slips(word_strokes(odd), word_strokes(word), more=1)
    return None if price is None else Tie(price, "typo")


def _is_another_word(odd: str, word: str) -> bool:
    if has_hangul(word):
        return _NO_WORD.search(odd) is None
    letters, meant = Counter(odd), Counter(word)
    return max((letters - meant).total(), (meant - letters).total()) > _OTHER_LETTERS


_OTHER_LETTERS = 2
_LONG = 5  # keys of a word that may hold so many
_NO_WORD = re.compile(r"([가-힣])\1|[a-z]")  # a syllable twice, a letter of the other layout


def _is_another(typed: str, word: str, tied: Tie, is_real: Callable[[str], bool]) -> bool:
    """Whether what was typed for ``word`` is a word of its own rather than a misspelling."""
    if tied.form == "typo":
        return (is_real(typed) and not end_alike(typed, word)) or differ_in_kind(typed, word)
    return tied.form == "compound"


def align(
    typed: Sequence[str], label: Sequence[str], is_real: Callable[[str], bool], *, native: bool
) -> Alignment | None:
    """The cheapest way to fit ``typed`` to ``label``; None when too little fits.

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
