"""What one answer and the running bot take: CPU of a cold start, memory while serving.

    python -m bench.footprint               # --runs 7 --updates 2000

CPU is that of the process, user and system, whatever else the machine does. "Cold" is a new
process with the files of the program in the system's cache and its bytecode compiled.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile

from bench.running import Bot, Run

CPU, MEMORY = 0.5, 120  # seconds, MiB: what it may take


def alone(*command: str) -> tuple[float, float]:
    """Seconds of CPU and MiB at the peak of a process of its own."""
    with tempfile.TemporaryDirectory() as directory:
        process = subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.DEVNULL,
            env=os.environ | {"STATE_DIRECTORY": directory},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


class Serving(Run):
    """The bot, ready, then after many answers."""

    ready: float | None = None
    busy: float | None = None

    async def phases(self) -> str:
        """Measure the memory twice."""
        await asyncio.sleep(2)  # what it does once it serves
        self.ready = self.memory()
        await self.send(self.options.updates, deadline=60)
        self.busy = self.memory()
        return ""


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--updates", type=int, default=2000)
    options = parser.parse_args()
    print("| what | median | best | may take |\n|---|---|---|---|")
    for name, command in (
        ("Python alone", ("-c", "pass")),
        ("`glossary-bot ask FOC`", ("-m", "bot", "ask", "FOC")),
        ("`glossary-bot ask --json FOC`", ("-m", "bot", "ask", "--json", "FOC")),
    ):
        runs = [alone(*command) for _ in range(options.runs)]
        seconds, memory = [run[0] for run in runs], min(run[1] for run in runs)
        goal = f"{CPU} s" if "ask" in name else ""
        middle = statistics.median(seconds)
        print(f"| {name}, {memory:.0f} MiB | {middle:.2f} s | {min(seconds):.2f} s | {goal} |")
    serving = Serving(Bot("glossary-bot", "bot"), "polling", 0, options)
    failed = asyncio.run(serving.measure())
    if failed:
        sys.exit(str(failed))
    print(f"| the running bot, ready | {serving.ready:.0f} MiB | | {MEMORY} MiB |")
    print(f"| after {options.updates} answers | {serving.busy:.0f} MiB | | {MEMORY} MiB |")


if __name__ == "__main__":
    main()
