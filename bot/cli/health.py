"""Say whether the bot on this machine is alive, for containers and monitors.

Exit code: 0 when it is, 1 when it is not or does not say so.
"""

from __future__ import annotations

import argparse
import http.client
import sys

from bot.heartbeat import STALE, age
from bot.settings import Settings, SettingsError

ERRORS = (SettingsError,)

TIMEOUT = 5.0  # seconds


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    """Ask; 0 when it is alive."""
    settings = Settings.load()
    port = settings.port if settings.webhook_url else settings.metrics_port
    trouble = _asked(settings.listen, port) if port else _beating(settings)
    sys.stdout.write(f"{trouble or 'alive'}\n")
    return 1 if trouble else 0


def _asked(host: str, port: int) -> str:
    """What is wrong, over HTTP."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - names, not a socket
    connection = http.client.HTTPConnection(here, port, timeout=TIMEOUT)
    try:
        connection.request("GET", "/healthz")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return f"Nothing answers on port {port} ({type(error).__name__})."
    finally:
        connection.close()
    return "" if status == 200 else f"Port {port} answers with status {status}."


def _beating(settings: Settings) -> str:
    """What is wrong, by the last sign of life."""
    seconds = age(settings.state)
    if seconds is None:
        return f"There is no sign of life in {settings.state}; the bot does not run."
    return "" if seconds < STALE else f"The last sign of life is {seconds:.0f} s old."
