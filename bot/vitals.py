"""The bot's vital signs: what is counted and timed while it runs, and whether it is ready.

Kept in memory, since it is about this process. Nothing here is about a person.
"""

from __future__ import annotations

import time

from bot import __version__
from bot.metrics import Counter, Gauge, Histogram, Metric

LOOKUP = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
SILENCE = 90.0  # seconds without an answer of the Bot API while polling; a poll takes 10


class Vitals:
    """One process's numbers.

    Attributes:
        mode: How updates come: ``polling`` or ``webhook``; empty until they do.
        heard: When the Bot API answered last, by `time.monotonic`; None before the first time.
    """

    def __init__(self) -> None:
        self.mode = ""
        self.stopping = False
        self.heard: float | None = None
        self._began = time.monotonic()
        self.updates = Counter(
            "glossary_bot_updates_total", "Updates by kind and outcome.", "kind", "outcome"
        )
        self.handling = Histogram(
            "glossary_bot_update_seconds",
            "From the arrival of an update to the end of its handling.",
            "kind",
        )
        self.lookups = Counter(
            "glossary_bot_lookups_total",
            "Questions by verdict and by how the best label was matched.",
            "verdict",
            "kind",
        )
        self.looking = Histogram(
            "glossary_bot_lookup_seconds",
            "From a question's words to the entries that answer it.",
            "way",
            bounds=LOOKUP,
        )
        self.calls = Counter(
            "glossary_bot_api_calls_total",
            "Calls of the Bot API by method and result.",
            "method",
            "result",
        )
        self.calling = Histogram(
            "glossary_bot_api_call_seconds", "Calls of the Bot API, each attempt by itself."
        )
        self.floods = Counter(
            "glossary_bot_flood_waits_total", "How often Telegram asked to wait (429)."
        )
        self.polls_failed = Counter(
            "glossary_bot_polls_failed_total", "Attempts to fetch updates that failed."
        )
        build = Gauge("glossary_bot_build_info", "The version that runs.", "version")
        build.set(1, __version__)
        start = Gauge("process_start_time_seconds", "When the process began, since 1970.")
        start.set(round(time.time(), 3))
        self._fixed: tuple[Metric, ...] = (build, start)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Everything that is counted here."""
        counted = [value for value in vars(self).values() if isinstance(value, Metric)]
        return (*self._fixed, *counted)

    @property
    def uptime(self) -> float:
        """Seconds since the process began, whatever became of the clock."""
        return time.monotonic() - self._began

    def hear(self) -> None:
        """The Bot API has answered."""
        self.heard = time.monotonic()

    def unready(self) -> str:
        """Why no updates are answered now; empty when they are."""
        if self.stopping:
            return "stopping"
        if not self.mode:
            return "the Bot API has not been reached yet"
        silence = time.monotonic() - (self.heard or self._began)
        if self.mode == "polling" and silence > SILENCE:
            return f"the Bot API has not answered for {silence:.0f} s"
        return ""
