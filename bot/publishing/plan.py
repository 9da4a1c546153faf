"""What is to be done with approved changes, seeing what the glossary file says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pydantic import ValidationError

from bot.body import fingerprint, parts
from bot.concept import Concept, Source
from bot.file.writing import Change
from bot.glossary import Glossary
from bot.state import Revision


@dataclass(frozen=True, slots=True)
class Approval:
    """The approved changes of one entry that are not noted as written, oldest first.

    Attributes:
        revisions: The changes; the last one has the entry as it should be.
        concept: That entry.
        sources: The sources that the changes brought along.
        found: The entry as the file has it; None for no entry.
    """

    revisions: tuple[Revision, ...]
    concept: Concept
    sources: Mapping[str, Source]
    found: Concept | None

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
        seen, known = fingerprint(self.found), False
        for revision in self.revisions:
            known = known or revision.base == seen
            known = known or fingerprint(parts(revision.body).concept) == seen
        return known


def cited(approvals: Iterable[Approval]) -> dict[str, Source]:
    """The sources that come with these changes; of two by one name, the one approved first."""
    found: dict[str, Source] = {}
    for approval in approvals:
        found = {**approval.sources, **found}
    return found


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
    readable, unfit = _readable(approved)
    found = tuple(_approvals(glossary, readable))
    return Plan(
        written=tuple(a for a in found if a.written),
        due=tuple(a for a in found if not a.written and a.fits),
        conflicts=tuple(a for a in found if not a.written and not a.fits),
        unfit=unfit,
    )


def _readable(approved: Iterable[Revision]) -> tuple[list[Revision], tuple[Revision, ...]]:
    fit, unfit = [], []
    for revision in approved:
        try:
            parts(revision.body)
        except ValidationError:
            unfit.append(revision)
        else:
            fit.append(revision)
    return fit, tuple(unfit)


def _approvals(glossary: Glossary, approved: Iterable[Revision]) -> Iterator[Approval]:
    """One for each entry, in the order of the last approvals."""
    by_concept = sorted(approved, key=lambda r: (r.concept, r.sequence or 0))
    found = []
    for concept, revisions in groupby(by_concept, key=lambda r: r.concept):
        chain = tuple(revisions)
        said = [parts(revision.body) for revision in chain]
        cited = {key: source for each in said for key, source in each.sources.items()}
        new = {key: source for key, source in cited.items() if key not in glossary.sources}
        found.append(Approval(chain, said[-1].concept, new, glossary.concepts.get(concept)))
    yield from sorted(found, key=lambda approval: approval.last.sequence or 0)
