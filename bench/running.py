"""One bot under load: a process of its own, with a Bot API on loopback that this process plays."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.reply import SECRET, TOKEN
from bench.wire import Api, Connection, Hook

TICKS = os.sysconf("SC_CLK_TCK")
QUERIES = ("FOC", "hrba", "generative AI", "tekoäly", "what does FOC stand for?")


@dataclass(frozen=True)
class Bot:
    """One bot: its name in the table, its module, whether it needs the peers' interpreter.

    ``more`` are arguments after those that every bot but ours is told.
    """

    name: str
    module: str
    peer: bool = False
    modes: tuple[str, ...] = ("polling", "webhook")
    more: tuple[str, ...] = ()


@dataclass
class Row:
    """What one run measured; None where it was not."""

    backlog: float = 0.0
    cost: float | None = None
    p50: float | None = None
    p99: float | None = None
    load: float | None = None
    memory: float | None = None


class Run:
    """One bot in one mode at one distance."""

    def __init__(self, bot: Bot, mode: str, delay: float, options: argparse.Namespace) -> None:
        self.bot = bot
        self.mode = mode
        self.options = options
        self.api = Api(delay)
        self.hook: Hook | None = None
        self.process: asyncio.subprocess.Process | None = None
        self.patience = 30.0  # seconds for the start
        self.started = 0.0  # seconds that it took
        self.more: dict[str, str] = {}  # variables of the environment
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `measure`

    async def measure(self) -> Row | str:
        """The row, or why there is none."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Connection(self.api), "127.0.0.1", 0)
        root = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with tempfile.TemporaryDirectory() as directory:
            try:
                await self.launch(root, directory)
                return await self.phases()
            except (TimeoutError, ConnectionError):
                return "did not start: " + self.last_line()
            finally:
                await self.end()
                server.close()
                self.errors.close()

    async def launch(self, root: str, directory: str) -> None:
        """Start the process and wait until it is ready."""
        port = free_port()
        python = self.options.peers if self.bot.peer else sys.executable
        told = (root, self.mode, str(port), *self.bot.more)
        begun = time.perf_counter()
        self.process = await asyncio.create_subprocess_exec(
            python,
            *("-W", "ignore", "-m", self.bot.module),
            *(() if self.bot.module == "bot" else told),
            env=environment(root, directory)
            | (hooked(port) if self.mode == "webhook" else {})
            | self.more,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=self.errors,
        )
        ready = self.api.polled.wait() if self.mode == "polling" else listening(port)
        gone = asyncio.create_task(self.process.wait())
        done, _ = await asyncio.wait(
            (asyncio.ensure_future(ready), gone),
            timeout=self.patience,
            return_when="FIRST_COMPLETED",
        )
        if gone in done or not done:
            raise TimeoutError
        self.started = time.perf_counter() - begun
        if self.mode == "webhook":
            self.hook = Hook(self.api, port, "/hook", SECRET)
            self.hook.start()

    async def phases(self) -> Row | str:
        """A few to warm up, a backlog, then a steady stream."""
        row = Row()
        await self.send(20, deadline=10)
        before, start = self.cpu(), time.perf_counter()
        done = await self.send(self.options.updates, deadline=self.options.deadline)
        row.backlog = done / (time.perf_counter() - start)
        if before is not None and done:
            row.cost = (self.cpu() or 0) - before
            row.cost *= 1000 / done
        if done == self.options.updates:
            await self.stream(row)
        row.memory = self.memory()
        return row

    def give(self, chat: int, number: int) -> None:
        """Offer one update, by the way of the mode."""
        body = self.api.offer(chat, QUERIES[number % len(QUERIES)])
        if self.hook is not None:
            self.hook.queue.put_nowait((chat, body))

    async def send(self, count: int, *, deadline: float) -> int:
        """Queue many updates at once, of 500 chats; return how many were answered in time."""
        self.api.sent.clear()
        for number in range(count):
            self.give(1 + number % 500, number)
        return await self.answered(count, deadline)

    async def answered(self, count: int, deadline: float) -> int:
        """Wait for answers."""
        end = time.perf_counter() + deadline
        while len(self.api.sent) < count and time.perf_counter() < end:
            self.api.progress.clear()
            try:
                await asyncio.wait_for(self.api.progress.wait(), end - time.perf_counter())
            except TimeoutError:
                break
        return len(self.api.sent)

    async def stream(self, row: Row) -> None:
        """30 updates per second, each of another chat: all that Telegram lets one bot send."""
        await asyncio.sleep(0.5)
        self.api.sent.clear()
        self.api.left.clear()
        count = int(30 * self.options.seconds)
        before, start = self.cpu(), time.perf_counter()
        for number in range(count):
            await asyncio.sleep(max(start + number / 30 - time.perf_counter(), 0))
            self.give(10_000 + number, number)
        used = self.cpu()
        elapsed = time.perf_counter() - start
        await self.answered(count, 10)
        waits = sorted(at - self.api.left[chat] for chat, at in self.api.sent)
        if used is not None and before is not None:
            row.load = (used - before) / elapsed
        if len(waits) == count:
            row.p50 = statistics.median(waits) * 1000
            row.p99 = waits[int(len(waits) * 0.99)] * 1000

    def cpu(self) -> float | None:
        """Seconds of processor time used so far."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float | None:
        """Resident memory in MiB."""
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        except OSError:
            return None
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    @property
    def pid(self) -> int:
        """The bot's process."""
        return self.process.pid if self.process else 0

    async def end(self) -> None:
        """Stop the process that was started here."""
        if self.hook is not None:
            self.hook.stop()
        if self.process is None or self.process.returncode is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.process.wait(), 3)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()

    def last_line(self) -> str:
        """The last thing that the process complained about."""
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "no message"


def environment(root: str, directory: str) -> dict[str, str]:
    """What the glossary bot reads; the others are told by arguments."""
    return os.environ | {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": root,
        "STATE_DIRECTORY": directory,
        "LOG_LEVEL": "error",
        "PTB_TIMEDELTA": "true",
    }


def hooked(port: int) -> dict[str, str]:
    """The same for the webhook."""
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
    }


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def listening(port: int) -> None:
    """Wait until someone listens."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
