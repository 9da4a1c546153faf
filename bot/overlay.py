"""Approved revisions laid over a glossary: what is served before, and without, the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.body import Parts, parts
from bot.concept import Concept, Label, labels
from bot.edition import Edition
from bot.glossary import Glossary
from bot.state import Revision


def overlay(glossary: Glossary, revisions: Iterable[Revision]) -> Glossary:
    """The glossary with these revisions in it, later ones over earlier ones.

    Its version tells the same glossary with the same revisions, and nothing else.
    """
    concepts: dict[str, Concept] | None = None
    sources = dict(glossary.sources)
    version = glossary.version
    for revision in revisions:
        concepts = dict(glossary.concepts) if concepts is None else concepts
        said = said_by(revision)
        concepts[said.concept.id] = said.concept
        sources |= {key: source for key, source in said.sources.items() if key not in sources}
        version = _version(version, revision)
    if concepts is None:
        return glossary
    return replace(glossary, concepts=concepts, sources=sources, version=version)


def renewed(edition: Edition, revisions: Sequence[Revision]) -> Edition:
    """The edition with these revisions in it; only the labels that they change are replaced."""
    glossary = overlay(edition.glossary, revisions)
    if glossary is edition.glossary:
        return edition
    changes = {revision.concept: _labels(glossary, revision.concept) for revision in revisions}
    return Edition(glossary, edition.lookup.replaced(changes)).prepare()


def said_by(revision: Revision) -> Parts:
    """The entry, and the new sources, that a revision asks for."""
    return parts(revision.body)


def _labels(glossary: Glossary, concept: str) -> Sequence[Label]:
    entry = glossary.concepts[concept]
    return () if entry.status == "retired" else tuple(labels(entry))


def _version(version: str, revision: Revision) -> str:
    told = f"{version} {revision.id} {revision.version}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]
