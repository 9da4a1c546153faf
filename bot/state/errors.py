"""What can go wrong with the database, each as a sentence that says what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class StateError(Exception):
    """Anything that the state refuses or cannot do; the message is a sentence for people."""


class StateUnavailable(StateError):  # noqa: N818 - a condition, not always a mistake
    """The database cannot be used at the moment. Nothing was changed; trying later may work.

    Lookups go on without it; whoever wanted something kept has to be told.
    """


class StateRefused(StateUnavailable):
    """The database must not be used as it is: damaged, made by a newer program, or not ours."""


_CLOSING = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_READONLY,
}

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "The database {path} is in use by another program; try again.",
    sqlite3.SQLITE_LOCKED: "The database {path} is in use by another program; try again.",
    sqlite3.SQLITE_FULL: "There is no room left for the database {path}; free some disk space.",
    sqlite3.SQLITE_READONLY: "The database {path} is read-only; make the file and its "
    "directory writable for the user that runs the bot.",
    sqlite3.SQLITE_PERM: "The bot may not use the database {path}; check the rights on it.",
    sqlite3.SQLITE_CANTOPEN: "The database {path} cannot be opened; check that its directory "
    "exists and is writable for the user that runs the bot.",
    sqlite3.SQLITE_IOERR: "The disk failed while the database {path} was read or written; "
    "check the disk and the room on it.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory to use the database {path}.",
    sqlite3.SQLITE_PROTOCOL: "The database {path} is in use by another program; try again.",
    sqlite3.SQLITE_INTERRUPT: "The work on the database {path} was interrupted; try again.",
}


def code(error: sqlite3.Error) -> int:
    """SQLite's primary result code (https://www.sqlite.org/rescode.html), 0 when there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def damaged(path: Path, detail: str) -> StateRefused:
    """The refusal of a database whose content cannot be trusted, with the way out."""
    return StateRefused(
        f"The database {path} is damaged ({detail}). Nothing was changed. Put a backup in its "
        f"place with `glossary-bot restore BACKUP`; the damaged file is kept beside it."
    )


def gone(path: Path) -> StateUnavailable:
    """The answer while a database that was in use is no longer where it was."""
    return StateUnavailable(
        f"The database {path} is gone. Put it back where it was, or bring a backup back with "
        f"`glossary-bot restore BACKUP`; the bot goes on by itself then."
    )


def explained(error: Exception, path: Path) -> StateUnavailable | None:
    """The same trouble as a sentence; None when the error is a mistake in the program."""
    if isinstance(error, StateUnavailable):
        return error
    if isinstance(error, OSError):
        return StateUnavailable(f"The database {path} cannot be used: {error.strerror or error}.")
    if not isinstance(error, sqlite3.Error):
        return None
    if code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    sentence = _SENTENCES.get(code(error))
    return StateUnavailable(sentence.format(path=path)) if sentence else None


def needs_reopening(error: Exception) -> bool:
    """Whether the connection is of no more use after this error."""
    if isinstance(error, sqlite3.Error):
        return code(error) in _CLOSING
    return isinstance(error, OSError | StateUnavailable)
