"""How fast one lookup is, and how right, beside its peers: every method in turn in one process.

Run ``python -m bench.speed`` (``--sizes 1000 10000 100000 1000000``, ``--peers``). Single
thread; medians of several runs, each with queries of its own. With ``--sweep`` four megabytes
are overwritten before each call, so that nothing of the call before is left in the processor's
caches.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.collections import COLLECTIONS, enlarged, labels
from bench.machine import machine
from bench.misspelling import slipped
from bench.peers import Method, peers
from bot.concept import Label
from bot.lookup import Lookup

_QUESTIONS = (
    "what is {}?",
    "mitä tarkoittaa {}",
    "{} 뜻이 뭐야?",
    "can u explain {} pls",
    "I read in the news yesterday that {} is becoming more important every year",
)


class Query(NamedTuple):
    """A misspelt label, the same label in a question, and its concept."""

    typo: str
    question: str
    concept: str


class Figures(NamedTuple):
    """What one method took in a run, in ms, and how often its first was right, in per cent."""

    middle: float
    late: float
    right: float

    def __str__(self) -> str:
        times = f"p50 {self.middle:9.3f}  p99 {self.late:9.3f} ms"
        return f"{times}  right first {self.right:5.1f} %"


class Calls(NamedTuple):
    """What one method took, call by call in ms, and whether its first was right."""

    times: list[float]
    right: list[bool]

    def figures(self) -> Figures:
        """What they say together."""
        times = sorted(self.times)
        late = times[min(len(times) - 1, int(0.99 * len(times)))]
        return Figures(statistics.median(times), late, 100 * statistics.fmean(self.right))


def medians(runs: Sequence[Figures]) -> Figures:
    """Of each figure the median of several runs."""
    return Figures(*map(statistics.median, zip(*runs, strict=True)))


def glossary(size: int) -> list[Label]:
    """A collection of ``size`` labels: the test collections, and composed terms."""
    found = [label for name in COLLECTIONS for label in labels(name)]
    if size <= len(found):
        return random.Random(1).sample(found, size)
    return enlarged(found, size)


def asked(found: Sequence[Label], count: int, seed: int) -> list[Query]:
    """``count`` misspelt labels of one to two slips, and as many questions and sentences."""
    chance = random.Random(seed)
    chosen = [x for x in chance.choices(found, k=3 * count) if len(x.text) > 5][:count]
    typos = [slipped(label.text, chance.choice((1, 1, 2)), chance) for label in chosen]
    return [
        Query(typo, chance.choice(_QUESTIONS).format(label.text), label.concept)
        for typo, label in zip(typos, chosen, strict=True)
    ]


def strange(count: int) -> list[str]:
    """``count`` queries that nobody means: letters of all sorts at random, repeated, very long."""
    chance = random.Random(5)
    letters = ("abcdefghij ", "aeiou", "가나다라 ㄱㅏ", "äöå- ", "().,:'", "ABC 12+#", "abc가나 ")
    texts = ["".join(chance.choices(chance.choice(letters), k=chance.choice((3, 9, 30, 120, 900))))
             for _ in range(count // 2)]  # fmt: skip
    words = [label.text for name in COLLECTIONS for label in labels(name)]
    return texts + [
        " ".join(chance.choices(words, k=chance.choice((2, 5, 12, 40)))) for _ in texts
    ]


def timed(
    methods: dict[str, Method],
    queries: Sequence[tuple[str, str]],
    clock: Callable[[], float],
    sweep: bytearray,
) -> dict[str, Calls]:
    """Every method on every query (its text and its concept), one method after the other."""
    calls = {name: Calls([], []) for name in methods}
    for text, concept in queries:
        for name, method in methods.items():
            sweep[:] = bytes(len(sweep))
            start = clock()
            first = method(text)
            calls[name].times.append(1000 * (clock() - start))
            calls[name].right.append(first == concept)
    return calls


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _resident() -> float:
    with open("/proc/self/status", encoding="utf-8") as lines:  # noqa: PTH123
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _ready(found: Sequence[Label], clock: Callable[[], float]) -> Method:
    """The lookup with all its tables, and a line on what they took; frozen as in the bot."""
    gc.collect()
    most, resident, start = _memory(), _resident(), clock()
    lookup = Lookup(found)
    lookup.prepare()
    took = clock() - start
    gc.collect()
    print(
        f"{len(found)} labels: ready in {took:.2f} s, {_resident() - resident:.0f} MB more, "
        f"{_memory() - most:.0f} MB at most"
    )
    gc.freeze()

    def method(query: str) -> str | None:
        matches = lookup.ask(query).matches
        return matches[0].concept if matches else None

    return method


def row(size: int, chosen: argparse.Namespace, clock: Callable[[], float]) -> None:
    """Prints the lines of one size."""
    found = glossary(size)
    methods = {"lookup": _ready(found, clock)}
    for query in asked(found, chosen.count, 2)[: chosen.count // 4]:
        methods["lookup"](query.typo + " x")
        methods["lookup"](query.question + " x")
    for name, peer in peers(found, chosen.postgres) if chosen.peers else ():
        if isinstance(peer, str):
            print(f"  {name} is left out: {peer}")
        else:
            methods[name] = peer
    gc.collect()
    gc.freeze()  # the tables of the peers, too: whoever is asked would pay for going through them
    odd = [(text, "") for text in strange(2 * chosen.count)]
    slowest = max(timed({"lookup": methods["lookup"]}, odd, clock, bytearray())["lookup"].times)
    print(f"  the slowest of {len(odd)} strange queries {slowest:.1f} ms")
    runs = [asked(found, chosen.count, 3 + run) for run in range(chosen.runs)]
    for title, texts in (
        ("misspelt", [[(query.typo, query.concept) for query in run] for run in runs]),
        ("question", [[(query.question, query.concept) for query in run] for run in runs]),
    ):
        sweep = bytearray(chosen.sweep << 20)
        each = [timed(methods, run, clock, sweep) for run in texts]
        for name in methods:
            figures = medians([calls[name].figures() for calls in each])
            print(f"  {title:10}{name:20} {figures}", flush=True)


def main() -> None:
    """Prints the machine, then the sizes asked for."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    arguments.add_argument("--count", type=int, default=300, help="queries of each kind")
    arguments.add_argument("--runs", type=int, default=3, help="with other queries each")
    arguments.add_argument("--peers", action="store_true", help="other libraries, too")
    arguments.add_argument("--postgres", metavar="DSN", help="a server for pg_trgm, with --peers")
    arguments.add_argument("--cpu", action="store_true", help="CPU time: on a busy machine")
    arguments.add_argument(
        "--sweep", action="store_const", const=4, default=0, help="empty the caches before a call"
    )
    chosen = arguments.parse_args()
    if chosen.cpu and chosen.postgres:
        arguments.error("the time of PostgreSQL passes in another process: without --cpu")
    clock = time.thread_time if chosen.cpu else time.perf_counter
    print(machine())
    for size in chosen.sizes:
        row(size, chosen, clock)


if __name__ == "__main__":
    main()
