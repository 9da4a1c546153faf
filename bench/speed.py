"""How fast one lookup is, beside its peers, every method turn by turn in one process.

Run ``python -m bench.speed`` (``--sizes 1000 10000 100000 1000000``, ``--peers``). Single
thread; between two calls four megabytes are swept, as a bot does other work between lookups.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

from bench.collections import COLLECTIONS, enlarged, labels
from bench.misspelling import slipped
from bot.concept import Label
from bot.lookup import Lookup

Method = Callable[[str], object]
_QUESTIONS = (
    "what is {}?",
    "mitä tarkoittaa {}",
    "{} 뜻이 뭐야?",
    "can u explain {} pls",
    "I read in the news yesterday that {} is becoming more important every year",
)


def glossary(size: int) -> list[Label]:
    """A collection of ``size`` labels: the test collections, and composed terms."""
    found = [label for name in COLLECTIONS for label in labels(name)]
    if size <= len(found):
        return random.Random(1).sample(found, size)
    return enlarged(found, size)


def asked(found: Sequence[Label], count: int, seed: int) -> tuple[list[str], list[str]]:
    """``count`` misspelt labels of one to two slips, and as many questions and sentences."""
    chance = random.Random(seed)
    chosen = [x for x in chance.choices(found, k=3 * count) if len(x.text) > 5][:count]
    typos = [slipped(label.text, chance.choice((1, 1, 2)), chance) for label in chosen]
    return typos, [chance.choice(_QUESTIONS).format(label.text) for label in chosen]


def peers(found: Sequence[Label]) -> dict[str, Method]:
    """Rapidfuzz by brute force, and symspellpy, over the same processed labels."""
    texts = [utils.default_process(label.text) for label in found]
    clean = utils.default_process
    methods: dict[str, Method] = {
        "rapidfuzz ratio": lambda q: process.extract(clean(q), texts, scorer=fuzz.ratio, limit=5),
        "rapidfuzz WRatio": lambda q: process.extract(
            clean(q), texts, scorer=fuzz.WRatio, limit=5
        ),
    }
    try:
        from symspellpy import SymSpell, Verbosity
    except ImportError:
        return methods
    if len(texts) <= 100_000:
        speller = SymSpell(max_dictionary_edit_distance=2)
        for text in texts:
            speller.create_dictionary_entry(text, 1)
        methods["symspellpy"] = lambda q: speller.lookup(clean(q), Verbosity.CLOSEST, 2)
    return methods


def timed(
    methods: dict[str, Method], queries: Sequence[str], clock: Callable[[], float]
) -> dict[str, list[float]]:
    """Milliseconds of every method on every query, interleaved, with work between."""
    sweep = bytearray(4 << 20)
    times: dict[str, list[float]] = {name: [] for name in methods}
    for query in queries:
        for name, method in methods.items():
            sweep[:] = bytes(len(sweep))
            start = clock()
            method(query)
            times[name].append(1000 * (clock() - start))
    return times


def _point(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(size: int, count: int, clock: Callable[[], float], *, with_peers: bool) -> None:
    """Prints the lines of one size."""
    found = glossary(size)
    gc.collect()
    before, start = _memory(), clock()
    lookup = Lookup(found)
    lookup.prepare()
    ready, memory = clock() - start, _memory() - before
    print(f"{size} labels: ready in {ready:.2f} s, {memory:.0f} MB more at most")
    typos, questions = asked(found, count, 3)
    methods: dict[str, Method] = {"lookup": lookup.ask}
    for query in (*typos[: count // 4], *questions[: count // 4]):
        lookup.ask(query + " x")
    if with_peers:
        methods |= peers(found)
    for title, queries in (("misspelt", typos), ("question", questions)):
        few = queries if size < 100_000 or not with_peers else queries[: max(20, count // 10)]
        for name, values in timed(methods, few, clock).items():
            print(f"  {title:10}{name:18} p50 {statistics.median(values):9.3f}"
                  f"  p99 {_point(values, 0.99):9.3f} ms")  # fmt: skip


def main() -> None:
    """Prints the machine, then the sizes asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    arguments.add_argument("--count", type=int, default=300)
    arguments.add_argument("--peers", action="store_true")
    arguments.add_argument("--cpu", action="store_true", help="CPU time: on a busy machine")
    chosen = arguments.parse_args()
    clock = time.thread_time if chosen.cpu else time.perf_counter
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    for size in chosen.sizes:
        row(size, chosen.count, clock, with_peers=chosen.peers)


if __name__ == "__main__":
    main()
