"""Whether memory grows with what is asked: resident memory at steps of one long run.

    python -m bench.growth                       # a million questions to lookup and cards
    python -m bench.growth --updates 100000      # the whole bot over loopback HTTP

Questions are terms, word forms, misspellings, sentences and nonsense; no two of the misspelt and
nonsense ones need be the same, so that anything kept by query would show.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.misspelling import slipped
from bench.running import Bot, Run
from bot.concept import LANGUAGES
from bot.edition import Edition
from bot.file.reading import read
from bot.reply import to_answer

STEPS = 20
GLOSSARY = Path("glossary.yaml")
FRAMES = ("{}", "what is {}?", "mikä on {}", "{}이 뭐야?", "{}s", "the {}")


def questions(edition: Edition) -> Iterator[str]:
    """Questions without end."""
    chance = random.Random(7)
    labels = [label.text for label in edition.glossary.labels() if len(label.text) < 60]
    while True:
        words = chance.choice(labels)
        kind = chance.random()
        if kind < 0.1:
            words = slipped(words, 1, chance)
        elif kind < 0.15:
            words = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz ", k=9)).strip() or "x"
        yield chance.choice(FRAMES).format(words) if kind > 0.5 else words


def resident() -> float:
    """MiB of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


class Table:
    """Rows of what was done, memory and CPU; and at last how much it still grows."""

    def __init__(self, what: str, whose: str) -> None:
        print(f"| {what} | MiB{whose} | s of CPU |\n|---|---|---|")
        self._what = what
        self._start = time.process_time()
        self._rows: list[tuple[int, float]] = []

    def row(self, done: int, memory: float | None) -> None:
        """One row; ``memory`` in MiB."""
        self._rows.append((done, memory or 0))
        used = time.process_time() - self._start
        print(f"| {done:,} | {memory or 0:.1f} | {used:.0f} |", flush=True)

    def slope(self) -> None:
        """What the second half says: MiB more per 100,000, by least squares."""
        half = [row for row in self._rows if 2 * row[0] >= self._rows[-1][0]]
        grown = statistics.linear_regression(*zip(*half, strict=True)).slope * 100_000
        print(f"\nThe second half: {grown:+.2f} MiB per 100,000 {self._what}")


def inside(count: int) -> None:
    """Ask lookup and cards in this process."""
    edition = Edition.of(read(GLOSSARY)).prepare()
    table = Table("questions", "")
    table.row(0, resident())
    for number, question in enumerate(islice(questions(edition), count), 1):
        language = LANGUAGES[number % len(LANGUAGES)]
        to_answer(edition.lookup.ask(question, language), edition, language)
        if number % max(count // STEPS, 1) == 0:
            table.row(number, resident())
    table.slope()


class Asking(Run):
    """The whole bot, asked by many people."""

    async def phases(self) -> str:
        """Ask in steps."""
        table = Table("updates", " of the bot")
        asked, done = questions(Edition.of(read(GLOSSARY))), 0
        table.row(0, self.memory())
        step = self.options.updates // STEPS
        for _ in range(STEPS):
            self.api.sent.clear()
            self.api.left.clear()
            for number in range(done, done + step):
                self.api.offer(1 + number % 5000, next(asked))
            if await self.answered(step, self.options.deadline) < step:
                return "not everything was answered in time"
            done += step
            table.row(done, self.memory())
        table.slope()
        return ""


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=int, default=1_000_000)
    parser.add_argument("--updates", type=int, help="ask the whole bot so often instead")
    parser.add_argument(
        "--deadline", type=float, default=300, help="seconds for a twentieth of them"
    )
    options = parser.parse_args()
    if options.updates is None:
        inside(options.questions)
        return
    failed = asyncio.run(Asking(Bot("glossary-bot", "bot"), "polling", 0, options).measure())
    sys.exit(str(failed) if failed else 0)


if __name__ == "__main__":
    main()
