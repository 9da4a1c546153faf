"""The command line: ``glossary-bot [COMMAND]``.

A command's module is imported only when it is run, so that `ask` does not load Telegram.
"""

from __future__ import annotations

import argparse
import difflib
import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence

from bot import __version__

PROGRAM = "glossary-bot"

COMMANDS = {
    "serve": "serve Telegram, or chat in the terminal when no token is set (the default)",
    "ask": "print the answer to one query, or to each line of standard input",
    "explain": "print the terms in texts, with how often each occurs",
    "add": "add an entry to a glossary file, asking for what is not given",
    "edit": "open one entry in an editor, and check it when it is saved",
    "publish": "write into the glossary file what has been approved by chat",
    "log": "list what was suggested by chat and what became of it",
    "check": "say everything that is wrong with a glossary file",
    "fmt": "put a glossary file in canonical order and layout",
    "stats": "count entries per language, field and status; list what is missing or not verified",
    "doctor": "check settings, files, database, token and the bot's settings at Telegram",
    "health": "say whether the bot on this machine is alive",
    "backup": "copy the database into one file, also while the bot runs",
    "restore": "put a backup in the place of the database, also while the bot runs",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        code = _answered(arguments)
        sys.stdout.flush()  # here, where it can still be said that the disk is full
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has gone; Python must not complain when it closes it
        sys.stdout = None
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            raise
        sys.stdout = None  # what is still in it cannot be written either
        return _refuse("The output cannot be written: no space is left.")
    return code


def _prepare_streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started us: nothing to read, nobody reads
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not every terminal can show 한국어
            stream.reconfigure(errors="replace")


def _answered(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help"):
        print(usage())  # noqa: T201  # what was asked for
        return 0
    if first == "--version":
        print(f"{PROGRAM} {__version__}")  # noqa: T201  # what was asked for
        return 0
    if first and not first.startswith("-") and first not in COMMANDS:
        return _refuse(_unknown(first))
    name = arguments.pop(0) if first in COMMANDS else "serve"
    return _run(name, arguments)


def _run(name: str, arguments: list[str]) -> int:
    command = importlib.import_module(f"bot.cli.{name}")
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {name}", description=command.__doc__)
    command.arguments(parser)
    try:
        return int(command.run(parser.parse_args(arguments)))
    except command.ERRORS as error:
        return _refuse(str(error))


def usage() -> str:
    """What ``--help`` prints."""
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {text}" for name, text in COMMANDS.items())
    return (
        f"usage: {PROGRAM} [COMMAND] [OPTIONS]\n\n"
        "Answers a term with the right entry of a curated glossary.\n\n"
        f"{lines}\n\n"
        f"{PROGRAM} COMMAND --help shows the options of a command.\n"
        f"{PROGRAM} --version prints the version."
    )


def _unknown(name: str) -> str:
    close = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = f" Did you mean “{close[0]}”?" if close else ""
    return f"“{name}” is no command of {PROGRAM}.{hint} {PROGRAM} --help lists them."


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  # errors go to people
    return 2
