"""The two texts that the glossary began with, in pieces as Telegram's apps send them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.edition import Edition
from bot.file.reading import read
from bot.markup import units

ROOT = Path(__file__).parent.parent
TEXTS = ("foc-news-2020", "hrba-report-2026")
LENGTH = 4096  # UTF-16 units of a message


def text(name: str) -> str:
    """One of the texts."""
    return (ROOT / "tests" / "data" / "texts" / f"{name}.txt").read_text(encoding="utf-8")


def pieces(whole: str, length: int = LENGTH) -> list[str]:
    """A text cut at the ends of paragraphs into messages of at most ``length`` units."""
    found = [""]
    for line in whole.splitlines(keepends=True):
        if units(found[-1] + line) > length:
            found.append("")
        found[-1] += line
    return [piece for piece in found if piece.strip()]


@cache
def edition() -> Edition:
    """The glossary of this repository."""
    return Edition.of(read(ROOT / "glossary.yaml"))
