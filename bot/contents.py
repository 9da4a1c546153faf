"""The contents of a glossary: its entries by subject field, by letter and by date."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.alphabet import Place, place
from bot.concept import LANGUAGES, Language
from bot.glossary import Glossary, Outline

NO_FIELD = ""  # the key under which entries without a subject field stand
FEW = 500  # entries up to which each is put in its place; more are sorted together


class News(NamedTuple):
    """An entry, the day on which it was added or last changed, and whether it was changed."""

    concept: str
    day: dt.date
    changed: bool


class Contents:
    """Lists of the ids of all entries that are in use; retired ones are left out.

    ``before`` are the contents of an earlier edition: what is in order there need not be sorted.

    Attributes:
        ids: Every entry, in the order of the file.
        newest: Entries with a day, those added or changed last first.
    """

    def __init__(self, glossary: Glossary, before: Contents | None = None) -> None:
        self._names = glossary.subject_fields
        self._before = before._orders if before else {}
        self._entries = [each for each in glossary.outlines() if each.status != "retired"]
        self._orders: dict[Language, _Order] = {}
        self._letters: dict[Language, dict[str, list[str]]] = {}
        self._fields: dict[Language, dict[str, list[str]]] = {}
        dated = [entry for entry in self._entries if _day(entry) > _NEVER]
        self._dated = sorted(dated, key=_day, reverse=True)
        self.ids: Sequence[str] = [entry.id for entry in self._entries]
        self.newest: Sequence[str] = [entry.id for entry in self._dated]

    def prepare(self) -> Contents:
        """Sort now for every language."""
        for language in LANGUAGES:
            self.letters(language)
            self.fields(language)
        self._before = {}
        return self

    def __len__(self) -> int:
        return len(self._entries)

    def letters(self, language: Language) -> Mapping[str, Sequence[str]]:
        """Index letter → entries, both in alphabetical order of the language."""
        if language not in self._letters:
            found: dict[str, list[str]] = {}
            order = self._alphabetical(language)
            for entry, letter in zip(order.entries, order.letters, strict=True):
                found.setdefault(letter, []).append(entry.id)
            self._letters[language] = found
        return self._letters[language]

    def fields(self, language: Language) -> Mapping[str, Sequence[str]]:
        """Key of a subject field → entries in alphabetical order; fields in that of the file."""
        if language not in self._fields:
            known = self._names
            found: dict[str, list[str]] = {key: [] for key in (*known, NO_FIELD)}
            for entry in self._alphabetical(language).entries:
                for key in [key for key in entry.subject_field if key in known] or [NO_FIELD]:
                    found[key].append(entry.id)
            self._fields[language] = {key: ids for key, ids in found.items() if ids}
        return self._fields[language]

    def field(self, key: str, language: Language) -> str:
        """What a subject field is called; empty where it has no name."""
        names = self._names.get(key, {})
        return names.get(language) or names.get("en") or next(iter(names.values()), key)

    def news(self, first: int, last: int) -> list[News]:
        """What is told of the newest entries, from ``first`` up to ``last``."""
        return [_news(entry) for entry in self._dated[first:last]]

    def _alphabetical(self, language: Language) -> _Order:
        if language not in self._orders:
            self._orders[language] = self._ordered(language)
        return self._orders[language]

    def _ordered(self, language: Language) -> _Order:
        order = _Order(language)
        if old := self._before.get(language):
            order.take_over(old, {entry.id: entry for entry in self._entries})
        kept = {entry.id for entry in order.entries}
        fresh = [entry for entry in self._entries if entry.id not in kept]
        if len(fresh) > FEW:
            return _sorted(self._entries, language)
        for entry in fresh:
            order.insert(entry)
        return order


class _Order:
    """Entries in the alphabetical order of a language, and the index letter of each."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.entries: list[Outline] = []
        self.letters: list[str] = []

    def place(self, entry: Outline) -> Place:
        """Where an entry belongs."""
        return place(entry.name(self._language), self._language)

    def take_over(self, old: _Order, now: Mapping[str, Outline]) -> None:
        """Begin with the entries of an earlier order that are as they were."""
        for entry, letter in zip(old.entries, old.letters, strict=True):
            if now.get(entry.id) == entry:
                self.entries.append(entry)
                self.letters.append(letter)

    def insert(self, entry: Outline) -> None:
        """Put one more entry in its place."""
        own = self.place(entry)
        at = bisect_right(self.entries, own.key, key=lambda other: self.place(other).key)
        self.entries.insert(at, entry)
        self.letters.insert(at, own.letter)


def _sorted(entries: Iterable[Outline], language: Language) -> _Order:
    order = _Order(language)
    placed = [(order.place(entry), entry) for entry in entries]
    placed.sort(key=lambda item: item[0].key)
    order.letters = [at.letter for at, _ in placed]
    order.entries = [entry for _, entry in placed]
    return order


def _day(entry: Outline) -> dt.date:
    return entry.updated or entry.created or _NEVER


def _news(entry: Outline) -> News:
    changed = entry.updated is not None and entry.updated != entry.created
    return News(entry.id, _day(entry), changed)


_NEVER = dt.date.min
