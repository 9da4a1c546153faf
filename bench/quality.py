"""How right the lookup is, class by class, beside rapidfuzz's WRatio and ratio.

Run ``python -m bench.quality`` (``--held`` for the third of the queries that is kept aside while
tuning, ``--elsewhere`` for other glossaries, ``--labels N`` for a glossary of so many,
``--misses CLASS`` to see what went wrong, ``--reliability`` for the share of the answers that is
right at each confidence).

Net figure of a class: share answered rightly, minus answered wrongly, plus half for the right
entry among up to five choices; of queries for nothing, one minus twice the share answered.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from bench.collections import COLLECTIONS, DATA, enlarged, labels
from bench.derive import Query
from bot.concept import Label
from bot.lookup import Lookup

CLASSES = {
    "surface": 99, "abbreviation": 95, "typo": 96, "form": 98, "finnish": 98, "korean": 95,
    "layout": 90, "question": 97, "noisy": 92, "sentence": 92, "absent": 97,
}  # fmt: skip
"""Class → the goal for it."""


class Outcome(NamedTuple):
    """What a matcher said: its best concepts, whether it was sure, and how sure."""

    concepts: tuple[str, ...]
    answered: bool
    score: float = 0.0


Matcher = Callable[[str], Outcome]


@dataclass
class Tally:
    """Outcomes of one class."""

    net: float = 0.0
    asked: int = 0
    wrong: int = 0
    missed: list[tuple[Query, Outcome]] = field(default_factory=list)
    answers: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, query: Query, outcome: Outcome) -> None:
        """Counts one outcome."""
        gain = worth(query, outcome)
        self.asked += 1
        self.net += gain
        right = outcome.concepts[:1] == (query.concept,)
        self.wrong += outcome.answered and not right
        if outcome.answered:
            self.answers.append((outcome.score, right))
        if gain < 1:
            self.missed.append((query, outcome))

    @property
    def figure(self) -> float:
        """The net figure, in per cent."""
        return 100 * self.net / max(self.asked, 1)


def worth(query: Query, outcome: Outcome) -> float:
    """What one outcome adds to the net figure of its class."""
    if query.concept == "-":
        return -1.0 if outcome.answered else 1.0
    if outcome.answered:
        return 1.0 if outcome.concepts[0] == query.concept else -1.0
    return 0.5 if query.concept in outcome.concepts[:5] else 0.0


def queries(*, held: bool) -> list[Query]:
    """The test queries: two thirds to tune with, or the third held aside; hashed, so stable."""
    every = _read("queries.tsv")
    return [q for q in every if (zlib.crc32(q.text.encode()) % 3 == 0) == held]


def elsewhere() -> list[Query]:
    """Test queries for other glossaries than the project's collections, all written by hand."""
    return _read("elsewhere/queries.tsv")


def _read(name: str) -> list[Query]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [Query(*line.split("\t")) for line in lines if not line.startswith("#")]


def ours(found: list[Label]) -> Matcher:
    """The lookup of the bot."""
    lookup = Lookup(found)

    def match(text: str) -> Outcome:
        answer = lookup.ask(text)
        concepts = tuple(m.concept for m in answer.matches)
        score = answer.matches[0].score if answer.matches else 0.0
        return Outcome(concepts, answer.verdict == "answer", score)

    return match


def rapidfuzz(scorer: Callable[..., float]) -> Callable[[list[Label]], Matcher]:
    """What most bots do: the best label by one scorer, answered from 80 on."""

    def matcher(found: list[Label]) -> Matcher:
        texts = [utils.default_process(label.text) for label in found]

        def match(text: str) -> Outcome:
            best = process.extractOne(utils.default_process(text), texts, scorer=scorer)
            score = best[1] if best else 0.0
            concepts = (found[best[2]].concept,) if best else ()
            return Outcome(concepts, score >= 80, score / 100)

        return match

    return matcher


