"""A whole glossary as it is served: its concepts, and an outline of each.

An outline is enough to find an entry, to list it and to see what it points at. The texts of an
entry, nine tenths of it, are needed only where it is shown.
"""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass as model

from bot.concept import (
    ID_LENGTH,
    ID_PATTERN,
    Concept,
    Label,
    Language,
    Source,
    Status,
    SubjectField,
    labels,
)

SCHEMA_VERSION = 1


class Outline(NamedTuple):
    """An entry without its texts.

    ``others`` are the ids that it points at otherwise than by ``broader`` and ``related``.
    """

    id: str
    status: Status
    labels: tuple[Label, ...]
    subject_field: tuple[str, ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    others: tuple[str, ...]
    created: dt.date | None
    updated: dt.date | None

    def name(self, language: Language) -> str:
        """The preferred term in a language, else in English, else in the entry's first one."""
        found = self._term(language) or self._term("en")
        return found or self._term(self.labels[0].language) or ""

    def _term(self, language: Language) -> str | None:
        first = None
        for label in self.labels:
            if label.language == language:
                if label.kind == "preferred":
                    return label.text
                first = first or label.text
        return first


def outline(concept: Concept) -> Outline:
    """The outline of a concept."""
    replaced = (concept.replaced_by,) if concept.replaced_by else ()
    return Outline(
        concept.id,
        concept.status,
        tuple(labels(concept)),
        concept.subject_field,
        concept.broader,
        concept.related,
        (*(other.concept for other in concept.confusable), *replaced),
        concept.created,
        concept.updated,
    )


class Outlined(Mapping[str, Concept]):
    """Concepts by id whose outlines are known without making the concepts."""

    __slots__ = ()

    @abstractmethod
    def outlines(self) -> Iterable[Outline]:
        """The outline of every concept, in order."""

    @abstractmethod
    def outline(self, name: str) -> Outline:
        """The outline of one concept; raises KeyError where there is no such concept."""

    @abstractmethod
    def holding(self, word: str) -> Iterator[Concept]:
        """Every concept that has this word in a text, and perhaps others."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """What one glossary file says. ``version`` changes when, and only when, its content does."""

    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source] = field(default_factory=dict)
    subject_fields: Mapping[str, SubjectField] = field(default_factory=dict)
    version: str = ""

    def labels(self) -> Iterator[Label]:
        """Every label of every concept that may be answered, in the order of the file."""
        for each in self.outlines():
            if each.status != "retired":
                yield from each.labels

    def outlines(self) -> Iterable[Outline]:
        """The outline of every entry, in the order of the file."""
        known = self.concepts
        return known.outlines() if isinstance(known, Outlined) else map(outline, known.values())

    def holding(self, word: str) -> Iterable[Concept]:
        """Every concept that has this word in a text, and perhaps others."""
        known = self.concepts
        return known.holding(word) if isinstance(known, Outlined) else known.values()


@model(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class GlossaryFile:
    """The keys at the left edge of a glossary file."""

    schema_version: Annotated[
        int,
        Field(
            ge=SCHEMA_VERSION,
            le=SCHEMA_VERSION,
            description="The version of this layout.",
        ),
    ]
    entries: Annotated[tuple[Concept, ...], Field(description="One entry for each concept.")]
    sources: Annotated[
        dict[str, Source], Field(description="Works, by the key they are cited by.")
    ] = Field(default_factory=dict)
    subject_fields: Annotated[
        dict[Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LENGTH)], SubjectField],
        Field(description="The names of subject fields in each language, by key."),
    ] = Field(default_factory=dict)
