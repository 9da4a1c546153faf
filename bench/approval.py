"""How long an approval takes to be in the file of a large glossary, and what it does to answers.

Run ``python -m bench.approval`` (``--entries 10000 --seconds 20 --rate 50``). The file holds the
entries of ``glossary.yaml`` over and over, each under an id of its own. While ``--rate`` queries a
second are answered in the event loop, a change is approved every second and an entry is edited by
hand every second; a probe notes how late the loop is whenever it should wake, and, on Linux, how
much of that is left without the time in which its thread had no processor: what others in the same
process kept it waiting.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.body import body, fingerprint
from bot.concept import Concept
from bot.desk import Desk
from bot.edition import Edition
from bot.file.book import Book
from bot.publishing import Press
from bot.reply import to_answer
from bot.serving import spare_collector
from bot.settings import Settings
from bot.state import Ruling, State, Suggestion

PROBE = 0.002  # seconds between two looks at how late the loop is
_POINTING = re.compile(
    rb"\n    (?:broader|related|confusable|replaced_by):.*?(?=\n    \w|\n\n|\Z)", re.S
)


def enlarged(source: Path, size: int) -> bytes:
    """A glossary file of ``size`` entries, made of those in ``source``."""
    text = Book.open(source).text
    assert text is not None
    entries = []
    for number in range(size):
        turn, index = divmod(number, len(text))
        entry = text.entry(index)
        if turn:
            mark = b" %d" % turn
            entry = _POINTING.sub(b"", entry)
            entry = re.sub(rb"(?m)^( *- id: \S+)", rb"\g<1>-%d" % turn, entry)
            entry = re.sub(rb"(?m)(terms:\s*\[)([^\],]*)", rb"\g<1>\g<2>" + mark, entry)
        entries.append(entry)
    return text.data[: text.starts[0]] + b"".join(entries) + text.tail


class Measured:
    """Milliseconds of everything that is measured."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.held: list[float] = []
        self.answers: list[float] = []
        self.served: list[float] = []
        self.written: list[float] = []
        self.reloaded: list[float] = []

    def table(self) -> str:
        """A line for each."""
        rows = (
            ("event loop late by", self.late),
            ("without waiting for processors", self.held),
            ("an answer", self.answers),
            ("approved until served", self.served),
            ("approved until in the file", self.written),
            ("edited by hand until served", self.reloaded),
        )
        lines = [f"{'ms':<32}{'n':>7}{'median':>9}{'p99':>9}{'most':>9}"]
        for name, found in rows:
            ordered = sorted(found) or [0.0]
            p99 = ordered[int(0.99 * (len(ordered) - 1))]
            middle = statistics.median(ordered)
            lines.append(f"{name:<32}{len(found):>7}{middle:>9.1f}{p99:>9.1f}{ordered[-1]:>9.1f}")
        return "\n".join(lines)


def unscheduled() -> float:
    """Seconds in which this thread could have run, and had no processor; 0 where nobody says."""
    with contextlib.suppress(OSError, ValueError):
        told = Path("/proc/thread-self/schedstat").read_bytes()
        return int(told.split()[1]) / 1e9
    return 0.0


async def probe(found: Measured) -> None:
    while True:
        waited, due = unscheduled(), time.perf_counter() + PROBE
        await asyncio.sleep(PROBE)
        late = time.perf_counter() - due
        found.late.append(1000 * late)
        found.held.append(1000 * max(0.0, late - (unscheduled() - waited)))


async def answer(desk: Desk, queries: Sequence[str], rate: float, found: list[float]) -> None:
    for query in itertools.cycle(queries):
        start = time.perf_counter()
        edition = desk.edition
        to_answer(edition.lookup.ask(query, "en"), edition, "en")
        found.append(1000 * (time.perf_counter() - start))
        await asyncio.sleep(max(0.0, 1 / rate - (time.perf_counter() - start)))


def noted(concept: Concept, note: str) -> Concept:
    language = next(iter(concept.languages))
    section = replace(concept.languages[language], note=note)
    return replace(concept, languages={**concept.languages, language: section})


