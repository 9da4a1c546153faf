"""Open one entry of the glossary file in an editor, and check it when it is saved.

What is wrong with it stands on top when the editor opens again; closing it without a change gives
up, and keeps what was written in a file beside the system's temporary ones.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli import options as shared
from bot.file.book import Book
from bot.file.manuscript import Span
from bot.file.reading import check_text
from bot.file.writing import UnwritableError, rewrite
from bot.problem import GlossaryError, Problem
from bot.settings import Settings, SettingsError

_MARK = "#! "  # begins the lines that say what is wrong
_TAKES_LINE = re.compile(r"^(vi|vim|nvim|view|nano|emacs|joe|mcedit|kak|micro|pico|e3|jed|ne)\b")


class EditError(Exception):
    """The entry was not changed; the message says why, and where what was written is."""


ERRORS = (EditError, GlossaryError, SettingsError, UnwritableError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("id", metavar="ID", help="the id of the entry")
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Edit until it is valid or given up; 0 when the file is as the person wants it."""
    settings = shared.settings(options)
    book = Book.open(settings.glossary)
    draft = _draft(book, options.id)
    name = f"{options.id}-"
    with tempfile.NamedTemporaryFile("w", prefix=name, suffix=".yaml", delete=False) as file:
        path = Path(file.name)
    path.write_text(draft.text, encoding="utf-8")
    if _edited(draft, path, settings):
        path.unlink()
    return 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of an entry, taken out of the file, where they begin on ``first_line``."""

    book: Book
    id: str
    text: str
    first_line: int

    def put_back(self, text: str) -> Book:
        """The book with other lines for the entry, in memory.

        Raises:
            GlossaryError: It would be no glossary.
        """
        return self.book.revised(self._spliced(self.book, text))

    def write(self, text: str) -> Book:
        """Write the lines into the file.

        Raises:
            EditError: Somebody else has changed the entry meanwhile.
        """
        return rewrite(self.book, lambda now: self._spliced(now, text))

    def _spliced(self, book: Book, text: str) -> bytes:
        if self.id not in book.ids or lines_of(book, self.id) != self.text:
            raise EditError(f"Entry “{self.id}” was changed in the file meanwhile.")
        span = _span(book, self.id)
        made = text if text.endswith("\n") else f"{text}\n"
        data = made.replace("\r\n", "\n").encode()
        newline = book.text.newline if book.text else b"\n"
        return book.data[: span.above] + data.replace(b"\n", newline) + book.data[span.end :]


def lines_of(book: Book, name: str) -> str:
    """The lines of an entry, with the comments above it."""
    span = _span(book, name)
    return book.data[span.above : span.end].decode().replace("\r\n", "\n")


def _span(book: Book, name: str) -> Span:
    assert book.text is not None  # drafts are made of files whose entries have lines
    return book.text.span(book.ids.index(name))


def _draft(book: Book, name: str) -> Draft:
    if book.text is None:
        told = "its entries do not stand on lines of their own; edit the file itself"
        raise EditError(f"{book.path}: {told}.")
    if name not in book.ids:
        raise EditError(f"There is no entry “{name}” in {book.path}. `glossary-bot add` adds one.")
    line = book.text.line(_span(book, name).above)
    return Draft(book, name, lines_of(book, name), line)


def _edited(draft: Draft, path: Path, settings: Settings) -> bool:
    """Whether all that was written is in the file, or nothing was written."""
    before, line = draft.text, 1
    while True:
        _open(path, line, settings)
        shown = path.read_text(encoding="utf-8", errors="replace")
        text = "".join(t for t in shown.splitlines(keepends=True) if not t.startswith(_MARK))
        if text == draft.text:
            sys.stdout.write("Nothing was changed.\n")
            return True
        if text == before:
            raise EditError(f"Not changed; what you wrote is in {path}.")
        try:
            _finish(draft, text)
        except GlossaryError as error:
            line = _remark(path, text, draft, error.problems)
            before = text
        except (EditError, UnwritableError) as error:
            raise EditError(f"{error} What you wrote is in {path}.") from error
        else:
            return True


def _finish(draft: Draft, text: str) -> None:
    """Write valid lines, and say what could still be better."""
    book = draft.put_back(text)
    book = draft.write(text)
    last = draft.first_line + text.count("\n")
    for problem in check_text(book.data, book.path):
        if draft.first_line <= problem.line < last and problem.level != "info":
            sys.stdout.write(f"{problem}\n")


def _remark(path: Path, text: str, draft: Draft, problems: Sequence[Problem]) -> int:
    """Put what is wrong on top of the text; the line of the first problem then."""
    shown = list(problems[:5])
    first = draft.first_line
    remarks = [
        _sentence(problem, first + text.count("\n"), first, len(shown)) for problem in shown
    ]
    path.write_text("".join(f"{_MARK}{told}\n" for told in remarks) + text, encoding="utf-8")
    inside = max(1, shown[0].line - first + 1) if shown else 1
    return min(inside, text.count("\n") or 1) + len(remarks)


def _sentence(problem: Problem, end: int, first: int, above: int) -> str:
    inside = first <= problem.line < end
    where = f"line {problem.line - first + 1 + above}: " if inside else ""
    return f"{where}{problem.sentence}"


def _open(path: Path, line: int, settings: Settings) -> None:
    command = shlex.split(settings.visual or settings.editor)
    if line > 1 and _TAKES_LINE.match(Path(command[0]).name):
        command.append(f"+{line}")
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the person's own
    except OSError as error:
        raise EditError(
            f"The editor “{command[0]}” cannot be run ({error.strerror}); set EDITOR."
        ) from error
    if done.returncode:
        raise EditError(f"The editor ended with {done.returncode}; what you wrote is in {path}.")
