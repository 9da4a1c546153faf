"""The JSON Schema of a glossary file, for editors that complete and check as one types.

It is made from the model, so that the two cannot differ, and lies beside the file as
``glossary.schema.json``; the file's first line names it. ``python -m bot.schema`` writes it anew.
What a schema cannot say (ids exist, one term is preferred) is for ``glossary-bot check``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.glossary import GlossaryFile

FILE = Path("glossary.schema.json")
EDITOR_LINE = f"# yaml-language-server: $schema={FILE.name}"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Where the model takes a plain string for what it means, the schema must too.
_KINDNESSES: dict[str, dict[str, Any]] = {
    "Term": {"type": "string", "minLength": 1, "maxLength": 120},
    "Citation": {"type": "string", "minLength": 1},
}
_ANY_SCALAR = {"boolean": ["boolean", "string"], "integer": ["integer", "string"]}


def schema() -> dict[str, Any]:
    """The schema as data."""
    made = TypeAdapter(GlossaryFile).json_schema(by_alias=False)
    definitions = {name: _kind(value) for name, value in made.pop("$defs").items()}
    made = _kind(made)
    return {"$schema": DIALECT, "title": "Glossary"} | made | {"$defs": definitions}


def text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _kind(value: Any) -> Any:
    if isinstance(value, list):
        return [_kind(item) for item in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref", "").rsplit("/", 1)[-1]
    if reference in _KINDNESSES:
        return {"anyOf": [_KINDNESSES[reference], value]}
    kinder = {key: _kind(item) for key, item in value.items()}
    return _or_alone(kinder) if kinder.get("type") == "array" else kinder


def _or_alone(array: dict[str, Any]) -> dict[str, Any]:
    """A list of one may be written as that one."""
    items = array["items"]
    alone = items.get("anyOf", [items]) if items.get("$ref", "") not in _LISTS_ONLY else []
    return array if not alone else array | {"type": "array"}


_LISTS_ONLY = ("#/$defs/Concept", "#/$defs/Confusable")
