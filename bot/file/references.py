"""Rule T01: every id is unique, and everything that points somewhere points at something."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from typing import NamedTuple, TypeAlias

from bot.concept import Citation, Concept
from bot.file.violation import Steps, near, place
from bot.glossary import Outline

Above: TypeAlias = Callable[[str], Sequence[str]]


class Fault(NamedTuple):
    """A reference of an entry that leads nowhere or round in a circle."""

    concept: str
    steps: Steps
    sentence: str


class Ends:
    """Where a whole glossary's references lead, to see at once that all of it is there.

    ``broader`` has what is broader than each entry, for ``circles``.
    """

    def __init__(self) -> None:
        self.broader: dict[str, Sequence[str]] = {}
        self._entries: set[str] = set()
        self._sources: set[str] = set()
        self._fields: set[str] = set()
        self._sound = True

    def add(self, concept: Concept) -> None:
        """Note what an entry points at and cites."""
        pointed = [key for _, key in _pointers(concept)]
        self._sound = self._sound and concept.id not in pointed
        if concept.broader:
            self.broader[concept.id] = concept.broader
        self._entries.update(pointed)
        self._fields.update(concept.subject_field)
        self._sources.update(cited(concept))

    def are_in(self, ids: Set[str], sources: Set[str], subject_fields: Set[str]) -> bool:
        """Whether ``dangling`` would find nothing among the entries that were added."""
        known = self._sources <= sources and self._fields <= subject_fields
        return self._sound and known and self._entries <= ids


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


def circles(above: Above, starts: Iterable[str]) -> Iterator[Fault]:
    """Where ``broader`` leads from one of ``starts`` back to itself, each circle once.

    ``above`` gives the ids that are ``broader`` than an entry; none for one that is not there.
    """
    done: set[str] = set()
    for start in starts:
        for circle in _circles_above(above, start, done):
            told = f"“broader” leads in a circle: {' → '.join(circle)}; remove one step"
            yield Fault(circle[0], ("broader",), told)


def _circles_above(above: Above, start: str, done: set[str]) -> Iterator[list[str]]:
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
        elif current not in done:
            done.add(current)
            path[current] = None
            stack.append((current, False))
            stack += [(higher, True) for higher in above(current) if higher != current]


def pointed_at(outlines: Iterable[Outline]) -> set[str]:
    """Every id that one of these entries points at."""
    return {key for each in outlines for key in (*each.broader, *each.related, *each.others)}


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
    for section in concept.languages.values():
        yield from (citation.source for citation in section.definition_source)
        for term in section.terms:
            yield from (citation.source for citation in (*term.source, *term.context_source))


def _uncited(steps: Steps, key: str, sources: Collection[str]) -> str:
    told = f"“{key}” is not among sources{_hint(key, sources)}"
    return f"{place(steps)}: {told}"


def _hint(key: str, known: Collection[str]) -> str:
    meant = near(key, known) if len(known) <= 2000 else None
    return f"; did you mean “{meant}”?" if meant else "; add it or correct the name"
