"""Entries whose definitions fit a description, as guesses for what no label answers.

Letter sequences weighted by TF-IDF and compared by cosine: needs no word forms and no model,
and finds about half of everyday descriptions among its first three.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import log, sqrt

from bot.concept import LANGUAGES, Concept, Language
from bot.folding import words
from bot.lazy import cached_property
from bot.lookup.hangul import has_hangul

_LEAST = (
    0.088  # cosine below which two texts share nothing but chance; unrelated queries reach 0.087
)
_LONGEST = 500  # letters of a description that are read


def _grams(text: str) -> Counter[str]:
    """Sequences of three to five letters within words; one to three syllables of Hangul."""
    counts: Counter[str] = Counter()
    for word in words(text):
        marked, sizes = (word, (1, 2, 3)) if has_hangul(word) else (f" {word} ", (3, 4, 5))
        for size in sizes:
            counts.update(marked[i : i + size] for i in range(len(marked) - size + 1))
    return counts


class _Texts:
    """The definitions of one language as weighted letter sequences, by sequence."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._names = list(texts)
        self._unseen = log(1 + len(texts))
        counted = [_grams(text) for text in texts.values()]
        spread = Counter(gram for counts in counted for gram in counts)
        self._rarity = {gram: log((1 + len(texts)) / n) for gram, n in spread.items()}
        # who has a gram stands in one row for all, since a tuple for each takes ten times as much
        self._starts = dict(zip(spread, accumulate(spread.values(), initial=0), strict=False))
        self._ends = dict(self._starts)
        self._having = array("I", bytes(4 * spread.total()))
        self._shares = array("f", bytes(4 * spread.total()))
        for number, counts in enumerate(counted):
            self._add(number, self._vector(counts))

    def _add(self, number: int, vector: Mapping[str, float]) -> None:
        for gram, share in vector.items():
            place = self._ends[gram]
            self._having[place], self._shares[place] = number, share
            self._ends[gram] = place + 1

    def _vector(self, counts: Counter[str]) -> dict[str, float]:
        weights = {
            gram: (1 + log(n)) * self._rarity.get(gram, self._unseen) for gram, n in counts.items()
        }
        norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {gram: weight / norm for gram, weight in weights.items()}

    def near(self, text: str) -> dict[str, float]:
        """Cosine of each concept's text with ``text``."""
        found: dict[int, float] = {}
        for gram, weight in self._vector(_grams(text)).items():
            for place in range(self._starts.get(gram, 0), self._ends.get(gram, 0)):
                number = self._having[place]
                found[number] = found.get(number, 0.0) + weight * self._shares[place]
        return {self._names[number]: share for number, share in found.items()}


class Definitions:
    """The definitions of ``concepts`` that are in use; tables are made at the first guess."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(concept for concept in concepts if concept.status != "retired")

    @cached_property
    def _languages(self) -> dict[Language, _Texts]:
        return {language: _Texts(self._texts(language)) for language in LANGUAGES}

    def _texts(self, language: Language) -> dict[str, str]:
        """Definition, terms and example of every concept that has the language."""
        texts: dict[str, str] = {}
        for concept in self._concepts:
            section = concept.languages.get(language)
            if section is not None:
                names = [term.term for term in section.terms] + list(section.hidden_terms)
                parts = [section.definition, section.note, section.example, *names]
                texts[concept.id] = " ".join(part for part in parts if part)
        return texts

    def guess(self, query: str, language: Language | None = None, limit: int = 3) -> list[str]:
        """Ids of at most ``limit`` concepts whose definitions fit ``query``, best first.

        Definitions in ``language`` count a little more than others.
        """
        best: dict[str, float] = {}
        for code, texts in self._languages.items():
            bonus = 1.1 if code == language else 1.0
            for concept, share in texts.near(query[:_LONGEST]).items():
                best[concept] = max(best.get(concept, 0.0), share * bonus)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        return [concept for concept, share in ranked[:limit] if share >= _LEAST]
