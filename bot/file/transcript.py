"""A file that was read as far as it could be: its glossary, and what is wrong with its shape."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pydantic import TypeAdapter, ValidationError

from bot.concept import Concept
from bot.file.composition import Composition, Steps, compose
from bot.file.manuscript import version
from bot.file.references import circles, dangling
from bot.file.violation import file_violations, place, violations
from bot.file.yamlfile import Value
from bot.glossary import Glossary, GlossaryFile
from bot.problem import GlossaryError, Level, Problem

_FILE = TypeAdapter(GlossaryFile)
_CONCEPT = TypeAdapter(Concept)


@dataclass
class Transcript:
    """A file that was read as far as it could be: its glossary, and what is wrong with it."""

    path: Path
    composition: Composition
    glossary: Glossary
    places: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    empty: list[Problem] = field(default_factory=list)

    def problem(
        self, index: int | None, steps: Steps, code: str, level: Level, told: str
    ) -> Problem:
        """A problem with the value that ``steps`` lead to in entry ``index``."""
        line = self.composition.line(index, steps)
        return Problem(self.path, line, code, level, told)

    def note_empty(self, index: int, value: Value) -> None:
        """Keep every key of an entry that stands there without a value."""
        for steps in _empty(value):
            where = place(steps[:-1])
            told = f"“{steps[-1]}” is empty; write it, in quotation marks if it begins with “#”, "
            told += "or remove the line"
            told = f"{where}: {told}" if where else told
            self.empty.append(self.problem(index, steps, "Y02", "warning", told))


def transcribe(data: bytes, path: Path, *, thorough: bool = False) -> Transcript:
    """What a file's text holds, with every structural problem in it.

    ``thorough`` also notes keys without a value, which are otherwise passed over.
    """
    composition = compose(data)
    copy = Transcript(path, composition, Glossary({}, version=_version(composition)))
    with uncollected():
        concepts = _concepts(copy, thorough=thorough)
    copy.glossary = _whole(copy, concepts)
    copy.problems += [
        Problem(path, error.line, "Y01", "error", error.sentence) for error in composition.errors
    ]
    if not copy.problems:
        _refer(copy)
    return copy


def _version(composition: Composition) -> str:
    text = composition.text
    return version(composition.data) if text is None else text.version


def _concepts(copy: Transcript, *, thorough: bool) -> dict[str, Concept]:
    concepts: dict[str, Concept] = {}
    for index, value in copy.composition.entries:
        concept = _concept(copy, index, value)
        if concept is None:
            continue
        if thorough:
            copy.note_empty(index, value)
        if concept.id in concepts:
            line = copy.composition.line(copy.places[concept.id])
            told = f"the id “{concept.id}” is already on line {line}; merge the two entries"
            copy.problems.append(copy.problem(index, ("id",), "T01", "error", told))
            continue
        concepts[concept.id] = concept
        copy.places[concept.id] = index
    return concepts


def _concept(copy: Transcript, index: int, value: Value) -> Concept | None:
    try:
        return validated(value)
    except ValidationError as error:
        name = _name(value, index)
        copy.problems += [
            copy.problem(index, found.steps, "S01", "error", f"{name}: {found.sentence}")
            for found in violations(error)
        ]
    return None


def validated(value: Value) -> Concept:
    """The entry that plain data describes; keys without a value count as left out.

    Raises:
        pydantic.ValidationError: the data does not fit the model.
    """
    try:
        return _CONCEPT.validate_python(value)
    except ValidationError:
        return _CONCEPT.validate_python(_filled(value))


def _filled(value: Value) -> Value:
    """The data without keys that have no value, but for those that need one."""
    if isinstance(value, list):
        return [_filled(item) for item in value]
    if not isinstance(value, dict):
        return value
    needed = ("id", "term", "terms", "languages", "source", "concept", "difference")
    return {key: _filled(item) for key, item in value.items() if item is not None or key in needed}


def _empty(value: Value, above: Steps = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [(*above, key)] if item is None else _empty(item, (*above, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _empty(item, (*above, index))


def _name(value: Value, index: int) -> str:
    named = value.get("id") if isinstance(value, dict) else None
    return f"entry “{named}”" if isinstance(named, str) else f"entry {index + 1}"


def _whole(copy: Transcript, concepts: dict[str, Concept]) -> Glossary:
    head = copy.composition.head
    try:
        file = _FILE.validate_python(cast("dict[str, Value]", _filled(head)) | {"entries": []})
    except ValidationError as error:
        if head or not copy.composition.errors:
            copy.problems += [
                copy.problem(None, found.steps, "S01", "error", found.sentence)
                for found in file_violations(error)
            ]
        return Glossary(concepts, version=copy.glossary.version)
    return Glossary(concepts, file.sources, file.subject_fields, copy.glossary.version)


def _refer(copy: Transcript) -> None:
    glossary = copy.glossary
    concepts = glossary.concepts
    faults = [
        *dangling(concepts.values(), concepts, glossary.sources, glossary.subject_fields),
        *circles(concepts, concepts),
    ]
    copy.problems += [
        copy.problem(
            copy.places[fault.concept],
            fault.steps,
            "T01",
            "error",
            f"entry “{fault.concept}”: {fault.sentence}",
        )
        for fault in faults
    ]


def content(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        GlossaryError: there is no such file, or it may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        told = "there is no such file; give its path with --glossary FILE"
    except IsADirectoryError:
        told = "this is a directory; give the path of the glossary file in it"
    except PermissionError:
        told = "this file may not be read; change its permissions"
    except (OSError, ValueError) as error:
        told = f"this file cannot be read: {error}"
    raise GlossaryError([Problem(path, 0, "F01", "error", told)])


@contextmanager
def uncollected() -> Iterator[None]:
    """Building a hundred thousand small objects is several times faster uncollected."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
