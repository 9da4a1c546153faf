"""Say everything that is wrong with a glossary file, a line each.

Exit code: 0 when there are no errors (warnings alone are fine), 1 when there are.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.cli import options as shared
from bot.problem import GlossaryError
from bot.reading import check
from bot.settings import Settings, SettingsError

ERRORS = (GlossaryError, SettingsError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the glossary file")
    shared.add_glossary(parser)
    parser.add_argument("--verbose", action="store_true", help="print remarks too")


def run(options: argparse.Namespace) -> int:
    """Check; 1 when there are errors."""
    path = options.file or options.glossary or Settings.load().glossary
    problems = check(path)
    shown = [p for p in problems if options.verbose or p.level != "info"]
    sys.stdout.writelines(f"{problem}\n" for problem in shown)
    return 1 if any(problem.level == "error" for problem in problems) else 0
