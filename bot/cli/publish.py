"""Write into the glossary file what has been approved by chat and is not in it yet.

The bot does this by itself where it can write the file. Exit code: 0 when nothing is left to be
written, 1 when something is, 2 when the file or the database cannot be used.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator

from bot.cli import options as shared
from bot.file.book import Book
from bot.file.writing import ConflictError, UnwritableError, write
from bot.problem import GlossaryError
from bot.publishing import Approval, Plan, plan
from bot.publishing.fitting import Fitting, fitting
from bot.publishing.plan import cited
from bot.settings import Settings, SettingsError
from bot.state import State, StateError

ERRORS = (ConflictError, GlossaryError, SettingsError, StateError, UnwritableError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Write; 1 when something could not be written."""
    return asyncio.run(_run(shared.settings(options)))


async def _run(settings: Settings) -> int:
    book = Book.open(settings.glossary)
    state = await State.open(settings.database)
    try:
        found = plan(book.glossary, await state.revisions.unpublished())
        fit = fitting(book, found.due)
        changes = [approval.change for approval in fit.fit]
        written = write(book, changes, cited(fit.fit)) if changes else book
        done = (*found.written, *fit.fit)
        revisions = [revision for approval in done for revision in approval.revisions]
        await state.revisions.published(revisions, written.glossary.version)
    finally:
        await state.close()
    sys.stdout.writelines(f"{line}\n" for line in _told(found, fit))
    return 1 if found.conflicts or fit.refused or found.unfit else 0


def _told(found: Plan, fit: Fitting) -> Iterator[str]:
    for approval in fit.fit:
        yield f"written: entry “{approval.concept.id}” ({_numbers(approval)})"
    for approval in found.written:
        yield f"there already: entry “{approval.concept.id}” ({_numbers(approval)})"
    for approval in found.conflicts:
        yield (
            f"not written: entry “{approval.concept.id}” ({_numbers(approval)}) was changed in "
            "the file after it was approved; a curator chooses in the chat (/queue)"
        )
    for refused, problems in fit.refused:
        yield f"not written: entry “{refused.concept.id}” ({_numbers(refused)}): {problems[0]}"
    for revision in found.unfit:
        yield f"not written: entry “{revision.concept}” (#{revision.id}) does not fit the model"
    if not (fit.fit or fit.refused or found.written or found.conflicts or found.unfit):
        yield "Everything that was approved is in the file."


def _numbers(approval: Approval) -> str:
    return ", ".join(f"#{revision.id}" for revision in approval.revisions)