def measured(
    make: Callable[[list[Label]], Matcher], asked: Iterable[Query], *, size: int | None
) -> dict[str, Tally]:
    """The tally of every class for one matcher.

    Each collection is asked by itself, or all together among composed terms, ``size`` in all.
    """
    if size is None:
        matcher = lru_cache(maxsize=None)(lambda name: make(labels(name)))
    else:
        every = [label for name in COLLECTIONS for label in labels(name)]
        among = make(enlarged(every, size))
        matcher = lru_cache(maxsize=None)(lambda _: among)
    tallies = {kind: Tally() for kind in CLASSES}
    for query in asked:
        tallies[query.kind].add(query, matcher(query.collection)(query.text))
    return tallies


def overall(tallies: dict[str, Tally]) -> float:
    """The mean of the figures of the classes that were asked."""
    asked = [tally.figure for tally in tallies.values() if tally.asked]
    return sum(asked) / len(asked)


def wrong(tallies: dict[str, Tally], *, absent: bool) -> float:
    """Per cent answered wrongly among the absent queries, or among all others."""
    chosen = [tally for kind, tally in tallies.items() if (kind == "absent") == absent]
    return 100 * sum(t.wrong for t in chosen) / max(sum(t.asked for t in chosen), 1)


def table(columns: dict[str, dict[str, Tally]]) -> str:
    """The net figures, a line per class and a column per matcher."""
    lines = [f"{'class':14}{'n':>6}{'goal':>6}" + "".join(f"{name:>12}" for name in columns)]
    first = next(iter(columns.values()))
    for kind, goal in CLASSES.items():
        if not first[kind].asked:
            continue
        cells = "".join(f"{tallies[kind].figure:12.1f}" for tallies in columns.values())
        lines.append(f"{kind:14}{first[kind].asked:6}{goal:6}{cells}")
    for title, of in (
        ("overall", overall),
        ("wrong, in %", lambda t: wrong(t, absent=False)),
        ("absent, in %", lambda t: wrong(t, absent=True)),
    ):
        lines.append(
            f"{title:26}" + "".join(f"{of(tallies):12.2f}" for tallies in columns.values())
        )
    return "\n".join(lines)


def reliability(tallies: dict[str, Tally]) -> str:
    """For each confidence: the answers given at it or above, and how many of them are right."""
    answers = [answer for tally in tallies.values() for answer in tally.answers]
    lines = [f"{'score ≥':>8}{'answers':>9}{'right, in %':>13}"]
    for least in (0.98, 0.96, 0.94, 0.92, 0.9, 0.85, 0.8):
        right = [good for score, good in answers if score >= least]
        lines.append(f"{least:8.2f}{len(right):9}{100 * sum(right) / max(len(right), 1):13.2f}")
    return "\n".join(lines)


def main() -> None:
    """Prints the table, or the misses of one class."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--held", action="store_true", help="the third held aside")
    arguments.add_argument("--elsewhere", action="store_true", help="other glossaries")
    arguments.add_argument("--labels", type=int, metavar="N", help="among so many labels in all")
    arguments.add_argument("--alone", action="store_true", help="without the peers")
    arguments.add_argument("--misses", metavar="CLASS", help="list what went wrong in a class")
    arguments.add_argument("--reliability", action="store_true", help="confidence against right")
    chosen = arguments.parse_args()
    if chosen.elsewhere and chosen.labels:
        arguments.error("the other glossaries are asked by themselves: without --labels")
    asked = elsewhere() if chosen.elsewhere else queries(held=chosen.held)
    columns = {"lookup": measured(ours, asked, size=chosen.labels)}
    if chosen.misses:
        for query, outcome in columns["lookup"][chosen.misses].missed:
            said = "ANSWER" if outcome.answered else "offer"
            print(
                f"{query.text!r} -> {query.concept}: {said} {outcome.score:.2f} {outcome.concepts}"
            )
        return
    if chosen.reliability:
        print(reliability(columns["lookup"]))
        return
    if not chosen.alone:
        columns["WRatio@80"] = measured(rapidfuzz(fuzz.WRatio), asked, size=chosen.labels)
        columns["ratio@80"] = measured(rapidfuzz(fuzz.ratio), asked, size=chosen.labels)
    print(table(columns))


if __name__ == "__main__":
    main()
