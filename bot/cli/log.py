"""List what was suggested by chat and what became of it, latest first.

The history of edits by hand is in the version control of the glossary file.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import sys

from bot.settings import Settings, SettingsError
from bot.state import Revision, State, StateError

ERRORS = (SettingsError, StateError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("id", nargs="?", metavar="ID", help="only the changes of this entry")
    parser.add_argument(
        "--limit", type=int, default=20, metavar="N", help="at most N lines (default: 20)"
    )


def run(options: argparse.Namespace) -> int:
    """Print a line for each change."""
    found = asyncio.run(_found(Settings.load(), options.id, options.limit))
    sys.stdout.writelines(f"{line(revision)}\n" for revision in found)
    if not found:
        about = f" to entry “{options.id}”" if options.id else ""
        sys.stdout.write(f"Nobody has suggested a change{about} by chat.\n")
    return 0


async def _found(settings: Settings, concept: str | None, limit: int) -> list[Revision]:
    state = await State.open(settings.database)
    try:
        if concept:
            return await state.revisions.history(concept, limit)
        return await state.revisions.log(limit)
    finally:
        await state.close()


def line(revision: Revision) -> str:
    """A change in one line: when, which, what became of it, by whom, why."""
    day = dt.datetime.fromtimestamp(revision.created_at / 1000, dt.UTC).strftime("%Y-%m-%d %H:%M")
    told = f"{day}  #{revision.id}  {revision.concept}  {revision.kind}  {_became(revision)}"
    return f"{told}  {revision.byline or 'anonymous'}"


def _became(revision: Revision) -> str:
    told: str = revision.state
    if revision.reviewed_by:
        told += f" by {revision.reviewed_by}"
    if revision.state == "approved":
        told += ", in the file" if revision.published_at else ", not in the file yet"
    if revision.reason:
        told += f": {revision.reason.removeprefix('canned:').replace('_', ' ')}"
    return told
