"""A file that was read as far as it could be: its glossary, and what is wrong with its shape."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pydantic import TypeAdapter, ValidationError

from bot.concept import Concept
from bot.file.composition import Composition, Steps, compose
from bot.file.entry import filled, validated
from bot.file.manuscript import Manuscript, version
from bot.file.references import Ends, circles, dangling
from bot.file.shelf import Leaf, Shelf
from bot.file.violation import file_violations, place, violations
from bot.file.yamlfile import Value
from bot.glossary import Glossary, GlossaryFile, outline
from bot.problem import GlossaryError, Level, Problem

_FILE = TypeAdapter(GlossaryFile)

# Concepts that are kept as they are read; 100,000 would take 400 MB. The others are made again of
# their lines when they are asked for.
MADE = 2_000


@dataclass
class Transcript:
    """A file that was read as far as it could be: its glossary, and what is wrong with it."""

    path: Path
    composition: Composition
    glossary: Glossary
    ends: Ends = field(default_factory=Ends)
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


def transcribe(
    data: bytes, path: Path, *, made: float = math.inf, thorough: bool = False
) -> Transcript:
    """What a file's text holds, with every structural problem in it.

    Args:
        data: The text of the file.
        path: Where it is said to stand.
        made: How many concepts are kept; the others are made again when they are asked for.
        thorough: Also note keys without a value, which are otherwise passed over.
    """
    composition = compose(data)
    copy = Transcript(path, composition, Glossary({}, version=_version(composition)))
    with uncollected():
        leaves = _leaves(copy, made, thorough=thorough)
    copy.glossary = _whole(copy, Shelf(leaves))
    copy.problems += [
        Problem(path, error.line, "Y01", "error", error.sentence) for error in composition.errors
    ]
    if not copy.problems:
        _refer(copy)
    return copy


def _version(composition: Composition) -> str:
    text = composition.text
    return version(composition.data) if text is None else text.version


def _leaves(copy: Transcript, made: float, *, thorough: bool) -> dict[str, Leaf]:
    leaves: dict[str, Leaf] = {}
    for index, value in copy.composition.entries:
        concept = _concept(copy, index, value)
        if concept is None:
            continue
        if thorough:
            copy.note_empty(index, value)
        if concept.id in leaves:
            line = copy.composition.line(copy.places[concept.id])
            told = f"the id “{concept.id}” is already on line {line}; merge the two entries"
            copy.problems.append(copy.problem(index, ("id",), "T01", "error", told))
            continue
        copy.ends.add(concept)
        copy.places[concept.id] = index
        text = copy.composition.text if len(leaves) >= made else None
        leaves[concept.id] = _leaf(text, index, concept)
    return leaves


def _leaf(text: Manuscript | None, index: int, concept: Concept) -> Leaf:
    if text is None:
        return Leaf.of(concept)
    return Leaf(text.data, *text.bounds(index), outline(concept))


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


def _whole(copy: Transcript, concepts: Shelf) -> Glossary:
    head = copy.composition.head
    try:
        file = _FILE.validate_python(cast("dict[str, Value]", filled(head)) | {"entries": []})
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
    concepts, sources, fields = glossary.concepts, glossary.sources, glossary.subject_fields
    above = copy.ends.broader
    faults = list(circles(lambda name: above.get(name, ()), above))
    if not copy.ends.are_in(concepts.keys(), sources.keys(), fields.keys()):
        faults = [*dangling(concepts.values(), concepts, sources, fields), *faults]
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
