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
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.misspelling import slipped
from bench.running import Bot, Run
from bot.concept import LANGUAGES
from bot.edition import Edition
from bot.file.reading import read
from bot.reply import to_answer

STEPS = 10
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


def line(done: int, memory: float | None, start: float) -> None:
    """One row of the table."""
    print(f"| {done:,} | {memory or 0:.1f} | {time.process_time() - start:.0f} |", flush=True)


def inside(count: int) -> None:
    """Ask lookup and cards in this process."""
    edition = Edition.of(read(GLOSSARY)).prepare()
    print("| questions | MiB | s of CPU |\n|---|---|---|")
    start = time.process_time()
    line(0, resident(), start)
    for number, question in enumerate(questions(edition), 1):
        language = LANGUAGES[number % len(LANGUAGES)]
        to_answer(edition.lookup.ask(question, language), edition, language)
        if number % max(count // STEPS, 1) == 0:
            line(number, resident(), start)
        if number >= count:
            return


class Asking(Run):
    """The whole bot, asked by many people."""

    async def phases(self) -> str:
        """Ask in steps."""
        print("| updates | MiB of the bot | s of CPU here |\n|---|---|---|")
        asked, start, done = questions(Edition.of(read(GLOSSARY))), time.process_time(), 0
        line(0, self.memory(), start)
        step = self.options.updates // STEPS
        for _ in range(STEPS):
            self.api.sent.clear()
            self.api.left.clear()
            for number in range(done, done + step):
                self.api.offer(1 + number % 5000, next(asked))
            if await self.answered(step, self.options.deadline) < step:
                return "not everything was answered in time"
            done += step
            line(done, self.memory(), start)
        return ""


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=int, default=1_000_000)
    parser.add_argument("--updates", type=int, help="ask the whole bot so often instead")
    parser.add_argument("--deadline", type=float, default=300, help="seconds for a tenth of them")
    options = parser.parse_args()
    if options.updates is None:
        inside(options.questions)
        return
    failed = asyncio.run(Asking(Bot("glossary-bot", "bot"), "polling", 0, options).measure())
    sys.exit(str(failed) if failed else 0)


if __name__ == "__main__":
    main()
