"""Entries that a new one might repeat, and what a text may give away about people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.concept import Language
from bot.contacts import Contact, contacts
from bot.edition import Edition
from bot.folding import fold
from bot.glossary import Glossary
from bot.suggestion.form import Form, Step

MOST = 3
LEAST = 0.5  # confidence from which an entry is worth showing
_NEAR = ("exact", "folded", "translation", "abbreviation", "inflected", "words", "typo", "layout",
         "romanised", "initialism")  # fmt: skip
_TEXTS: tuple[Step, ...] = ("definition", "source", "names", "note", "example", "other")


class Near(NamedTuple):
    """An entry close to a new term. ``exists``: it has this very name already."""

    concept: str
    exists: bool


def near(term: str, language: Language, edition: Edition) -> list[Near]:
    """The entries that a term may belong to, the closest first."""
    key = fold(term)
    found = [
        Near(match.concept, fold(match.label.text) == key)
        for match in edition.lookup.ask(term, language).matches
        if match.kind in _NEAR and match.score >= LEAST
    ]
    return found[:MOST]


def pointed_out(form: Form, glossary: Glossary) -> list[Contact]:
    """What in a form may point at a person."""
    said = "\n".join(form.text(step) for step in _TEXTS)
    return contacts(said, _names(glossary)) if said.strip() else []


def _names(glossary: Glossary) -> Iterator[str]:
    for entry in glossary.outlines():
        yield from (label.text for label in entry.labels if label.kind != "hidden")
    for source in glossary.sources.values():
        yield from (source.title, source.publisher or "")
