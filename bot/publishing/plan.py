"""What is to be done with approved changes, seeing what the glossary file says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from pydantic import ValidationError

from bot.body import Parts, fingerprint, parts
from bot.citing import apart
from bot.concept import Concept, Source
from bot.file.writing import Change
from bot.glossary import Glossary
from bot.state import Revision


@dataclass(frozen=True, slots=True)
class Approval:
    """The approved changes of one entry that are not noted as written, oldest first.

    Attributes:
        revisions: The changes.
        said: The entry as each of them asks for it; as the last one does, it should be.
        sources: The sources that the changes brought along.
        found: The entry as the file has it; None for no entry.
    """

    revisions: tuple[Revision, ...]
    said: tuple[Concept, ...]
    sources: Mapping[str, Source]
    found: Concept | None

    @property
    def concept(self) -> Concept:
        """The entry as it should be."""
        return self.said[-1]

    @property
    def asked(self) -> Iterator[tuple[Revision, Parts]]:
        """What each of the changes asks for, to be served."""
        for revision, entry in zip(self.revisions, self.said, strict=True):
            yield revision, Parts(entry, self.sources)

    @property
    def last(self) -> Revision:
        """The change that was approved last."""
        return self.revisions[-1]

    @property
    def change(self) -> Change:
        """What is to be written."""
        return Change(self.concept.id, self.found, self.concept)

    @property
    def mark(self) -> str:
        """A short name of what the file says, for a button to say what was seen."""
        return (fingerprint(self.found) or "none")[:6]

    @property
    def written(self) -> bool:
        """Whether the file says it already."""
        return self.found == self.concept

    @property
    def fits(self) -> bool:
        """Whether the file says what the changes were made from, or one of them."""
        seen = fingerprint(self.found)
        known = {revision.base for revision in self.revisions}
        return seen in known or seen in map(fingerprint, self.said)


def cited(approvals: Iterable[Approval]) -> dict[str, Source]:
    """The sources that come with these changes."""
    return {key: source for one in approvals for key, source in one.sources.items()}


class _Read(NamedTuple):
    revision: Revision
    said: Parts


@dataclass(frozen=True, slots=True)
class Plan:
    """Approved changes, sorted by what is to be done with them.

    Attributes:
        written: In the file already; to be noted.
        due: To be served, and written into the file.
        conflicts: A person has changed the entry in the file: a curator chooses.
        unfit: Changes that this program cannot read as an entry.
    """

    written: tuple[Approval, ...] = ()
    due: tuple[Approval, ...] = ()
    conflicts: tuple[Approval, ...] = ()
    unfit: tuple[Revision, ...] = ()


def plan(glossary: Glossary, approved: Sequence[Revision]) -> Plan:
    """Sort what is approved and not noted as written, given the glossary in the file."""
    readable, unfit = _readable(approved, glossary)
    found = tuple(_approvals(glossary, readable))
    return Plan(
        written=tuple(a for a in found if a.written),
        due=tuple(a for a in found if not a.written and a.fits),
        conflicts=tuple(a for a in found if not a.written and not a.fits),
        unfit=unfit,
    )


def _readable(
    approved: Iterable[Revision], glossary: Glossary
) -> tuple[list[_Read], tuple[Revision, ...]]:
    """What is approved, in the order of approval: the first to bring a source has its key."""
    fit, unfit = list[_Read](), list[Revision]()
    known = dict(glossary.sources)
    for revision in sorted(approved, key=lambda r: r.sequence or 0):
        try:
            said = apart(parts(revision.body), known)
        except ValidationError:
            unfit.append(revision)
        else:
            known |= said.sources
            fit.append(_Read(revision, said))
    return fit, tuple(unfit)


def _approvals(glossary: Glossary, approved: Iterable[_Read]) -> Iterator[Approval]:
    """One for each entry, in the order of the last approvals."""
    by_concept = sorted(approved, key=lambda read: read.revision.concept)
    found = []
    for concept, chain in groupby(by_concept, key=lambda read: read.revision.concept):
        revisions, said = zip(*chain, strict=True)
        cited = {key: source for each in said for key, source in each.sources.items()}
        new = {key: source for key, source in cited.items() if key not in glossary.sources}
        entries = tuple(each.concept for each in said)
        found.append(Approval(revisions, entries, new, glossary.concepts.get(concept)))
    yield from sorted(found, key=lambda approval: approval.last.sequence or 0)
