"""Rule T01: every id is unique, and everything that points somewhere points at something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.concept import Citation, Concept
from bot.file.violation import Steps, near, place


class Fault(NamedTuple):
    """A reference of an entry that leads nowhere or round in a circle."""

    concept: str
    steps: Steps
    sentence: str


def dangling(
    concepts: Iterable[Concept],
    ids: Collection[str],
    sources: Collection[str],
    subject_fields: Collection[str],
) -> Iterator[Fault]:
    """What ``concepts`` cite or point at that does not exist."""
    for concept in concepts:
        for steps, key in _pointers(concept):
            if key not in ids:
                yield Fault(concept.id, steps, f"there is no entry “{key}”{_hint(key, ids)}")
            elif key == concept.id:
                yield Fault(concept.id, steps, f"“{steps[0]}” points at its own entry; remove it")
        for number, key in enumerate(concept.subject_field):
            if key not in subject_fields:
                told = f"“{key}” is not among subject_fields{_hint(key, subject_fields)}"
                yield Fault(concept.id, ("subject_field", number), told)
        for steps, citation in _citations(concept):
            if citation.source not in sources:
                yield Fault(concept.id, steps, _uncited(steps, citation.source, sources))


def circles(concepts: Mapping[str, Concept], starts: Iterable[str]) -> Iterator[Fault]:
    """Where ``broader`` leads from one of ``starts`` back to itself, each circle once."""
    done: set[str] = set()
    for start in starts:
        for circle in _circles_above(concepts, start, done):
            told = f"“broader” leads in a circle: {' → '.join(circle)}; remove one step"
            yield Fault(circle[0], ("broader",), told)


def _circles_above(
    concepts: Mapping[str, Concept], start: str, done: set[str]
) -> Iterator[list[str]]:
    """A walk upwards that enters every entry once; ``done`` keeps what was entered before."""
    path: dict[str, None] = {}  # in the order of the walk
    stack = [] if start in done else [(start, True)]
    while stack:
        current, entering = stack.pop()
        if not entering:
            path.popitem()
        elif current in path:
            walked = list(path)
            yield [*walked[walked.index(current) :], current]
        elif current not in done and current in concepts:
            done.add(current)
            path[current] = None
            stack.append((current, False))
            stack += [(above, True) for above in concepts[current].broader if above != current]


def pointed_at(concepts: Iterable[Concept]) -> set[str]:
    """Every id that one of ``concepts`` points at."""
    return {key for concept in concepts for _, key in _pointers(concept)}


def _pointers(concept: Concept) -> Iterator[tuple[Steps, str]]:
    for number, key in enumerate(concept.broader):
        yield ("broader", number), key
    for number, key in enumerate(concept.related):
        yield ("related", number), key
    for number, other in enumerate(concept.confusable):
        yield ("confusable", number, "concept"), other.concept
    if concept.replaced_by:
        yield ("replaced_by",), concept.replaced_by


def _citations(concept: Concept) -> Iterator[tuple[Steps, Citation]]:
    for language, section in concept.languages.items():
        above: Steps = ("languages", language)
        for number, citation in enumerate(section.definition_source):
            yield (*above, "definition_source", number), citation
        for index, term in enumerate(section.terms):
            for number, citation in enumerate(term.source):
                yield (*above, "terms", index, "source", number), citation
            for number, citation in enumerate(term.context_source):
                yield (*above, "terms", index, "context_source", number), citation


def cited(concept: Concept) -> Iterator[str]:
    """The keys of every source that an entry cites."""
    return (citation.source for _, citation in _citations(concept))


def _uncited(steps: Steps, key: str, sources: Collection[str]) -> str:
    told = f"“{key}” is not among sources{_hint(key, sources)}"
    return f"{place(steps)}: {told}"


def _hint(key: str, known: Collection[str]) -> str:
    meant = near(key, known) if len(known) <= 2000 else None
    return f"; did you mean “{meant}”?" if meant else "; add it or correct the name"
