"""One entry of a file: from its lines, or from plain data, to the concept."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from bot.concept import Concept
from bot.file.composition import compose_entry
from bot.file.yamlfile import Value

_CONCEPT = TypeAdapter(Concept)


def entry(lines: bytes) -> Concept:
    """The concept in the lines of one entry, from its dash.

    Raises:
        YamlError: they are not exactly one entry.
        pydantic.ValidationError: the entry does not fit the model.
    """
    return validated(compose_entry(lines))


def validated(value: Value) -> Concept:
    """The entry that plain data describes; keys without a value count as left out.

    Raises:
        pydantic.ValidationError: the data does not fit the model.
    """
    try:
        return _CONCEPT.validate_python(value)
    except ValidationError:
        return _CONCEPT.validate_python(filled(value))


def filled(value: Value) -> Value:
    """The data without keys that have no value, but for those that need one."""
    if isinstance(value, list):
        return [filled(item) for item in value]
    if not isinstance(value, dict):
        return value
    needed = ("id", "term", "terms", "languages", "source", "concept", "difference")
    return {key: filled(item) for key, item in value.items() if item is not None or key in needed}
