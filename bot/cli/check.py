"""Say everything that is wrong with a glossary file, a line each.

Exit code: 0 when there are no errors (warnings alone are fine), 1 when there are.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.cli import options as shared
from bot.file.book import Book
from bot.file.reading import check
from bot.file.repair import repairs
from bot.file.splicing import spliced
from bot.file.writing import UnwritableError, rewrite
from bot.problem import GlossaryError
from bot.settings import SettingsError

ERRORS = (GlossaryError, SettingsError, UnwritableError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_file(parser)
    parser.add_argument("--verbose", action="store_true", help="print remarks too")
    parser.add_argument("--fix", action="store_true", help="put right what needs no person")


def run(options: argparse.Namespace) -> int:
    """Check; 1 when there are errors."""
    path = shared.file(options)
    if options.fix:
        _fix(path)
    problems = check(path)
    shown = [p for p in problems if options.verbose or p.level != "info"]
    sys.stdout.writelines(f"{problem}\n" for problem in shown)
    return 1 if any(problem.level == "error" for problem in problems) else 0


def _fix(path: Path) -> None:
    """Spaces, letters in parts, full stops and articles; only the lines concerned change."""
    before = Book.open(path)
    after = rewrite(before, lambda book: spliced(book, repairs(book.glossary)))
    sys.stdout.writelines(
        f"{path}: put right: entry “{name}”\n" for name in after.changes_since(before)
    )
