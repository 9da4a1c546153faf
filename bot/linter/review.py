"""All rules together."""

from __future__ import annotations

from collections.abc import Iterator

from bot.concept import Concept
from bot.glossary import Glossary
from bot.linter.finding import Finding


def review(concept: Concept, glossary: Glossary) -> list[Finding]:
    """What could be better in one entry, which need not be part of the glossary yet."""
    del concept, glossary
    return []


def review_all(glossary: Glossary) -> Iterator[Finding]:
    """What could be better in a glossary, in the order of its entries."""
    for concept in glossary.concepts.values():
        yield from review(concept, glossary)
