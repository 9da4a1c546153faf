"""Where data does not fit the model: pydantic's errors as sentences a person can act on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.concept import Citation, Concept, Confusable, LanguageSection, Source, Term
from bot.glossary import GlossaryFile

Steps = tuple[str | int, ...]

LANGUAGE_NAMES = {"en": "English", "fi": "Finnish", "ko": "Korean"}

_ITEM_NAMES = {
    "terms": "term",
    "confusable": "confusable entry",
    "definition_source": "definition source",
    "context_source": "context source",
    "hidden_terms": "hidden term",
}
# The keys that may stand where a key is not known, by the last key above it.
_KEYS: Mapping[str, type] = {
    "terms": Term,
    "confusable": Confusable,
    "source": Citation,
    "definition_source": Citation,
    "context_source": Citation,
    "languages": LanguageSection,
    "sources": Source,
}
_PATTERNS = {
    "id": "small letters a-z, digits and single hyphens, beginning with a letter",
    "url": "an address that begins with https:// or http:// and has no spaces",
    "subject_fields": "a key of small letters a-z, digits and single hyphens",
}
_LONGEST_EXCERPT = 40


class Violation(NamedTuple):
    """One value that does not fit: the steps that lead to it, and what to write there."""

    steps: Steps
    sentence: str


def violations(error: ValidationError, top: type = Concept) -> list[Violation]:
    """What to change in the data of an entry (or of ``top``), without pydantic's echoes."""
    details = error.errors(include_url=False)
    echoes = {
        ("too_short", item["loc"][:size]) for item in details for size in range(len(item["loc"]))
    } | {
        ("missing", (*item["loc"][:-1], _meant(item["loc"], top)))
        for item in details
        if item["type"] == "unexpected_keyword_argument"
    }
    return [
        Violation(item["loc"], _sentence(item, top))
        for item in details
        if (item["type"], item["loc"]) not in echoes
    ]


def place(steps: Iterable[str | int]) -> str:
    """Where a value stands, in words: "term 2 of Finnish"; "" for an entry's own keys."""
    words: list[str] = []
    steps = list(steps)
    for above, step in zip([None, *steps], steps, strict=False):
        if isinstance(step, int):
            words.insert(0, f"{_ITEM_NAMES.get(str(above), str(above))} {step + 1}")
        elif above in ("languages", "difference"):
            words.insert(0, LANGUAGE_NAMES.get(step, step))
        elif above in ("sources", "subject_fields"):
            words.insert(0, f"{str(above).replace('_', ' ').rstrip('s')} “{step}”")
    return " of ".join(words)


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def _sentence(item: ErrorDetails, top: type) -> str:
    steps = item["loc"][:-1] if item["loc"][-1:] == ("[key]",) else item["loc"]
    holder = place(steps if steps and isinstance(steps[-1], int) else steps[:-1])
    said = _said(item, top)
    return f"{holder}: {said}" if holder else said


def _said(item: ErrorDetails, top: type) -> str:
    steps, kind, value = item["loc"], item["type"], item["input"]
    name = f"“{steps[-1]}”" if steps and isinstance(steps[-1], str) else "this item"
    if kind == "unexpected_keyword_argument":
        return _unknown_key(steps, top)
    if steps and steps[-1] == "[key]":
        return _unknown_word(item)
    if kind == "missing":
        return f"{name} is missing; add a line “{steps[-1]}: …”"
    if value is None or value == "":
        return f"{name} is empty; write it, in quotation marks if it begins with “#”"
    return _unfit(item, name)


def _known_keys(steps: Steps, top: type) -> list[str]:
    above = next((_KEYS[str(step)] for step in reversed(steps[:-1]) if step in _KEYS), top)
    return [field.name for field in fields(above)]


def _meant(steps: Steps, top: type) -> str | None:
    return near(str(steps[-1]), _known_keys(steps, top))


def _unknown_key(steps: Steps, top: type) -> str:
    known, meant = _known_keys(steps, top), _meant(steps, top)
    told = f"did you mean “{meant}”?" if meant else f"the keys here are {_listed(known, 'and')}"
    return f"“{steps[-1]}” is not a key here; {told}"


def _unknown_word(item: ErrorDetails) -> str:
    word = item["loc"][-2]
    if item["type"] == "literal_error":
        return f"“{word}” is not a language of this glossary; write {_choices(item)}"
    pattern = _PATTERNS["subject_fields"]
    return f"“{word}” cannot be a key; write {pattern}"


def _unfit(item: ErrorDetails, name: str) -> str:
    kind, context = item["type"], item.get("ctx", {})
    shown = f"{name} is {_shown(item['input'])}"
    match kind:
        case "literal_error":
            return f"{shown}; write {_choices(item)}"
        case "bool_parsing":
            return f"{shown}; write yes or no"
        case "string_too_long":
            return f"{name} is longer than {context['max_length']} characters; shorten it"
        case "string_too_short" | "too_short":
            return f"{name} is empty; write at least one"
        case "string_pattern_mismatch":
            return f"{shown}; write {_PATTERNS.get(str(item['loc'][-1]), 'another')}"
        case "less_than_equal" | "greater_than_equal" | "int_parsing":
            return f"{shown}; write {context.get('le', context.get('ge', 1))}"
    if kind.startswith("date") or kind == "value_error":
        return f"{shown}; write a day as YYYY-MM-DD"
    return f"{shown}; write {_SHAPES.get(kind, 'text')}"


_SHAPES = {
    "dict_type": "lines of “key: value” below it",
    "dataclass_type": "lines of “key: value” below it",
    "tuple_type": "a list, each item on its own line after “- ”",
    "string_type": "text, in quotation marks if it holds “: ” or begins with a bracket",
}


def _shown(value: Any) -> str:
    if isinstance(value, str):
        short = value if len(value) <= _LONGEST_EXCERPT else f"{value[:_LONGEST_EXCERPT]}…"
        return f"“{short}”"
    return "a list" if isinstance(value, list | tuple) else "a group of “key: value”"


def _choices(item: ErrorDetails) -> str:
    """Pydantic's "'en', 'fi' or 'ko'" without its quotation marks."""
    return str(item.get("ctx", {}).get("expected", "")).replace("'", "")


def _listed(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def file_violations(error: ValidationError) -> list[Violation]:
    """The same for the keys at the left edge of a file."""
    return violations(error, GlossaryFile)
