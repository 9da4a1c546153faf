"""The bot seen from outside, over HTTP: is it alive, is it ready, what are its numbers."""

from __future__ import annotations

import contextlib
import resource
import sys
from collections.abc import Sequence

from aiohttp import web

from bot.desk import Desk
from bot.metrics import CONTENT_TYPE, Counter, Gauge, Metric, exposition
from bot.state import StateUnavailable


class Monitor:
    """Answers ``/healthz``, ``/readyz`` and ``/metrics``.

    ``/healthz`` is answered for as long as the process can answer anything; restarting helps when
    it is not. ``/readyz`` says 503 and why while updates are not answered, which restarting does
    not help. Trouble with the database changes neither: lookups go on.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runner: web.AppRunner | None = None

    def routes(self) -> Sequence[web.RouteDef]:
        """What may be seen by anybody."""
        return [web.get("/healthz", self._health), web.get("/readyz", self._ready)]

    async def start(self, host: str, port: int) -> int:
        """Listen; return the port, which the system chooses when 0 is given.

        Raises:
            OSError: The port cannot be used.
        """
        server = web.Application()
        server.add_routes([*self.routes(), web.get("/metrics", self._metrics)])
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        chosen: int = self._runner.addresses[0][1]
        return chosen

    async def stop(self) -> None:
        """Answer no more."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _health(self, _request: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def _ready(self, _request: web.Request) -> web.Response:
        reason = self._desk.vitals.unready()
        return web.Response(text=f"{reason or 'ready'}\n", status=503 if reason else 200)

    async def _metrics(self, _request: web.Request) -> web.Response:
        metrics = [*self._desk.vitals.metrics, *await present(self._desk)]
        page = exposition(metrics).encode()
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE})


async def present(desk: Desk) -> list[Metric]:
    """What is looked up when it is asked for: the glossary, the queue, the process."""
    glossary = desk.edition.glossary
    version = Gauge("glossary_bot_glossary_info", "The glossary that is served.", "version")
    version.set(1, glossary.version)
    found: list[Metric] = [
        _gauge("glossary_bot_glossary_entries", "Entries served.", len(glossary.concepts)),
        version,
        _gauge("glossary_bot_ready", "1 while updates are answered.", not desk.vitals.unready()),
        *_file(desk),
        *_process(),
    ]
    with contextlib.suppress(StateUnavailable):
        counts = await desk.state.revisions.counts()
        queue = Gauge("glossary_bot_suggestions", "Suggestions by state.", "state")
        for state in {"pending", *counts}:
            queue.set(counts.get(state, 0), state)
        found.append(queue)
    usable = desk.state.trouble is None
    found.append(_gauge("glossary_bot_database_up", "1 while the database can be used.", usable))
    return found


def _file(desk: Desk) -> list[Metric]:
    """How the glossary file fares, where one is watched."""
    press = desk.press
    if press is None:
        return []
    failures = Counter(
        "glossary_bot_glossary_reload_failures_total",
        "Changes of the glossary file that could not be served.",
    )
    failures.add(amount=press.failures)
    good = not press.problems and press.unwritable is None
    help_ = "1 while the glossary file is served, and what is approved can be written into it."
    return [failures, _gauge("glossary_bot_glossary_file_good", help_, good)]


def _gauge(name: str, help_: str, number: float) -> Gauge:
    gauge = Gauge(name, help_)
    gauge.set(number)
    return gauge


def _process() -> list[Metric]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = _gauge(
        "glossary_bot_peak_memory_bytes", "Most memory used so far.", usage.ru_maxrss * unit
    )
    cpu = Counter("process_cpu_seconds_total", "Processor time used.")
    cpu.add(amount=round(usage.ru_utime + usage.ru_stime, 3))
    return [peak, cpu]
