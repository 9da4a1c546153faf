"""An entry as the plain data that a revision keeps, and back.

A body is the entry as the file would have it. Sources that the glossary does not know yet travel
with it under ``sources``, beside the fields of the entry.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from bot.concept import Concept, Source

_CONCEPT = TypeAdapter(Concept)
_SOURCES = TypeAdapter(dict[str, Source])

Body = Mapping[str, Any]
SOURCES = "sources"


class Parts(NamedTuple):
    """What a body says: an entry, and the sources that came with it."""

    concept: Concept
    sources: Mapping[str, Source]


def parts(body: Body) -> Parts:
    """The entry and the new sources in a body.

    Raises:
        pydantic.ValidationError: When it does not fit the model.
    """
    entry = {name: value for name, value in body.items() if name != SOURCES}
    return Parts(_CONCEPT.validate_python(entry), _SOURCES.validate_python(body.get(SOURCES, {})))


def body(concept: Concept, sources: Mapping[str, Source] | None = None) -> dict[str, Any]:
    """An entry as plain data, without what is as the model has it anyway.

    The normative status of each term is always spelt out: what is left out depends on the order
    of the terms.
    """
    raw: dict[str, Any] = _CONCEPT.dump_python(concept, mode="json", exclude_defaults=True)
    for language, section in concept.languages.items():
        for written, term in zip(raw["languages"][language]["terms"], section.terms, strict=True):
            written["normative_status"] = term.normative_status
    if sources:
        raw[SOURCES] = _SOURCES.dump_python(dict(sources), mode="json", exclude_defaults=True)
    return raw


def fingerprint(concept: Concept | None) -> str | None:
    """A hash of what an entry says, however it is written; None for no entry."""
    if concept is None:
        return None
    text = json.dumps(body(concept), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
