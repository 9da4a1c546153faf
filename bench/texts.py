"""How long it takes to find the terms in a text of a message's length, in the event loop.

    python -m bench.texts                   # --sizes 0 10000: labels besides the glossary's own

"First" is a text with words that were not looked at before; CPU, the best of several runs.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.speed import glossary
from bot.explanation import mentions
from bot.file.reading import read
from bot.lookup import Lookup

LENGTH = 4096
TEXTS = Path("tests/data/texts")


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def texts(labels: list[str]) -> dict[str, str]:
    """What is read: pieces of two documents, and the glossary's labels one after another."""
    found = {path.stem: path.read_text(encoding="utf-8")[:LENGTH] for path in TEXTS.glob("*.txt")}
    chance = random.Random(1)
    return found | {"nothing but labels": " ".join(chance.choices(labels, k=400))[:LENGTH]}


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 10_000])
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    own = list(read(Path("glossary.yaml")).labels())
    print(
        "| text | characters | labels | terms | first, ms | again, ms |\n|---|---|---|---|---|---|"
    )
    for size in options.sizes:
        labels = [*own, *(glossary(size) if size else ())]
        for name, text in texts([label.text for label in own]).items():
            lookup = Lookup(labels)
            lookup.prepare()
            gc.collect()
            gc.freeze()
            work = partial(mentions, text, lookup)
            first = spent(work)
            again = min(spent(work) for _ in range(options.runs))
            count = len(work())
            print(
                f"| {name} | {len(text):,} | {len(labels):,} | {count} |"
                f" {first:.1f} | {again:.1f} |"
            )


if __name__ == "__main__":
    main()
