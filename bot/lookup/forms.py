"""A word of a text → the words of labels that it may be a form of, kept for the next text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping
from typing import NamedTuple, TypeAlias

from bot.folding import composed, folds
from bot.lookup import korean
from bot.lookup.hangul import has_hangul
from bot.lookup.paths import ALONE, Head
from bot.lookup.postings import Postings, posted

_REMEMBERED = 10_000  # words of texts, as they are written
_CONTINUING = 3  # forms with which a word may continue a label
_LONGEST = 40  # syllables of a Korean label written as one word

Form: TypeAlias = tuple[str, int]
"""A word of labels, and how many characters of the word in the text it takes up."""


class Begun(NamedTuple):
    """Labels that a word begins: ``positions`` are those that are this one word.

    ``most`` and ``letters`` say how many words the others have and how they go on.
    """

    word: str
    size: int
    positions: tuple[int, ...]
    most: int
    letters: frozenset[str]


class Forms(NamedTuple):
    """What a word of a text may be a form of, their first letters, and the labels they begin."""

    words: tuple[Form, ...]
    letters: frozenset[str]
    begun: tuple[Begun, ...]


_NONE = Forms((), frozenset(), ())


class Vocabulary:
    """The words of labels, which know their forms when they meet them in a text."""

    def __init__(
        self,
        words: Container[str],
        bases: Callable[[str], Collection[str]],
        folded: Postings,
        heads: Mapping[str, Head],
    ) -> None:
        self._words = words
        self._bases = bases
        self._folded = folded
        self._heads = heads
        self._known: dict[str, Forms] = {}

    def forms(self, pieces: list[str]) -> list[Forms]:
        """What each word may be a form of; ``pieces`` are words as they are written."""
        known = self._known
        try:
            return [known[piece] for piece in pieces]
        except KeyError:
            known = self._learnt(set(pieces))
        return [known[piece] for piece in pieces]

    def _learnt(self, pieces: set[str]) -> dict[str, Forms]:
        """What is known with ``pieces``; what was known before is let go when it is too much."""
        known = self._known
        if len(known) + len(pieces) > _REMEMBERED:
            known = self._known = {}
        new = [piece for piece in pieces if piece not in known]
        for piece, key in zip(new, folds(new), strict=True):
            known[piece] = self._forms(piece, key)
        return known

    def _forms(self, piece: str, key: str) -> Forms:
        if key < "ㄱ":
            words = self._plain(piece, key) if key else ()
            if not words:
                return _NONE
            forms = [(word, len(piece)) for word in words]
            begun = self._begun(forms)
        else:
            forms = [(word, _written(piece, key, cut)) for word, cut in self._stems(key)]
            begun = self._begun(forms)
            begun += self._joined(piece, key, {one.word for one in begun})
        if not forms and not begun:
            return _NONE
        letters = frozenset([word[0] for word, _ in forms[:_CONTINUING]])
        return Forms(tuple(forms[:_CONTINUING]), letters, tuple(begun))

    def _plain(self, piece: str, key: str) -> Collection[str]:
        """The words that one without Hangul may be a form of; ``APIs`` is one of ``API``."""
        many = piece[-1] == "s" and piece[:-1].isupper()
        return self._bases(key) or (self._bases(key[:-1]) if many else ())

    def _stems(self, key: str) -> list[tuple[str, int]]:
        """A Korean word without its particles, and where these begin."""
        if not has_hangul(key):
            return [(word, _common(key, word)) for word in self._bases(key)]
        words, size = self._words, len(key)
        return [
            (key[:cut], cut)
            for cut in range(size, max(0, size - korean.LONGEST - 1), -1)
            if key[:cut] in words and (cut == size or korean.is_tail(key[cut:]))
        ]

    def _begun(self, forms: list[Form]) -> list[Begun]:
        heads, folded = self._heads, self._folded
        return [
            Begun(word, size, posted(folded, word), *heads[word])
            for word, size in forms
            if word in heads
        ]

    def _joined(self, piece: str, key: str, already: Container[str]) -> list[Begun]:
        """A Korean label of several words written as one, at the left boundary of the word."""
        shortest = max(2, len(key) - korean.LONGEST)
        for cut in range(min(len(key), _LONGEST), shortest - 1, -1):
            joined = key[:cut]
            if joined in self._folded and (cut == len(key) or korean.is_tail(key[cut:])):
                positions = posted(self._folded, joined)
                begun = Begun(joined, _written(piece, key, cut), positions, *ALONE)
                return [] if joined in already else [begun]
        return []


def _common(key: str, word: str) -> int:
    """How much of ``key`` its form ``word`` ends with: what stands before an ending."""
    cuts = range(len(key), 0, -1)
    return next((cut for cut in cuts if word.endswith(key[:cut])), len(key))


def _written(piece: str, key: str, cut: int) -> int:
    """How many characters ``cut`` syllables are in ``piece``, which may be decomposed."""
    if len(piece) == len(key):
        return cut
    for size in range(cut, len(piece)):
        same = composed(piece[:size]) == key[:cut]
        if same and composed(piece[: size + 1])[:cut] == key[:cut]:
            return size
    return len(piece)
