"""What may be logged, and how: lines of text or JSON, without secrets and without messages.

Everything goes through one handler whose formatter cleans the finished line, so that a token is
caught wherever it came from: the message, its arguments, an exception, a traceback.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO

HIDDEN = "[hidden]"

# also as it stands in an escaped address; BotFather's tokens have 35 characters after the colon
_TOKEN = re.compile(r"\d+(?::|%3[aA])[A-Za-z0-9_-]{30,}")
_QUIET = ("httpx", "httpcore", "aiohttp", "aiohttp.access", "asyncio", "apscheduler")
_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redaction:
    """Hides tokens, and the secrets it was told, wherever they stand in a text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        longest_first = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def __call__(self, text: str) -> str:
        """Return the text with every secret replaced by ``[hidden]``."""
        return _TOKEN.sub(HIDDEN, self._secrets.sub(HIDDEN, text))


class TextFormatter(logging.Formatter):
    """One line of text per record, and its traceback; times in UTC."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__(_TEXT)
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished text without secrets."""
        return self._redaction(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - overridden
        """Return the line with the record's facts at its end."""
        facts = " ".join(f"{name}={value}" for name, value in _facts(record).items())
        return " ".join(filter(None, (super().formatMessage(record), facts)))

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802
        """Return the time of the record as ISO 8601 in UTC."""
        return _time(record)


class JsonFormatter(logging.Formatter):
    """One JSON object per record and line, a traceback inside it."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        """Return the object without secrets, hidden before JSON escapes anything."""
        entry = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            entry["stack"] = self.formatStack(record.stack_info)
        hidden: dict[str, object] = {k: self._redaction(v) for k, v in entry.items()}
        return json.dumps(hidden | _facts(record), ensure_ascii=False)


def configure(
    level: str = "INFO",
    form: str = "text",
    *,
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Set up logging for the process; a second call replaces the first.

    Args:
        level: the name of the lowest level that is logged, such as ``INFO``.
        form: ``text`` for people, ``json`` for collectors.
        secrets: the token and the webhook secret in use, hidden wherever they appear.
        stream: where to write; standard error by default.
    """
    redaction = Redaction(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter(redaction) if form == "json" else TextFormatter(redaction))
    root = logging.getLogger()
    for old in [
        h for h in root.handlers if isinstance(h.formatter, TextFormatter | JsonFormatter)
    ]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    # below INFO the library logs whole updates, and its requests log bodies they cannot read
    logging.getLogger("telegram").setLevel(max(logging.INFO, root.level))
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
    sys.excepthook = _uncaught


def _uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    logging.getLogger("bot").critical("Stopped by an error", exc_info=(kind, error, traceback))


def _facts(record: logging.LogRecord) -> dict[str, str | float]:
    """What ``extra={"facts": {…}}`` gave: numbers and words of the program's own."""
    facts: dict[str, str | float] = getattr(record, "facts", {})
    return facts


def _time(record: logging.LogRecord) -> str:
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return moment.isoformat(timespec="milliseconds")
