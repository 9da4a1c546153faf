"""Words → concepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.concept import Label, Language
from bot.folding import fold
from bot.lookup.asked import Hit, read
from bot.lookup.confidence import ANSWERED, OFFERED
from bot.lookup.hangul import strokes
from bot.lookup.index import Index, posted
from bot.lookup.occurrences import occurrences
from bot.lookup.result import Answer, Match, Occurrence, Verdict
from bot.lookup.stages import STAGES

MOST = 5  # matches in an answer


class Lookup:
    """A glossary's labels, ready to be asked. Never changed; see ``replaced``."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._index = Index(labels)

    def prepare(self) -> None:
        """Makes the tables that are otherwise made when they are first needed."""
        self._index.prepare()

    def ask(self, query: str, language: Language | None = None) -> Answer:
        """What ``query`` means; labels of ``language``, the reader's, first among equals."""
        asked = read(query, self._index)
        hits: list[Hit] = []
        for stage in STAGES:
            if not asked.words:
                break
            hits += stage(asked, self._index)
            if any(hit.score >= ANSWERED for hit in hits):
                break
        matches = self._matches(hits, language)
        return Answer(query, verdict(matches), tuple(matches[:MOST]))

    def _matches(self, hits: Sequence[Hit], language: Language | None) -> list[Match]:
        """One match per concept, best first; a label in the reader's language before others."""
        best: dict[str, tuple[tuple[float, bool], Match]] = {}
        for hit in hits:
            label = self._index.labels[hit.position]
            rank = (round(hit.score, 3), label.language == language)
            if label.concept not in best or best[label.concept][0] < rank:
                kind = hit.kind
                if kind in ("exact", "folded") and language and label.language != language:
                    kind = "translation"
                best[label.concept] = rank, Match(label.concept, label, kind, hit.score)
        ordered = sorted(best.values(), key=lambda item: item[0], reverse=True)
        if language and len(ordered) > 1 and ordered[0][0][1] > ordered[1][0][1]:
            ordered = ordered[:1] if ordered[0][0][0] == ordered[1][0][0] else ordered
        return [match for _, match in ordered if match.score >= OFFERED]

    def complete(
        self, prefix: str, language: Language | None = None, limit: int = 50
    ) -> list[Match]:
        """The concepts whose labels begin with ``prefix``, then those that ``ask`` finds."""
        key = strokes(fold(prefix))  # a syllable half typed begins with the same strokes
        found: dict[str, Match] = {}
        if key:
            positions = [
                position
                for folded in self._index.starting(key, 4 * limit)
                for position in posted(self._index.folded, folded)
            ]
            labels = self._index.labels
            for position in sorted(positions, key=lambda p: labels[p].language != language):
                label = labels[position]
                score = len(key) / max(len(strokes(fold(label.text))), len(key))
                found.setdefault(label.concept, Match(label.concept, label, "prefix", score))
        for match in self.ask(prefix, language).matches:
            if match.score > 0.9 or match.concept not in found:
                found = {match.concept: match} | found
        return sorted(found.values(), key=lambda match: -match.score)[:limit]

    def asked_for(self, query: str) -> str:
        """The words of ``query`` without those of a question around them, folded as one key."""
        return "".join(read(query, self._index).asked_for)

    def explain(self, query: str, language: Language | None = None) -> str:
        """Stages tried for ``query``, the evidence of each for its best three, the verdict."""
        asked = read(query, self._index)
        lines = [f"folded: {' '.join(asked.words)}", f"asked for: {' '.join(asked.asked_for)}"]
        for stage in STAGES if asked.words else ():
            hits = stage(asked, self._index)
            lines += [f"{stage.__name__}: {len(hits) or 'no'} hits"]
            for hit in hits[:3]:
                label = self._index.labels[hit.position]
                lines.append(f"  {hit.score:.2f} {label.concept} “{label.text}”: {hit.why}")
            if any(hit.score >= ANSWERED for hit in hits):
                break
        return "\n".join([*lines, f"verdict: {self.ask(query, language).verdict}"])

    def occurrences(self, text: str) -> list[Occurrence]:
        """Every term in ``text``, in order; of terms that overlap the longest."""
        return occurrences(text, self._index)

    def replaced(self, changes: Mapping[str, Sequence[Label]]) -> Lookup:
        """A lookup in which the concepts of ``changes`` have these labels, or none."""
        kept = [label for label in self._index.labels if label.concept not in changes]
        return Lookup([*kept, *(label for labels in changes.values() for label in labels)])


def verdict(matches: Sequence[Match]) -> Verdict:
    """Sure of one concept: answer; several possible: choices; else unknown."""
    if not matches:
        return "unknown"
    first = matches[0].score
    second = matches[1].score if len(matches) > 1 else 0.0
    if first >= ANSWERED and second < first - 0.01:
        return "answer"
    return "choices"
