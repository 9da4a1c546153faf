"""Put a backup in the place of the database, also while the bot runs. What was there is kept.

Exit code: 0 when it has been done, 2 when nothing was changed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.settings import Settings, SettingsError
from bot.state import StateError, clock, restore

ERRORS = (SettingsError, StateError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")


def run(options: argparse.Namespace) -> int:
    """Restore, and say where the database is that was there before."""
    settings = Settings.load()
    kept = restore(settings.database, options.file, clock()).kept
    before = f" What was there before is kept as {kept}." if kept else ""
    sys.stdout.write(f"Restored {options.file} into {settings.database}.{before}\n")
    return 0
