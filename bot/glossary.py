"""A whole glossary as it is served: its concepts, and how they point at each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass as model

from bot.concept import ID_LENGTH, ID_PATTERN, Concept, Label, Source, SubjectField, labels

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Glossary:
    """What one glossary file says. ``version`` changes when, and only when, its content does."""

    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source] = field(default_factory=dict)
    subject_fields: Mapping[str, SubjectField] = field(default_factory=dict)
    version: str = ""

    def labels(self) -> Iterator[Label]:
        """Every label of every concept that may be answered, in the order of the file."""
        for concept in self.concepts.values():
            if concept.status != "retired":
                yield from labels(concept)


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
