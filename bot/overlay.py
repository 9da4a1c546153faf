"""Approved changes laid over a glossary: what is served before, and without, the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from bot.body import Parts, parts
from bot.citing import apart
from bot.concept import Concept, Label, labels
from bot.edition import Edition
from bot.file.shelf import Leaf, Shelf, differing
from bot.glossary import Glossary
from bot.state import Revision

Said: TypeAlias = tuple[Revision, Parts]

FEW = 200  # changed entries, up to which tables are taken over


def overlay(glossary: Glossary, revisions: Iterable[Revision]) -> Glossary:
    """The glossary with these revisions in it, later ones over earlier ones.

    Its version tells the same glossary with the same revisions, and nothing else.
    """
    known, said = dict(glossary.sources), list[Said]()
    for revision in revisions:
        asked = apart(said_by(revision), known)
        known |= asked.sources
        said.append((revision, asked))
    return laid(glossary, said)


def laid(glossary: Glossary, said: Iterable[Said]) -> Glossary:
    """The same with what each revision says, its sources under keys of their own."""
    fresh: dict[str, Concept] = {}
    sources, version = dict(glossary.sources), glossary.version
    for revision, asked in said:
        fresh[asked.concept.id] = asked.concept
        sources |= asked.sources
        version = _version(version, revision)
    if not fresh:
        return glossary
    concepts = _laid_over(glossary.concepts, fresh)
    return Glossary(concepts, sources, glossary.subject_fields, version)


def _laid_over(
    concepts: Mapping[str, Concept], fresh: Mapping[str, Concept]
) -> Mapping[str, Concept]:
    if isinstance(concepts, Shelf):
        leaves = {name: Leaf.of(concept) for name, concept in fresh.items()}
        return concepts.arranged(dict.fromkeys((*concepts, *fresh)), leaves)
    return {**concepts, **fresh}


def renewed(edition: Edition, glossary: Glossary) -> Edition:
    """The edition of a changed glossary, at the cost of the entries that differ.

    Where no entry was taken out, its lists of contents are the old ones until ``catch_up``.
    """
    if glossary is edition.glossary or glossary.version == edition.glossary.version:
        return edition
    changed = differing(edition.glossary.concepts, glossary.concepts)
    changes = {name: _labels(concept) for name, concept in changed.items()}
    lookup = edition.lookup.replaced(changes) if changes else edition.lookup
    if len(changes) <= FEW and None not in changed.values():
        return Edition(glossary, lookup).follow(edition, changes)
    return Edition(glossary, lookup.gathered()).prepare()


def said_by(revision: Revision) -> Parts:
    """The entry, and the new sources, that a revision asks for."""
    return parts(revision.body)


def _labels(entry: Concept | None) -> Sequence[Label]:
    return () if entry is None or entry.status == "retired" else tuple(labels(entry))


def _version(version: str, revision: Revision) -> str:
    told = f"{version} {revision.id} {revision.version}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]
