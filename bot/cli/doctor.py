"""Check whether everything is as it should be: a line each, OK or what to do. Changes nothing.

Exit code: 0 when the bot can do its work, 1 when something has to be put right, 2 when a setting
cannot be used.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.cli import options as shared
from bot.doctor import Finding, files, telegram
from bot.logs import Redaction
from bot.settings import Settings, SettingsError

ERRORS = (SettingsError,)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Check; 1 when something has to be put right."""
    settings = shared.settings(options)
    return 1 if asyncio.run(_examine(settings)) else 0


async def _examine(settings: Settings) -> int:
    """Print every finding as soon as it is there; how many have to be put right."""
    hidden, wrong = Redaction(settings.secrets), 0

    def told(finding: Finding) -> int:
        sys.stdout.write(hidden(str(finding)) + "\n")
        sys.stdout.flush()
        return finding.level == "FIX"

    for finding in files(settings):
        wrong += told(finding)
    async for finding in telegram(settings):
        wrong += told(finding)
    return wrong
