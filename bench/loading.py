"""How fast a glossary file is read, read again and written, and what that takes in memory.

Run ``python -m bench.loading`` (``--sizes 100 10000 100000``, ``--runs 5``, ``--methods read``).
Every figure is the median of several runs, each in a process of its own that does nothing else:
milliseconds of processor time, so that what else the machine does counts little, and what waits
for the disk does not count; memory is the peak of that process, Python and libraries included.
An entry has three languages, three definitions, 29 lines and 1.26 KiB.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.machine import machine

HEAD = """\
# yaml-language-server: $schema=glossary.schema.json
schema_version: 1
sources:
  foc: {title: About, url: "https://example.org/x"}
subject_fields:
  net: {en: net, fi: verkko, ko: 망}

entries:
"""
ENTRY = """\
  - id: term-{number}
    subject_field: [net]
    status: draft
    languages:
      en:
        definition: {en}
        definition_source: [foc]
        terms:
          - term: english term {number}
            source: [foc]
          - term: T{number}
            type: acronym
            source: [foc]
      fi:
        definition: {fi}
        definition_source: [foc]
        terms:
          - suomenkielinen termi {number}
          - term: T{number}
            type: acronym
      ko:
        definition: {ko}
        definition_source: [foc]
        terms:
          - term: 한국어 용어 {number}
            verified: no
    created: 2026-11-22
    created_by: example-curator

"""
WORDS = {
    "en": "state right freedom online coalition human system rule model data public law work",
    "fi": "valtio oikeus vapaus verkko liittouma ihminen järjestelmä sääntö malli tieto laki työ",
    "ko": "국가 권리 자유 온라인 연대 인간 시스템 규칙 모형 데이터 공공 법률 작업 정책 기준",
}
LENGTHS = {"en": 35, "fi": 24, "ko": 24}


def glossary(size: int) -> str:
    """A file of so many entries."""
    chance = random.Random(1)

    def text(language: str) -> str:
        return " ".join(chance.choices(WORDS[language].split(), k=LENGTHS[language]))

    entries = (
        ENTRY.format(number=number, en=text("en"), fi=text("fi"), ko=text("ko"))
        for number in range(size)
    )
    return HEAD + "".join(entries)


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def pyyaml(path: Path) -> float:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return timed(lambda: yaml.load(path.read_bytes(), Loader=loader))


def parsed(path: Path) -> float:
    from bot.file.composition import compose

    return timed(lambda: [None for _ in compose(path.read_bytes()).entries])


def read(path: Path) -> float:
    from bot.file.reading import read

    kept: list[object] = []
    return timed(lambda: kept.append(read(path)))


def recalled(path: Path) -> float:
    from bot.file.cache import open_book

    cache = path.parent / "cache"
    if not cache.exists():
        open_book(path, cache)
    return timed(lambda: sum(1 for _ in open_book(path, cache).glossary.labels()))


def reread(path: Path) -> float:
    from bot.file.book import Book

    book = Book.open(path)
    number = len(book.ids) // 2
    old = f"id: term-{number}\n    subject_field: [net]\n    status: draft".encode()
    data = book.data.replace(old, old.replace(b"draft", b"suggested"))
    path.write_bytes(data)
    spent = timed(book.reread)
    path.write_bytes(book.data)
    return spent


def written(path: Path) -> float:
    from bot.file.book import Book
    from bot.file.writing import Change, write

    book = Book.open(path)
    before = book.glossary.concepts[book.ids[len(book.ids) // 2]]
    after = replace(before, status="suggested")
    spent = timed(lambda: write(book, [Change(before.id, before, after)]))
    path.write_bytes(book.data)
    return spent


METHODS: dict[str, tuple[str, Callable[[Path], float]]] = {
    "pyyaml": ("PyYAML's own loader, plain data", pyyaml),
    "parsed": ("entry by entry, plain data", parsed),
    "read": ("the same, validated: `reading.read`", read),
    "recalled": ("from the cache, with all labels", recalled),
    "reread": ("one entry changed by hand, read again", reread),
    "written": ("one entry changed by the bot, on the disk", written),
}


def alone(method: str, path: Path) -> tuple[float, float]:
    """Seconds, and MiB at the peak, of one run in its own process."""
    command = [sys.executable, "-m", "bench.loading", "--only", method, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def table(sizes: list[int], runs: int, methods: list[str]) -> None:
    print(machine())
    for size in sizes:
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "glossary.yaml"
            path.write_text(glossary(size), encoding="utf-8")
            print(
                f"\n| {size:,} entries, {path.stat().st_size / 2**20:.1f} MiB | ms of CPU | MiB |"
            )
            print("|---|---|---|")
            if "recalled" in methods:
                alone("recalled", path)  # leaves the cache
            for method in methods:
                name, _ = METHODS[method]
                found = [alone(method, path) for _ in range(runs)]
                seconds = statistics.median(each[0] for each in found)
                memory = statistics.median(each[1] for each in found)
                print(f"| {name} | {1000 * seconds:,.1f} | {memory:,.0f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[100, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=list(METHODS))
    parser.add_argument("--only", nargs=2, metavar=("METHOD", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        method, file = options.only
        seconds = METHODS[method][1](Path(file))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps([seconds, peak]))
    else:
        table(options.sizes, options.runs, options.methods)


if __name__ == "__main__":
    main()
