"""Put a glossary file in canonical order and layout, without the loss of a comment.

Exit code: 0; with --check 1 when the file would change.
"""

from __future__ import annotations

import argparse
import sys

from bot.cli import options as shared
from bot.file.book import Book
from bot.file.layout import laid_out
from bot.file.writing import UnwritableError, rewrite
from bot.problem import GlossaryError
from bot.settings import SettingsError

ERRORS = (GlossaryError, SettingsError, UnwritableError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_file(parser)
    parser.add_argument("--check", action="store_true", help="only say whether it would change")


def run(options: argparse.Namespace) -> int:
    """Lay the file out; 1 when it was only to be checked and would change."""
    path = shared.file(options)
    book = Book.open(path)
    changes = laid_out(book) != book.data
    if options.check:
        sys.stdout.write(f"{path}: run glossary-bot fmt on it\n" if changes else "")
        return 1 if changes else 0
    rewrite(book, laid_out)
    return 0
