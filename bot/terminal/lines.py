"""Typed lines, read in a thread of their own so that the bot can speak meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import os
import queue
import sys
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Any, TextIO

from bot.columns import clean
from bot.terminal.screen import Screen

_CHUNK = 65_536
_PASTE_OFF = "\x1b[?2004l"  # what readline undoes only at the end of a line


class Lines:
    """Reads lines when asked for, one at a time; a backslash at the end continues a line.

    On a terminal lines are edited with readline (in memory only: no history is kept); anywhere
    else the bytes are read as they come, so that a line is answered before the next is read.
    """

    def __init__(self, source: TextIO, screen: Screen) -> None:
        self.source = source
        self.screen = screen
        self.tty = source.isatty() and screen.tty
        self._readline = _readline(screen) if self.tty and _standard(source, screen) else None
        self._raw = _raw(source)
        self._wanted: queue.SimpleQueue[asyncio.Future[str | None]] = queue.SimpleQueue()
        self._saved = _attributes(source) if self.tty else None
        threading.Thread(target=self._serve, name="lines", daemon=True).start()

    async def read(self) -> str | None:
        """Return the next line without its end, cleaned; ``None`` at the end of input."""
        future = asyncio.get_running_loop().create_future()
        self._wanted.put(future)
        return await future  # type: ignore[no-any-return]

    def close(self) -> None:
        """Leave the terminal as it was found, also in the middle of a line."""
        self.screen.close(_PASTE_OFF if self._readline and self.screen.color else "")
        if self._saved is not None:
            import termios  # there is none on Windows

            with contextlib.suppress(termios.error, OSError, ValueError):
                termios.tcsetattr(self.source.fileno(), termios.TCSADRAIN, self._saved)

    def _serve(self) -> None:
        while True:
            future = self._wanted.get()
            line = self._joined()
            try:
                future.get_loop().call_soon_threadsafe(_deliver, future, line)
            except RuntimeError:  # the chat ended while a line was awaited
                return

    def _joined(self) -> str | None:
        line = self._one(f"{self.screen.wording.you}: ")
        whole: list[str] = []
        while line is not None and line.endswith("\\"):
            whole.append(line[:-1])
            line = self._one("… ")
        if line is None and not whole:
            return None
        return clean("\n".join([*whole, line or ""]))

    def _one(self, prompt: str) -> str | None:
        if not self.tty:
            return next(self._raw, None)
        try:
            if self._readline is not None:
                self.screen.prompted(prompt)
                with contextlib.suppress(EOFError):
                    return input(prompt)
                return None
            self.screen.prompt(prompt)
            return next(self._raw, None)
        finally:
            self.screen.prompted(None)


def _deliver(future: asyncio.Future[str | None], line: str | None) -> None:
    if not future.done():
        future.set_result(line)


def _raw(source: TextIO) -> Iterator[str]:
    """Yield lines straight from the file: a buffered one would be locked at exit."""
    try:
        number = source.fileno()
    except (OSError, ValueError):
        yield from (line.removesuffix("\n") for line in source)
        return
    rest = b""
    while chunk := _read(number):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.decode("utf-8", "replace").removesuffix("\r") for line in whole)
    if rest:
        yield rest.decode("utf-8", "replace")


def _read(number: int) -> bytes:
    try:
        return os.read(number, _CHUNK)
    except OSError:  # the terminal has gone
        return b""


def _standard(source: TextIO, screen: Screen) -> bool:
    return source is sys.stdin and screen.output is sys.stdout


def _readline(screen: Screen) -> ModuleType | None:
    """Return Python's readline, set to send no codes of its own where none are wanted."""
    try:
        import readline
    except ImportError:
        return None
    paste = "on" if screen.color else "off"
    readline.parse_and_bind(f"set enable-bracketed-paste {paste}")
    readline.parse_and_bind("set enable-meta-key off")
    readline.parse_and_bind("set disable-completion on")
    screen.typed = readline.get_line_buffer  # type: ignore[method-assign]
    return readline


def _attributes(source: TextIO) -> list[Any] | None:
    try:
        import termios

        return termios.tcgetattr(source.fileno())
    except (ImportError, OSError, ValueError):
        return None
