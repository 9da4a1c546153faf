"""How long it takes to find the terms in a text of a message's length, in the event loop.

    python -m bench.texts                   # --sizes 0 10000: labels besides the glossary's own
    python -m bench.texts --length 1000000  # the same texts over and over, up to that length

"First" is right after the start, when no word of any text was looked at before; "again" is the
same text once more, and "terms" without grouping by entry what was found. CPU, the best of
several runs.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.machine import machine
from bench.speed import glossary
from bot.concept import LANGUAGES, Label, Language
from bot.explanation import mentions
from bot.file.reading import read
from bot.lookup import Lookup, english

LENGTH = 4096
TEXTS = Path("tests/data/texts")
PROSE = Path("bot/texts")
EVERY = 20  # words of prose for one term
ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("", "", "s", "'s"),
    "fi": ("", "n", "a", "ssa", "sta", "lla"),
    "ko": ("", "은", "의", "을", "에서", "으로"),
}
_ASIDE = re.compile(r"<[^>]*>|\{[^}]*\}|/\w+|\\\n")
_REMEMBERING = type(english.base)  # functions that keep what they worked out


def sentences(table: dict[str, Any]) -> Iterator[str]:
    """What is said in a table of texts."""
    for value in table.values():
        if isinstance(value, dict):
            yield from sentences(value)
        else:
            yield from re.split(r"(?<=[.?!])\s+", _ASIDE.sub(" ", str(value)))


def prose(language: Language, labels: list[Label]) -> str:
    """The bot's own sentences, and with every so many words a form of a label."""
    chance = random.Random(2)
    terms = [label.text for label in labels if label.language == language and len(label.text) < 60]
    path = PROSE / f"{language}.toml"
    said = list(sentences(tomllib.loads(path.read_text(encoding="utf-8"))))
    chance.shuffle(said)
    words = " ".join(said).split()
    for at in range(0, len(words), EVERY):
        words[at] += f" {chance.choice(terms)}{chance.choice(ENDINGS[language])}"
    return " ".join(words)


def texts(labels: list[Label], own: int, length: int = LENGTH) -> dict[str, str]:
    """What is read: two documents, prose with terms, and the ``own`` labels one after another."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))}
    found |= {f"prose with 5 % terms, {code}": prose(code, labels) for code in LANGUAGES}
    chosen = random.Random(1).choices(labels[:own], k=400)
    found["nothing but labels"] = " ".join(label.text for label in chosen)
    return {
        name: "\n".join([text] * (1 + length // len(text) * (length > LENGTH)))[:length]
        for name, text in found.items()
    }


def forgetful() -> list[Any]:
    """The functions of the bot that keep what they worked out."""
    kept = [one for one in gc.get_objects() if isinstance(one, _REMEMBERING)]
    return [one for one in kept if one.__module__.startswith("bot.")]


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def started(labels: list[Label], memories: list[Any]) -> Lookup:
    """A lookup as it is when the bot has just started."""
    for memory in memories:
        memory.cache_clear()
    lookup = Lookup(labels)
    lookup.prepare()
    gc.collect()
    gc.freeze()
    return lookup


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 10_000])
    parser.add_argument("--length", type=int, default=LENGTH, help="characters")
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    own, memories = list(read(Path("glossary.yaml")).labels()), forgetful()
    print(machine())
    print("| text | characters | labels | entries | first, ms | again, ms | terms, ms |")
    print("|---|---|---|---|---|---|---|")
    for size in options.sizes:
        labels = [*own, *(glossary(size) if size else ())]
        for name, text in texts(labels, len(own), options.length).items():
            first: list[float] = []
            for _ in range(max(1, options.runs // 6)):
                lookup = started(labels, memories)
                work = partial(mentions, text, lookup)
                first.append(spent(work))
            again = min(spent(work) for _ in range(options.runs))
            terms = min(spent(partial(lookup.occurrences, text)) for _ in range(options.runs))
            print(
                f"| {name} | {len(text):,} | {len(labels):,} | {len(work())} |"
                f" {min(first):.1f} | {again:.1f} | {terms:.1f} |"
            )


if __name__ == "__main__":
    main()
