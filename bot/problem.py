"""What is wrong with a glossary file, where, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in a file.

    ``line`` counts from 1; it is 0 where the whole file is meant. ``code`` names the rule: T and
    D for terms and definitions (``bot.linter``), Y for YAML, S for the shape of an entry, F for
    the file itself. ``sentence`` says what is wrong and what to write instead.
    """

    path: Path
    line: int
    code: str
    level: Level
    sentence: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{where}: {self.sentence} [{self.code}]"


class GlossaryError(Exception):
    """A glossary cannot be served as it stands; ``problems`` says why, first line first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        super().__init__("\n".join(map(str, self.problems)))
