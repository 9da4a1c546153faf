"""The bot as a process of its own."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.standin import TOKEN

ROOT = Path(__file__).parent.parent


class Process:
    """A running bot, and what it has logged."""

    def __init__(self, url: str, state: Path, token: str = TOKEN, **settings: str) -> None:
        self.lines: list[str] = []
        self.changed = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "bot"],
            cwd=ROOT,
            env={
                "PATH": os.defpath,
                "TELEGRAM_BOT_TOKEN": token,
                "TELEGRAM_API_URL": url,
                "STATE_DIRECTORY": str(state),
                **settings,
            },
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self.changed:
                self.lines.append(line)
                self.changed.notify_all()

    @property
    def log(self) -> str:
        """Everything that was logged so far."""
        with self.changed:
            return "".join(self.lines)

    def logs(self, words: str) -> str:
        """Wait until a line with these words has been logged, and return it."""
        found: list[str] = []

        def there() -> bool:
            found[:] = [line for line in self.lines if words in line]
            return bool(found)

        with self.changed:
            said = self.changed.wait_for(there, 20)
        assert said, self.log
        return found[0]

    def port(self, words: str) -> int:
        """The port in a line that was logged."""
        found = re.search(r":(\d+)(?:/metrics)?\.$", self.logs(words).strip())
        assert found
        return int(found[1])

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it does not end:\n{self.log}") from None
        self.reader.join(5)
        return code


@contextmanager
def running(url: str, state: Path, token: str = TOKEN, **settings: str) -> Iterator[Process]:
    """A bot that is killed at the end if it is still there."""
    process = Process(url, state, token, **settings)
    try:
        yield process
    finally:
        if process.process.poll() is None:
            process.process.kill()
            process.process.wait()
        if process.process.stderr:
            process.reader.join(5)
            process.process.stderr.close()


def get(port: int, path: str) -> tuple[int, str]:
    """Status and text of a page on this machine."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()
