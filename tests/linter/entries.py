"""Entries that the rules are tried on."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from bot.concept import Concept, Source
from bot.glossary import Glossary

_CONCEPT = TypeAdapter(Concept)

NEIGHBOUR: dict[str, Any] = {
    "en": {
        "terms": ["neighbour"],
        "definition": "one of several Korean bodies",
        "definition_source": "report",
    }
}


def entry(name: str, **fields: Any) -> Concept:
    """A concept from plain data; English only unless ``languages`` are given."""
    return _CONCEPT.validate_python({"id": name, "languages": NEIGHBOUR} | fields)


def glossary(*concepts: Concept) -> Glossary:
    """These concepts, or one that no test is about."""
    known = concepts or (entry("neighbour"),)
    return Glossary({concept.id: concept for concept in known}, {"report": Source("A report")})
