"""A pseudo-terminal that a test types into."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


class Terminal:
    """A pseudo-terminal with a program in it: the sample bot, or another module of Python's."""

    def __init__(
        self,
        *arguments: str,
        module: str = "tests.terminal.sample",
        columns: int = 60,
        **environment: str,
    ) -> None:
        self.pid, self.number = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            command = [sys.executable, "-m", module, *arguments]
            os.execve(sys.executable, command, os.environ | {"TERM": "xterm"} | environment)
        self.raw = b""
        self.seen = 0
        self.status: int | None = None

    @property
    def shown(self) -> str:
        """All that was shown so far."""
        return self.raw.decode(errors="replace").replace("\r\n", "\n")

    def type(self, text: str, until: str) -> str:
        """Type, and wait for what is then shown."""
        os.write(self.number, text.encode())
        return self.wait(until)

    def wait(self, until: str) -> str:
        """Return what is shown next, up to and with ``until``."""
        end = time.monotonic() + 20
        while (place := self.shown.find(until, self.seen)) < 0:
            assert time.monotonic() < end, f"{until!r} is missing in {self.shown!r}"
            if select.select([self.number], [], [], 0.2)[0]:
                self.raw += self._read()
        start, self.seen = self.seen, place + len(until)
        return self.shown[start : self.seen]

    def end(self) -> int:
        """Wait until the program has ended; return its exit status."""
        while select.select([self.number], [], [], 20)[0] and (chunk := self._read()):
            self.raw += chunk
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def close(self) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.number)

    def _read(self) -> bytes:
        try:
            return os.read(self.number, 65_536)
        except OSError:  # Linux says so when the other side has closed
            return b""
