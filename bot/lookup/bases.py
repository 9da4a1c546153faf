"""From a word as it is typed to the words of labels that it may be a form of."""

from __future__ import annotations

from collections.abc import Collection, Container

from bot.lookup import english, finnish
from bot.lookup.everyday import parts
from bot.lookup.hangul import has_hangul

_LONGEST_ENDING = 10  # letters


class Bases:
    """The words of the labels by their stems.

    Args:
        words: the words of the labels.
        native: those of Finnish labels, which inflect by the rules of Finnish.
    """

    def __init__(self, words: Collection[str], native: Container[str]) -> None:
        self._words, self._native = words, native
        self._stems: dict[str, str | tuple[str, ...]] = {}
        for word in words:
            if len(word) < 3 or has_hangul(word):
                continue
            own = finnish.stems(word) if word in native else ()
            for stem in {word, *own, english.base(word)}:
                self._stems[stem] = (*self._of(stem), word) if stem in self._stems else word

    def _of(self, stem: str) -> tuple[str, ...]:
        words = self._stems.get(stem, ())
        return (words,) if isinstance(words, str) else words

    def of(self, word: str) -> list[str]:
        """The words of the labels that ``word`` may be a form of, itself included."""
        found = [word] if word in self._words else []
        if len(word) < 3 or not word.isalpha():
            return found
        one, stems = english.singular(word), self._stems
        base = english.american(one)
        for stem in (base, one) if one != base else (base,):
            if stem in stems:
                found += [other for other in self._of(stem) if english.base(other) == base]
        for cut in range(len(word), max(2, len(word) - _LONGEST_ENDING), -1):
            stem = word[:cut]
            if stem in stems:
                found += [other for other in self._of(stem) if self._is_form(word, cut, other)]
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def _is_form(self, word: str, cut: int, base: str) -> bool:
        if base in self._native:
            return finnish.is_form(word, cut, base) and word[cut:] not in parts()
        return finnish.is_loan_form(word, base)
