from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.file.schema import EDITOR_LINE, FILE, schema, text
from bot.glossary import GlossaryFile

ROOT = Path(__file__).parent.parent.parent
SCHEMA = schema()
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
}


def test_the_schema_beside_the_glossary_is_fresh() -> None:
    """Otherwise run `python -m bot.file.schema`."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == text()


def test_the_glossarys_first_line_names_the_schema() -> None:
    with (ROOT / "glossary.yaml").open(encoding="utf-8") as file:
        assert file.readline().strip() == EDITOR_LINE


def properties(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in node.get("properties", {}).items():
        yield f"{path}.{name}", value
    for name, value in node.get("$defs", {}).items():
        yield from properties(value, name)


@pytest.mark.parametrize(("name", "value"), list(properties(SCHEMA)))
def test_every_field_is_described(name: str, value: Any) -> None:
    assert value["description"].endswith(".") or ":" in value["description"], name


def fits(value: Any, node: Any) -> bool:
    """Whether data fits a schema; only the keywords that ours uses."""
    if "$ref" in node and not fits(value, SCHEMA["$defs"][node["$ref"].rsplit("/", 1)[-1]]):
        return False
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    checks = [
        not kinds or any(isinstance(value, TYPES[kind]) for kind in kinds),
        "enum" not in node or value in node["enum"],
        "anyOf" not in node or any(fits(value, other) for other in node["anyOf"]),
    ]
    if isinstance(value, int):
        checks += [node.get("minimum", value) <= value <= node.get("maximum", value)]
    if isinstance(value, str):
        checks += [
            len(value) <= node.get("maxLength", len(value)),
            re.search(node.get("pattern", ""), value) is not None,
        ]
    if isinstance(value, list):
        checks += [len(value) >= node.get("minItems", 0)]
        checks += [fits(item, node.get("items", {})) for item in value]
    if isinstance(value, dict):
        checks += [set(node.get("required", ())) <= value.keys()]
        checks += [len(value) >= node.get("minProperties", 0)]
        checks += list(_members(value, node))
    return all(checks)


def _members(value: dict[str, Any], node: Any) -> Iterator[bool]:
    known, more = node.get("properties", {}), node.get("additionalProperties", True)
    for key, item in value.items():
        yield fits(key, node.get("propertyNames", {}))
        if key in known:
            yield fits(item, known[key])
        else:
            yield more if isinstance(more, bool) else fits(item, more)


def file(**entry: Any) -> dict[str, Any]:
    whole = {"id": "x", "languages": {"en": {"terms": ["x"]}}} | entry
    return {"schema_version": 1, "entries": [whole]}


def english(**section: Any) -> dict[str, Any]:
    return file(languages={"en": {"terms": ["x"]} | section})


GOOD = [
    file(),
    file(subject_field="a", broader="b", related=["c", "d"], exact_match="e"),
    file(status="valid", created="2026-11-22"),
    english(terms="x"),
    english(terms=["x", {"term": "y", "type": "acronym", "verified": "no"}]),
    english(terms=[{"term": "y", "source": "a"}, {"term": "z", "source": [{"source": "a"}, "b"]}]),
    english(definition_source={"source": "a", "paragraph": "12"}, hidden_terms="z"),
    file(confusable=[{"concept": "y", "difference": {"en": "that one", "fi": "tuo"}}]),
    file() | {"sources": {"a": {"title": "t", "url": "https://x.example/"}}},
    file() | {"subject_fields": {"a": {"en": "t"}}},
]
BAD = [
    file(id="X"),
    file(status="ready"),
    file(statsu="valid"),
    file(confusable="y"),
    file(languages={"sv": {"terms": ["x"]}}),
    file(languages={}),
    english(terms=[]),
    english(terms=[{"type": "acronym"}]),
    english(terms=[{"term": "x", "normative_status": "prefered"}]),
    english(definition="x" * 601),
    english(definition_source=[{"paragraph": "1"}]),
    file() | {"schema_version": 2},
    file() | {"sources": {"a": {"title": "t", "url": "x.example"}}},
    {"schema_version": 1},
]


@pytest.mark.parametrize("data", GOOD)
def test_what_the_model_takes_the_schema_takes_too(data: Any) -> None:
    TypeAdapter(GlossaryFile).validate_python(data)
    assert fits(data, SCHEMA)


@pytest.mark.parametrize("data", BAD)
def test_what_the_model_refuses_the_schema_refuses_too(data: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(GlossaryFile).validate_python(data)
    assert not fits(data, SCHEMA)


@pytest.mark.parametrize("verified", [True, False, "yes", "no"])
def test_editors_that_know_yes_and_no_as_words_or_as_values_take_both(verified: Any) -> None:
    assert fits(english(terms=[{"term": "x", "verified": verified}]), SCHEMA)


def test_editors_that_read_a_number_do_not_mind_it() -> None:
    assert fits(english(definition_source={"source": "a", "paragraph": 12}), SCHEMA)