async def approve(desk: Desk, number: int, chance: random.Random, found: Measured) -> None:
    """Approve a change of some entry, and wait until it is in the file."""
    now = desk.edition.glossary.concepts[chance.choice(list(desk.edition.glossary.concepts))]
    wanted = noted(now, f"approved {number}")
    suggestion = Suggestion(
        concept=now.id, kind="edit", body=body(wanted), author=1, request=f"s{number}",
        base=fingerprint(now), previous=body(now),
    )  # fmt: skip
    start = time.perf_counter()
    ruling = Ruling(reviewer=2, request=f"a{number}")
    await desk.state.revisions.submit(suggestion, limits=None, ruling=ruling)
    await desk.publish()
    found.served.append(1000 * (time.perf_counter() - start))
    assert desk.press is not None
    while desk.press.book.glossary.concepts[now.id] != wanted:  # noqa: ASYNC110 - measured
        await asyncio.sleep(0.001)
    found.written.append(1000 * (time.perf_counter() - start))


_EDITOR = """
import os, sys
path = sys.argv[1]
for told in sys.stdin:
    name, line = told.rstrip("\\n").split("|")
    data = open(path, "rb").read()
    at = data.index(b"- id: " + name.encode() + b"\\n")
    at = data.index(b"\\n", at) + 1
    with open(path + ".edited", "wb") as file:
        file.write(data[:at] + line.encode() + b"\\n" + data[at:])
    os.replace(path + ".edited", path)
    print("saved", flush=True)
"""


async def child(*command: str) -> asyncio.subprocess.Process:
    """A Python process of its own, which does not keep the event loop waiting."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


async def edit(
    desk: Desk, editor: asyncio.subprocess.Process, name: str, number: int, found: Measured
) -> None:
    """Edit an entry as an editor does, in another process, and wait until it is served."""
    assert editor.stdin is not None
    assert editor.stdout is not None
    editor.stdin.write(f'{name}|    updated_by: "@{number}"\n'.encode())
    await editor.stdout.readline()
    start = time.perf_counter()
    while desk.edition.glossary.concepts[name].updated_by != f"@{number}":  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    found.reloaded.append(1000 * (time.perf_counter() - start))


async def measure(directory: Path, options: argparse.Namespace) -> Measured:
    path = directory / "glossary.yaml"
    path.write_bytes(enlarged(options.glossary, options.entries))
    book = Book.open(path)
    print(f"{len(book.ids)} entries, {len(book.data) / 1e6:.1f} MB")
    state = await State.open(directory / "state.db")
    desk = Desk(Settings(glossary=path), Edition.of(book.glossary).prepare(), state)
    desk.press = Press(desk, book)
    chance, found = random.Random(7), Measured()
    labels = list(itertools.islice(book.glossary.labels(), 0, None, 97))
    queries = [chance.choice(labels).text for _ in range(500)]
    spare_collector()
    tasks = [asyncio.create_task(desk.press.watch())]
    await asyncio.sleep(2)
    tasks.append(asyncio.create_task(answer(desk, queries, options.rate, found.answers)))
    editor = await child(_EDITOR, str(path))
    tasks.append(asyncio.create_task(probe(found)))
    unsigned = [c.id for c in book.glossary.concepts.values() if c.updated_by is None]
    edited = chance.sample(unsigned, options.seconds)
    if not options.idle:
        for number in range(options.seconds // 2):
            await approve(desk, number, chance, found)
            await asyncio.sleep(0.5)
            await edit(desk, editor, edited[number], number, found)
            await asyncio.sleep(0.5)
    else:
        await asyncio.sleep(options.seconds)
    editor.kill()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await state.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rate", type=float, default=50.0, help="queries a second")
    parser.add_argument("--glossary", type=Path, default=Path("glossary.yaml"))
    parser.add_argument("--idle", action="store_true", help="answers alone, for comparison")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        print(asyncio.run(measure(Path(directory), options)).table())


if __name__ == "__main__":
    main()
