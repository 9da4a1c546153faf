"""Signs of life: a file for ``glossary-bot health``, and messages for systemd.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import time
from pathlib import Path

from bot.settings import Settings

log = logging.getLogger(__name__)

FILE = "heartbeat"  # in the state directory
EVERY = 10.0  # seconds
STALE = 60.0  # seconds after which the bot counts as dead


class Heartbeat:
    """Beats for as long as the event loop turns."""

    def __init__(self, settings: Settings) -> None:
        self._path = settings.state / FILE
        self._socket = settings.notify_socket
        self._every = EVERY
        if settings.watchdog_usec:
            self._every = min(EVERY, settings.watchdog_usec / 3e6)
        self._task: asyncio.Task[None] | None = None
        self._failed = False

    def start(self) -> None:
        """Begin, and tell systemd that the bot is up."""
        self.say("READY=1")
        self._task = asyncio.create_task(self._beat(), name="heartbeat")

    async def stop(self) -> None:
        """End; the file goes too."""
        self.say("STOPPING=1")
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        with contextlib.suppress(OSError):
            await asyncio.to_thread(self._path.unlink, missing_ok=True)

    def say(self, message: str) -> None:
        """Tell systemd, where it wants to be told."""
        if not self._socket:
            return
        address = self._socket
        if address.startswith("@"):  # an abstract socket
            address = "\0" + address[1:]
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as there:
                there.setblocking(False)
                there.sendto(message.encode(), address)
        except OSError as error:
            log.debug("systemd could not be told: %s", error)

    async def _beat(self) -> None:
        while True:
            self.say("WATCHDOG=1")
            try:
                await asyncio.to_thread(_touch, self._path)
                self._failed = False
            except OSError as error:
                if not self._failed:  # once, not every ten seconds
                    log.warning("%s cannot be written (%s).", self._path, error.strerror)
                self._failed = True
            await asyncio.sleep(self._every)


def _touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)


def age(state: Path) -> float | None:
    """Seconds since the last sign of life; None when there is none."""
    try:
        return abs(time.time() - (state / FILE).stat().st_mtime)
    except OSError:
        return None
