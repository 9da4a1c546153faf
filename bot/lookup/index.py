"""The labels of a glossary, arranged to be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.concept import Label
from bot.folding import words
from bot.lazy import cached_property
from bot.lookup.bags import Bags
from bot.lookup.bases import Bases
from bot.lookup.compounds import is_compound
from bot.lookup.families import families
from bot.lookup.forms import Vocabulary
from bot.lookup.grams import grams_of
from bot.lookup.hangul import has_hangul
from bot.lookup.initials import in_brackets, initials, is_abbreviation, with_possessive
from bot.lookup.joined import Joined
from bot.lookup.near import SOME, Near, Slips, near_by, slips_of
from bot.lookup.paths import Paths
from bot.lookup.postings import Postings, post, posted
from bot.lookup.romanised import loose, romanised
from bot.lookup.stems import stems
from bot.lookup.typed import Beginnings, Keys
from bot.lookup.variants import variants

_OWN_CASE = 5  # letters
_MANY = 200_000  # labels from which on room counts for more than some microseconds


class Index:
    """Tables over ``labels``; a label is its position. Never changed once it is built."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self.given: Sequence[Label] = tuple(labels)
        within = [
            name for label in self.given if label.text[-1:] in ")]" for name in in_brackets(label)
        ]
        self.labels: Sequence[Label] = [*self.given, *within] if within else self.given
        self.folded: Postings = {}
        spelt: list[str] | Joined = [] if len(self.labels) <= _MANY else Joined()
        for position, label in enumerate(self.labels):
            spelt.append(self._fold(position, label))
        self.spelt: Sequence[str] = spelt

    def _fold(self, position: int, label: Label) -> str:
        spelt = words(label.text)
        for key in ("".join(spelt), *variants(label.text)):
            if key:
                post(self.folded, key, position)
        return " ".join(spelt)

    def prepare(self) -> None:
        """Makes every table now, also those of the languages."""
        is_compound("")
        self.near("", 1)
        self.one_slip("")
        self.romanised_near("", 1)
        _ = (
            self.initialisms,
            self.initials_of(3),
            self.abbreviated,
            self.short_for,
            self.families,
            self.stems,
            self.bags,
            self._bases,
            self.words,
            self._beginnings,
            self.short,
        )

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The words of the labels, and in how many labels each occurs."""
        counts: dict[str, int] = {}
        for spelt in self.spelt:
            for word in filter(None, spelt.split(" ")):  # a label may be of signs alone
                counts[word] = counts.get(word, 0) + 1
        return counts

    @cached_property
    def finnish_words(self) -> frozenset[str]:
        """The words of the Finnish labels: they inflect by the rules of Finnish."""
        found: set[str] = set()
        for label, spelt in zip(self.labels, self.spelt, strict=True):
            if label.language == "fi":
                found.update(spelt.split(" "))
        return frozenset(found)

    @cached_property
    def families(self) -> dict[str, tuple[str, ...]]:
        """Roots of English words, and the words of the labels that are made of each."""
        return families(word for word in self.vocabulary if word.isascii())

    @cached_property
    def stems(self) -> dict[str, tuple[str, ...]]:
        """Rough stems of English words, and the words of the labels that have each."""
        if len(self.labels) > _MANY:
            return {}  # there many words share a stem by chance
        return stems(word for word in self.vocabulary if word not in self.finnish_words)

    @cached_property
    def initialisms(self) -> Postings:
        """The first letters of the words of each label."""
        postings: Postings = {}
        for position, spelt in enumerate(self.spelt):
            if " " in spelt:
                possessive = with_possessive(self.labels[position].text)
                for key in {*initials(spelt.split(" ")), *initials(possessive)}:
                    post(postings, key, position)
        return postings

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """The concepts that list an abbreviation of their own, of more letters than a symbol."""
        long = (label for label in self.labels if len(label.text) > 2)
        return frozenset(label.concept for label in long if is_abbreviation(label))

    @cached_property
    def short_for(self) -> dict[str, tuple[str, ...]]:
        """Concept → the abbreviations that it lists, folded."""
        found: dict[str, tuple[str, ...]] = {}
        for label, spelt in zip(self.labels, self.spelt, strict=True):
            if len(spelt) > 1 and " " not in spelt and is_abbreviation(label):
                found[label.concept] = (*found.get(label.concept, ()), spelt)
        return found

    def initials_of(self, length: int) -> int:
        """How many initialisms have so many letters."""
        return self._initialism_sizes.get(length, 0)

    @cached_property
    def _initialism_sizes(self) -> Counter[int]:
        return Counter(map(len, self.initialisms))

    @cached_property
    def _bases(self) -> Bases:
        return Bases(self.vocabulary, self.finnish_words)

    def bases(self, word: str) -> list[str]:
        """The words of the labels that ``word`` may be a form of, itself included."""
        return self._bases.of(word)

    @cached_property
    def bags(self) -> Bags:
        """The labels of several words, by their words in any order."""
        return Bags(self.spelt)

    @cached_property
    def paths(self) -> Paths:
        """Where the beginnings of labels lead."""
        return Paths(self.folded)

    @cached_property
    def words(self) -> Vocabulary:
        """The words of the labels, to be met in texts."""
        heads = self.paths.heads(self.spelt)
        return Vocabulary(self.vocabulary, self._bases.of, self.folded, heads)

    @cached_property
    def short(self) -> dict[int, str]:
        """Abbreviations so short that they are one in their own case only, without dots."""
        found: dict[int, str] = {}
        for position, label in enumerate(self.labels):
            if len(self.spelt[position]) <= _OWN_CASE and is_abbreviation(label):
                found[position] = "".join(filter(str.isalnum, label.text))
        return found

    @cached_property
    def grams(self) -> Near:
        """The letter sequences of the labels, for what is misspelt."""
        return near_by(self.keys)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self.folded)

    def starting(self, key: str, limit: int) -> list[str]:
        """At most ``limit`` folded labels that begin with ``key``; see ``Beginnings``."""
        return self._beginnings.of(key, limit)

    @cached_property
    def romanised(self) -> Postings:
        """Loose keys of the Korean labels in Latin letters."""
        postings: Postings = {}
        for position, spelt in enumerate(self.spelt):
            if has_hangul(spelt):
                post(postings, loose(romanised(spelt.replace(" ", ""))), position)
        return postings

    @cached_property
    def _romanised_keys(self) -> tuple[list[str], Near]:
        keys = list(self.romanised)
        return keys, near_by(keys)

    def romanised_near(self, key: str, limit: int) -> list[tuple[str, int]]:
        """Loose keys near ``key``, each with the first label that has it.

        None among very many labels, where the table would be a tenth of all.
        """
        if len(self.labels) > _MANY:
            return []
        keys, grams = self._romanised_keys
        return [
            (keys[i], posted(self.romanised, keys[i])[0]) for i in grams.best(grams_of(key), limit)
        ]

    def position(self, label: Label) -> int:
        """Where ``label`` stands among the labels."""
        same = posted(self.folded, "".join(words(label.text)))
        return next(position for position in same if self.labels[position] == label)

    @cached_property
    def keys(self) -> Sequence[str]:
        """The labels as the keys that type them, without spaces."""
        keys = Keys(self.spelt)
        return list(keys) if len(self.labels) <= SOME else keys

    @cached_property
    def _deletions(self) -> Slips:
        """Labels one slip away."""
        return slips_of(self.keys)

    def one_slip(self, keys: str) -> list[int]:
        """Positions of labels that are about one slip from the typed ``keys``."""
        return self._deletions.near(keys)

    def near(self, keys: str, limit: int) -> list[int]:
        """Positions of the labels that share most letter sequences with the typed ``keys``."""
        return self.grams.best(grams_of(keys), limit)
