"""Words → concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.concept import Label, Language
from bot.folding import fold
from bot.lookup.asked import read
from bot.lookup.confidence import ANSWERED, OFFERED
from bot.lookup.explanation import Evidence, Explanation, Tried, verdict
from bot.lookup.hangul import strokes
from bot.lookup.index import Index
from bot.lookup.occurrences import Part, longest, occurrences
from bot.lookup.postings import posted
from bot.lookup.result import Answer, Match, Occurrence
from bot.lookup.stages import STAGES

MOST = 5  # matches in an answer
_CHANGED = 500  # labels replaced, from which on all tables are better made anew


class Lookup:
    """A glossary's labels, ready to be asked. Never changed; see ``replaced``."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._parts: tuple[Part, ...] = (Part(Index(labels)),)

    def prepare(self) -> None:
        """Makes the tables that are otherwise made when they are first needed."""
        for part in self._parts:
            part.index.prepare()

    def ask(self, query: str, language: Language | None = None) -> Answer:
        """What ``query`` means; labels of ``language``, the reader's, first among equals."""
        evidence = [one for tried in self._tried(query) for one in tried.evidence]
        matches = _matches(evidence, language)
        return Answer(query, verdict(matches)[0], tuple(matches[:MOST]))

    def explain(self, query: str, language: Language | None = None) -> Explanation:
        """The stages tried for ``query``, their evidence, and why it was answered or not."""
        stages = tuple(self._tried(query))
        matches = _matches([one for tried in stages for one in tried.evidence], language)
        asked = read(query, self._parts[0].index)
        said, reason = verdict(matches)
        return Explanation(
            query=query,
            folded=" ".join(asked.words),
            asked_for=" ".join(asked.asked_for),
            stages=stages,
            matches=tuple(matches[:MOST]),
            verdict=said,
            reason=reason,
        )

    def _tried(self, query: str) -> Iterator[Tried]:
        """The stages in order, up to the first that is sure of something."""
        asked = [(read(query, part.index), part) for part in self._parts]
        if not asked[0][0].words:
            return
        for stage in STAGES:
            evidence = [
                Evidence(label, hit.kind, hit.score, hit.why)
                for each, part in asked
                for hit in stage(each, part.index)
                if (label := part.index.labels[hit.position]).concept not in part.gone
            ]
            if not evidence:
                yield Tried(stage.__name__, ())
                continue
            evidence.sort(key=_surest_first)
            yield Tried(stage.__name__, tuple(evidence))
            if evidence[0].score >= ANSWERED:
                return

    def complete(
        self, prefix: str, language: Language | None = None, limit: int = 50
    ) -> list[Match]:
        """The concepts whose labels begin with ``prefix``, and those that ``ask`` finds.

        Labels of ``language`` first, then the shorter, which are nearer to what was typed.
        """
        key = strokes(fold(prefix))  # a syllable half typed begins with the same strokes
        found: dict[str, Match] = {}
        for label, size in self._starting(key, language, 4 * limit) if key else ():
            match = Match(label.concept, label, "prefix", min(1.0, len(key) / size))
            old = found.setdefault(label.concept, match)
            if old.label.language == label.language and old.score < match.score:
                found[label.concept] = match
        for match in self.ask(prefix, language).matches:
            if match.score > found.get(match.concept, match).score or match.concept not in found:
                found[match.concept] = match
        return sorted(found.values(), key=lambda match: -match.score)[:limit]

    def _starting(
        self, key: str, language: Language | None, limit: int
    ) -> Iterator[tuple[Label, int]]:
        """Labels that begin with ``key``, and how long they are, the reader's language first."""
        found = [
            (part.index.labels[position], len(strokes(folded)))
            for part in self._parts
            for folded in part.index.starting(key, limit)
            for position in posted(part.index.folded, folded)
            if part.index.labels[position].concept not in part.gone
        ]
        yield from sorted(found, key=lambda item: (item[0].language != language, item[1]))

    def asked_for(self, query: str) -> str:
        """The words of ``query`` without those of a question around them, folded as one key."""
        return "".join(read(query, self._parts[0].index).asked_for)

    def occurrences(self, text: str) -> list[Occurrence]:
        """Every term in ``text``, in order; of terms that overlap the longest."""
        return longest(self.overlapping(text))

    def overlapping(self, text: str) -> list[Occurrence]:
        """Every term in ``text``, in order, the longer first; also terms within terms."""
        return occurrences(text, self._parts)

    def replaced(self, changes: Mapping[str, Sequence[Label]]) -> Lookup:
        """A lookup in which the concepts of ``changes`` have these labels, or none.

        Keeps the tables of the rest, and makes others for all labels that have changed since
        those: a moment's work for some hundred of them, so ``gathered`` at times. Those are all
        made now, since the first to ask would be in the event loop.
        """
        first, *others = self._parts
        old = [label for part in others for label in part.index.given]
        added = [label for label in old if label.concept not in changes]
        added += [label for labels in changes.values() for label in labels]
        gone = first.gone | frozenset(changes)
        index = Index(added)
        index.prepare()
        lookup = Lookup(())
        lookup._parts = (Part(first.index, gone), Part(index))
        return lookup

    def tables(self) -> list[object]:
        """What takes room in it; none of it is changed by whoever holds it."""
        return [table for part in self._parts for table in vars(part.index).values()]

    def gathered(self) -> Lookup:
        """The same lookup with tables for all labels alike, once many have been replaced.

        Takes as long as a new lookup does; this very one, where few have been replaced.
        """
        first, *others = self._parts
        fresh = [label for part in others for label in part.index.given]
        if len(fresh) <= _CHANGED:
            return self
        kept = [label for label in first.index.given if label.concept not in first.gone]
        return Lookup([*kept, *fresh])


def _surest_first(one: Evidence) -> float:
    return -one.score


def _matches(evidence: Sequence[Evidence], language: Language | None) -> list[Match]:
    """One match per concept, best first; a label in the reader's language before others.

    A label of several concepts is the reader's language's if only one of them has it there.
    """
    best: dict[str, tuple[tuple[float, bool], Match]] = {}
    for one in evidence:
        label, kind = one.label, one.kind
        rank = (round(one.score, 3), label.language == language)
        if label.concept not in best or best[label.concept][0] < rank:
            if kind in ("exact", "folded") and language and not rank[1]:
                kind = "translation"
            best[label.concept] = rank, Match(label.concept, label, kind, one.score)
    ordered = sorted(best.values(), key=lambda item: item[0], reverse=True)
    if len(ordered) > 1 and ordered[0][0][0] == ordered[1][0][0] and ordered[0][0][1]:
        ordered = [item for item in ordered if item[0] != (ordered[0][0][0], False)]
    return [match for _, match in ordered if match.score >= OFFERED]
