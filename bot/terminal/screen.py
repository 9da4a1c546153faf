"""What the person sees: messages, numbered buttons, notices, and the line they type on."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TextIO

from bot.ansi import Address, drawn, styled
from bot.columns import clean, width
from bot.entities import Formatted
from bot.terminal.choice import Choice
from bot.texts import Texts

_INDENT = "  "
_GAP = "   "
_WIDEST = 100  # longer lines are hard to read
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the chat itself; everything else on the screen is said by the bot."""

    bot: str = "Glossary"
    you: str = "You"
    edited: str = "edited"
    via: str = "sent inline"
    removed: str = "message removed"
    reaction: str = "reaction"
    alert: str = "alert"
    answer: str = "notice"
    file: str = "file"
    inline: str = "inline"
    none: str = "no results"
    more: str = "more results"
    copied: str = "Text to copy"
    opens: str = "Address"

    @classmethod
    def of(cls, text: Texts) -> Wording:
        """The words of one language's catalogue."""
        return cls(**{field.name: text.plain(f"terminal.{field.name}") for field in fields(cls)})


class Screen:
    """Writes to a terminal or a pipe.

    Args:
        output: where to write. Escape codes are used only if it is a terminal.
        color: whether escape codes are wanted at all (``NO_COLOR``).
        columns: the width to wrap at; by default the terminal's, and no wrapping in a pipe.
        wording: the words of the chat itself.
        address: says how the target of a link is shown.
    """

    def __init__(
        self,
        output: TextIO,
        *,
        color: bool = True,
        columns: int | None = None,
        wording: Wording | None = None,
        address: Address = str,
    ) -> None:
        self.output = output
        self.tty = output.isatty()
        self.color = color and self.tty
        self.wording = wording or Wording()
        self.address = address
        self.broken = False
        self._columns = columns
        self._lock = threading.Lock()
        self._prompt: str | None = None
        if hasattr(output, "reconfigure"):
            output.reconfigure(errors="replace")

    @property
    def columns(self) -> int | None:
        """The width to wrap at now; ``None`` when nothing is wrapped."""
        if self._columns or not self.tty:
            return self._columns
        with contextlib.suppress(OSError, ValueError):
            return min(
                max(os.get_terminal_size(self.output.fileno()).columns or 80, _NARROWEST), _WIDEST
            )
        return 80

    def said(self, text: Formatted, choices: list[Choice], note: str = "") -> None:
        """Show a message: who speaks, what, and its buttons."""
        words = self.wording
        who = words.you if note == "via" else words.bot
        extra = {"edited": f" ({words.edited})", "via": f" ({words.via})"}.get(note, "")
        lines = self._drawn(text)
        self.print(
            [styled(who, "bold", color=self.color) + extra + ":", *lines, *self._buttons(choices)]
        )

    def told(self, text: str, kind: str) -> None:
        """Show a notice in one bracketed line."""
        shown = " ".join(clean(text).split())
        if kind == "removed":
            shown = f"{shown[:40]}…" if len(shown) > 40 else shown
        name = str(getattr(self.wording, kind))
        self.print(self._drawn(Formatted(f"[{name}] {shown}"), ""))

    def listed(self, query: str, choices: list[Choice]) -> None:
        """Show the results of an inline query, numbered."""
        head = styled(f"{self.wording.bot} ({self.wording.inline})", "bold", color=self.color)
        none = [] if choices else [f"{_INDENT}({self.wording.none})"]
        self.print([f"{head}: {clean(query)}".rstrip(), *none, *self._buttons(choices)])

    def heard(self, text: str) -> None:
        """Repeat what was said where a terminal did not: a pipe shows no typed lines."""
        first, *rest = clean(text).split("\n")
        head = styled(self.wording.you, "bold", color=self.color)
        self.print([f"{head}: {first}", *(_INDENT + line for line in rest)])

    def print(self, lines: Sequence[str]) -> None:
        """Write some lines and an empty one, around the line that is being typed."""
        self._write("\n".join(lines) + "\n\n")

    def prompt(self, text: str) -> None:
        """Ask for a line; whatever is shown meanwhile leaves the question standing."""
        with self._lock:
            self._prompt = text
        self._put(text)

    def prompted(self, text: str | None) -> None:
        """Say that a prompt now stands on the screen (``None``: that it does no more)."""
        with self._lock:
            self._prompt = text

    def close(self, code: str = "") -> None:
        """Leave the line that was being typed; ``code`` undoes what the terminal was told."""
        with self._lock:
            waiting, self._prompt = self._prompt is not None, None
        if self.tty:
            self._put(f"{code if waiting else ''}\n")

    def typed(self) -> str:
        """Return the unfinished line, where that can be known."""
        return ""

    def _write(self, text: str) -> None:
        with self._lock:
            prompt = None if self._prompt is None else self._prompt + self.typed()
        if prompt is None:
            self._put(text)
        else:
            blank = "\r" + " " * width(prompt) + "\r"
            self._put(f"{blank}{text}{prompt}")

    def _put(self, text: str) -> None:
        """Write at once; a reader that has gone away ends the chat, quietly."""
        if self.broken:
            return
        try:
            self.output.write(text)
            self.output.flush()
        except BrokenPipeError:
            self.broken = True
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), self.output.fileno())

    def _drawn(self, text: Formatted, indent: str = _INDENT) -> list[str]:
        room = self.columns and self.columns - len(indent)
        rows = drawn(text, room, color=self.color, address=self.address)
        return [(indent + row).rstrip() for row in rows]

    def _buttons(self, choices: list[Choice]) -> list[str]:
        """Number the choices; short ones of one row stay side by side."""
        lines: list[str] = []
        row = None
        for number, choice in enumerate(choices, 1):
            label = self._label(number, choice)
            joined = _GAP.join((lines[-1], label)) if lines and choice.row == row else ""
            alone = choice.kind in {"url", "result"}
            if joined and not alone and width(joined) <= (self.columns or 80) - len(_INDENT):
                lines[-1] = joined
            else:
                lines.append(label)
            row = None if alone else choice.row
        return [line for label in lines for line in self._drawn(Formatted(label))]

    def _label(self, number: int, choice: Choice) -> str:
        label = " ".join(choice.label.split()) or self.wording.more
        if choice.kind == "url":
            return f"[{number}] {label}: {self.address(choice.value)}"
        details = " ".join(choice.details.split())
        return f"[{number}] {label}" + (f" – {details}" if details else "")
