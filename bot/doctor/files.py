"""The glossary, the state directory and the database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.doctor.finding import Finding, fix, note, ok
from bot.file.reading import check, read
from bot.problem import GlossaryError
from bot.settings import Settings
from bot.state import StateUnavailable, condition

ROOM = 100 * 2**20  # bytes; the database and its copies need far less


def files(settings: Settings) -> Iterator[Finding]:
    """Everything that can be told without the network; nothing is changed."""
    yield from _glossary(settings.glossary)
    if not settings.state.is_dir():
        yield _missing(settings.state)
        return
    yield from _directory(settings.state)
    yield _database(settings.database)


def _glossary(path: Path) -> Iterator[Finding]:
    try:
        count = len(read(path).concepts)
    except GlossaryError as error:
        more = len(error.problems) - 1
        rest = f" And {more} more: glossary-bot check says all." if more else ""
        yield fix("glossary", f"{error.problems[0]}{rest}")
        return
    warnings = sum(problem.level == "warning" for problem in check(path))
    about = f"{path} has {count} entries"
    hint = f" and {warnings} warnings; glossary-bot check says them" if warnings else ""
    yield (note if warnings else ok)("glossary", f"{about}{hint}.")
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        yield ok("glossary file", "approved changes can be written into it.")
    else:
        yield note(
            "glossary file",
            f"{path} or its directory is read-only: approved changes are served but not written "
            "into it. If they should be, make both writable for the user that runs the bot.",
        )


def _missing(path: Path) -> Finding:
    parent = next(each for each in path.absolute().parents if each.exists())
    if os.access(parent, os.W_OK):
        return ok("state directory", f"{path} will be made at the first start.")
    return fix("state directory", f"{path} is missing and {parent} is read-only; make it.")


def _directory(path: Path) -> Iterator[Finding]:
    if not os.access(path, os.W_OK | os.X_OK):
        yield fix("state directory", f"{path} is not writable for this user; chown it.")
    elif path.stat().st_mode & 0o077:
        yield fix("state directory", f"others may look into {path}: chmod 700 {path}")
    else:
        yield ok("state directory", f"{path} is writable, and private.")
    free = shutil.disk_usage(path).free
    if free < ROOM:
        yield fix("disk", f"only {free // 2**20} MiB are free at {path}; make room.")
    else:
        yield ok("disk", f"{free // 2**20} MiB are free.")
    open_ = [each for each in path.iterdir() if each.is_file() and each.stat().st_mode & 0o077]
    private = [each for each in open_ if each.suffix in (".db", ".bak") or "secret" in each.name]
    if private:
        names = " ".join(str(each) for each in private)
        yield fix("rights", f"others may read what people entrusted to the bot: chmod 600 {names}")


def _database(path: Path) -> Finding:
    if not path.exists():
        return ok("database", f"{path} will be made at the first start.")
    try:
        found = condition(path)
    except StateUnavailable as error:
        return fix("database", str(error))
    if found.version < found.newest:
        return note(
            "database",
            f"sound; its tables go from version {found.version} to {found.newest} at the next "
            "start, and a copy is made before.",
        )
    return ok("database", f"sound, version {found.version}.")
