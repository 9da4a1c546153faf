"""A whole glossary as it is served: its concepts, and how they point at each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.concept import Concept, Label, Source, SubjectField, labels


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
