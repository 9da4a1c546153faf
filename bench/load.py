"""Load: how many updates per second, how soon an answer, at what cost; ours beside its peers.

    python -m bench.load                    # everything that is installed
    python -m bench.load --quick            # smaller numbers, to see that it works
    python -m bench.load --peers PYTHON     # an interpreter that has aiogram and pyTelegramBotAPI

The waits (p50, p99) are those of a steady stream of 30 updates per second, from the moment an
update leaves the Bot API until the call of sendMessage arrives there.

Only loopback is used. Each bot is a process of its own; the Bot API runs in this one. Every run
ends after a fixed number of updates or of seconds, whichever comes first.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bench.running import Bot, Row, Run

BOTS = (
    Bot("glossary-bot", "bot"),
    Bot("ours, echo", "bench.bots.echo"),
    Bot("python-telegram-bot", "bench.bots.plain", modes=("polling",)),
    Bot("aiogram 3, echo", "bench.bots.aiogram3", peer=True),
    Bot("aiogram 3, same cards", "bench.bots.aiogram3", peer=True, more=("cards",)),
    Bot("pyTelegramBotAPI", "bench.bots.telebot", peer=True, modes=("polling",)),
)


def cell(value: float | None, form: str) -> str:
    """A number, or a dash."""
    return "–" if value is None else format(value, form)


def best(rows: list[Row | str]) -> Row | str:
    """The run whose backlog is the median; a failed one says why."""
    good = [row for row in rows if isinstance(row, Row)]
    return sorted(good, key=lambda row: row.backlog)[len(good) // 2] if good else rows[0]


def line(bot: Bot, mode: str, row: Row | str) -> str:
    """One line of the table."""
    if isinstance(row, str):
        return f"| {bot.name} | {mode} | {row} |||||"
    cells = (
        cell(row.backlog, ".0f"),
        cell(row.cost, ".2f"),
        cell(row.p50, ".1f"),
        cell(row.p99, ".1f"),
        cell(row.load and row.load * 100, ".1f"),
        cell(row.memory, ".0f"),
    )
    return f"| {bot.name} | {mode} | " + " | ".join(cells) + " |"


async def main(options: argparse.Namespace) -> None:
    """Print the table, row by row."""
    for delay in options.delays:
        print(f"\n### The Bot API answers after {delay:.0f} ms\n")
        print("| bot | mode | updates/s | CPU ms/update | p50 ms | p99 ms | core % | MiB |")
        print("|---|---|---|---|---|---|---|---|")
        wanted = [
            (bot, mode)
            for bot in BOTS
            if not options.only or bot.name in options.only
            for mode in bot.modes
            if mode in options.modes
        ]
        rows: dict[tuple[Bot, str], list[Row | str]] = {pair: [] for pair in wanted}
        for _ in range(options.rounds):  # in turns, so that a noisy minute hits everyone
            for pair in wanted:
                rows[pair].append(await Run(*pair, delay / 1000, options).measure())
        for pair in wanted:
            print(line(*pair, best(rows[pair])), flush=True)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--updates", type=int, default=3000, help="size of the backlog")
    parser.add_argument("--seconds", type=float, default=10, help="length of the stream of 30/s")
    parser.add_argument("--deadline", type=float, default=10, help="seconds for a backlog")
    parser.add_argument("--rounds", type=int, default=3, help="runs; the median is printed")
    parser.add_argument("--delays", type=float, nargs="+", default=[0, 50], metavar="MS")
    parser.add_argument("--modes", nargs="+", default=["polling", "webhook"])
    parser.add_argument("--only", nargs="+", metavar="NAME", help="names as in the table")
    parser.add_argument("--peers", default=sys.executable, help="interpreter that has the peers")
    parser.add_argument("--quick", action="store_true", help="small numbers, one round")
    options = parser.parse_args()
    if options.quick:
        options.updates, options.seconds, options.rounds, options.deadline = 300, 2, 1, 5
    return options


if __name__ == "__main__":
    asyncio.run(main(arguments()))
