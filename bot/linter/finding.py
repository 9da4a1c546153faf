"""One thing that a rule finds in an entry, to be worded in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.concept import Concept, Language
from bot.problem import Level

Steps: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """``key`` with ``params`` gives the sentence; ``steps`` lead to the value in the entry.

    ``concept`` is "" for a finding about the keys above the entries.
    """

    code: str
    level: Level
    concept: str
    language: Language | None
    steps: Steps
    key: str
    params: dict[str, str] = field(default_factory=dict)

    @property
    def field(self) -> str:
        """The name of the field that the finding is about."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")


Findings: TypeAlias = Iterator[Finding]


def strict(concept: Concept) -> Level:
    """How much it matters that an entry breaks a rule that valid entries must keep."""
    return "error" if concept.status == "valid" else "warning"
