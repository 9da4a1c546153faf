"""What was found, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

# "OK": as it should be; "note": may be meant so; "FIX": the bot cannot do its work so
Level: TypeAlias = Literal["OK", "note", "FIX"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what to do where something is to be done."""

    level: Level
    about: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.level:<5} {self.about}: {self.sentence}"


def ok(about: str, sentence: str) -> Finding:
    """As it should be."""
    return Finding("OK", about, sentence)


def note(about: str, sentence: str) -> Finding:
    """It may be meant so."""
    return Finding("note", about, sentence)


def fix(about: str, sentence: str) -> Finding:
    """The bot cannot do its work so."""
    return Finding("FIX", about, sentence)
