"""The JSON Schema of a glossary file, for editors that complete and check as one types.

It is made from the model, so that the two cannot differ, and lies beside the file as
``glossary.schema.json``; the file's first line names it. ``python -m bot.file.schema`` writes it
anew.
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

# Editors read numbers where the glossary reads words (``paragraph: 12``), and ``no`` as a word.
_WORD = ["string", "number"]
_YES_OR_NO = {"enum": [True, False, "yes", "no"]}
# A plain string means the object that holds nothing else.
_PLAIN = {
    "#/$defs/Term": {"type": _WORD, "maxLength": 120},
    "#/$defs/Citation": {"type": "string"},
}
_ALWAYS_LISTS = ("#/$defs/Concept", "#/$defs/Confusable")


def schema() -> dict[str, Any]:
    """The schema as data."""
    made = TypeAdapter(GlossaryFile).json_schema()
    kind: dict[str, Any] = _kind(made)
    return {"$schema": DIALECT} | kind


def text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _kind(node: Any) -> Any:
    """Pydantic's schema with the kindnesses of the model, which its validators hide from it."""
    if not isinstance(node, dict):
        return node
    kept = {key: _below(key, value) for key, value in node.items() if key not in _NOISE}
    alternatives = [item for item in kept.pop("anyOf", ()) if item != {"type": "null"}]
    for alternative in alternatives:
        kept = alternative | kept
    if kept.get("type") == "array":
        return _or_alone(kept)
    if kept.get("type") == "boolean":
        return {key: value for key, value in kept.items() if key != "type"} | _YES_OR_NO
    free = not {"enum", "pattern", "format"} & kept.keys()
    return kept | {"type": _WORD} if kept.get("type") == "string" and free else kept


_NOISE = ("title", "default")


def _below(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: _kind(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_kind(item) for item in value]
    return _kind(value) if key != "propertyNames" else value


def _or_alone(array: dict[str, Any]) -> dict[str, Any]:
    """A list of one may be written without being a list; a string for the object it means."""
    reference = array["items"].get("$ref", "")
    if reference in _ALWAYS_LISTS:
        return array
    plain = _PLAIN.get(reference, array["items"])
    either = {"anyOf": [plain, array["items"]]} if reference in _PLAIN else array["items"]
    outer = {key: array[key] for key in ("description",) if key in array}
    inner = {key: value for key, value in array.items() if key not in outer}
    alone = [plain, array["items"]] if reference == "#/$defs/Citation" else [plain]
    return outer | {"anyOf": [inner | {"items": either}, *alone]}


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
