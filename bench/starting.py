"""How long the bot takes from its start until it asks for updates, with small and large files.

    python -m bench.starting                # --sizes 100 10000 100000

The first start reads the file and leaves a cache beside the database, the second uses it. The
files are those of ``bench.loading``: 29 lines an entry. CPU is that of the process.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from bench.loading import glossary
from bench.running import Bot, Run


class Start(Run):
    """One start with a glossary file and a state directory that stays."""

    def __init__(self, path: Path, options: argparse.Namespace) -> None:
        super().__init__(Bot("glossary-bot", "bot"), "polling", 0, options)
        self.patience = options.deadline
        self.more = {"GLOSSARY": str(path), "STATE_DIRECTORY": str(path.parent / "state")}
        self.row = ""

    async def phases(self) -> str:
        """What it took until now, and how soon the first question is answered."""
        used, memory = self.cpu() or 0, self.memory() or 0
        begun = time.perf_counter()
        self.api.offer(1, "english term 7")
        answered = await self.answered(1, 20)
        wait = time.perf_counter() - begun if answered else float("nan")
        self.row = f"{used:.2f} | {memory:.0f} | {1000 * wait:.0f}"
        return ""


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000, 100_000])
    parser.add_argument("--deadline", type=float, default=240, help="seconds for a start")
    options = parser.parse_args()
    print("| entries | start | s until it serves | s of CPU | MiB | ms to the first answer |")
    print("|---|---|---|---|---|---|")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "glossary.yaml"
            path.write_text(glossary(size), encoding="utf-8")
            for name in ("first", "second"):
                start = Start(path, options)
                failed = asyncio.run(start.measure())
                row = failed or f"{start.started:.2f} | {start.row}"
                print(f"| {size:,} | {name} | {row} |", flush=True)


if __name__ == "__main__":
    main()
