"""One thing that a rule finds in an entry, to be worded in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.concept import Language
from bot.problem import Level


@dataclass(frozen=True, slots=True)
class Finding:
    """``key`` with ``params`` gives the sentence, ``steps`` lead to the value in the entry.

    ``concept`` is "" for a finding about the keys above the entries.
    """

    code: str
    level: Level
    concept: str
    language: Language | None
    steps: tuple[str | int, ...]
    key: str
    params: dict[str, str] = field(default_factory=dict)

    @property
    def field(self) -> str:
        """The name of the field that the finding is about."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")


def sentence(finding: Finding) -> str:
    """The finding in English, with the entry's name."""
    return finding.key
