"""Copy the database into one file, also while the bot runs. The glossary is a file of its own.

Exit code: 0 when the copy is there, whole and checked; 2 when it could not be made.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.settings import Settings, SettingsError
from bot.state import StateError, backup, clock, stamp

ERRORS = (SettingsError, StateError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="where to, a file or a folder (default: the folder backups in the state directory)",
    )


def run(options: argparse.Namespace) -> int:
    """Copy, and say where to."""
    settings = Settings.load()
    target: Path = options.file or settings.state / "backups"
    if options.file is None and settings.database.exists():
        target.mkdir(mode=0o700, exist_ok=True)
    if target.is_dir():
        target /= f"{settings.database.stem}.{stamp(clock())}.db"
    if target.exists() and target.samefile(settings.database):
        raise StateError(f"{target} is the database itself; write the backup elsewhere.")
    sys.stdout.write(f"{backup(settings.database, target)}\n")
    return 0
