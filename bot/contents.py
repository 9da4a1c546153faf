"""The contents of a glossary: its entries by subject field, by letter and by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.alphabet import Place, place
from bot.concept import LANGUAGES, Concept, Language
from bot.glossary import Glossary

NO_FIELD = ""  # the key under which entries without a subject field stand


class News(NamedTuple):
    """An entry, the day on which it was added or last changed, and whether it was changed."""

    concept: str
    day: dt.date
    changed: bool


class Contents:
    """Lists of the ids of all entries that are in use; retired ones are left out.

    ``before`` are the contents of an earlier edition: what is in order there need not be sorted.
    """

    def __init__(self, glossary: Glossary, before: Contents | None = None) -> None:
        self._glossary = glossary
        self._before = before._sorted if before else {}
        self._entries = [c for c in glossary.concepts.values() if c.status != "retired"]
        self._sorted: dict[Language, list[tuple[Place, Concept]]] = {}
        self._letters: dict[Language, dict[str, list[str]]] = {}
        self._fields: dict[Language, dict[str, list[str]]] = {}
        self.news: Sequence[News] = sorted(_news(self._entries), key=lambda n: n.day, reverse=True)

    def prepare(self) -> Contents:
        """Sort now for every language."""
        for language in LANGUAGES:
            self.letters(language)
            self.fields(language)
        self._before = {}
        return self

    def __len__(self) -> int:
        return len(self._entries)

    def all(self) -> list[str]:
        """Every entry, in the order of the file."""
        return [concept.id for concept in self._entries]

    def letters(self, language: Language) -> Mapping[str, Sequence[str]]:
        """Index letter → entries, both in alphabetical order of the language."""
        if language not in self._letters:
            found: dict[str, list[str]] = {}
            for at, concept in self._alphabetical(language):
                found.setdefault(at.letter, []).append(concept.id)
            self._letters[language] = found
        return self._letters[language]

    def fields(self, language: Language) -> Mapping[str, Sequence[str]]:
        """Key of a subject field → entries in alphabetical order; fields in that of the file."""
        if language not in self._fields:
            known = self._glossary.subject_fields
            found: dict[str, list[str]] = {key: [] for key in (*known, NO_FIELD)}
            for _, concept in self._alphabetical(language):
                for key in [key for key in concept.subject_field if key in known] or [NO_FIELD]:
                    found[key].append(concept.id)
            self._fields[language] = {key: ids for key, ids in found.items() if ids}
        return self._fields[language]

    def field(self, key: str, language: Language) -> str:
        """What a subject field is called; empty where it has no name."""
        names = self._glossary.subject_fields.get(key, {})
        return names.get(language) or names.get("en") or next(iter(names.values()), key)

    def _alphabetical(self, language: Language) -> list[tuple[Place, Concept]]:
        if language not in self._sorted:
            self._sorted[language] = sorted(self._placed(language), key=lambda item: item[0])
        return self._sorted[language]

    def _placed(self, language: Language) -> Iterator[tuple[Place, Concept]]:
        """Every entry with its place; nearly in order if they were in order before."""
        old = self._before.get(language, ())
        left = {concept.id: concept for concept in self._entries}
        for at, concept in old:
            if left.get(concept.id) is concept:
                yield at, left.pop(concept.id)
        for concept in left.values():
            yield place(_name(concept, language), language), concept


def _name(concept: Concept, language: Language) -> str:
    return concept.section(language)[1].preferred.term


def _news(entries: Sequence[Concept]) -> list[News]:
    found = []
    for concept in entries:
        if day := concept.updated or concept.created:
            changed = concept.updated is not None and concept.updated != concept.created
            found.append(News(concept.id, day, changed))
    return found
