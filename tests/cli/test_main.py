"""``glossary-bot`` itself, as a process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import COMMANDS
from tests.cli.running import ROOT, run


def test_help_names_every_command() -> None:
    out = run("--help").stdout
    assert all(f"\n  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_own_help(command: str) -> None:
    assert "usage: glossary-bot" in run(command, "--help").stdout


def test_the_version_is_printed() -> None:
    assert run("--version").stdout == f"glossary-bot {__version__}\n"


def test_a_misspelt_command_is_told_apart_from_a_right_one() -> None:
    assert "Did you mean “check”?" in run("chek", code=2).stderr


def test_ask_does_not_load_telegram() -> None:
    """That would cost more than the answer."""
    code = "import sys; from bot.cli import main; main(['ask', 'FOC']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True, text=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"telegram", "httpx", "aiohttp", "sqlite3"}


def test_what_the_terminal_cannot_show_is_replaced() -> None:
    out = run("ask", "FOC", PYTHONIOENCODING="ascii").stdout
    assert "Korean: Freedom Online Coalition, FOC, ?" in out


def test_a_full_disk_is_said_in_words() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "ask", "FOC"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            text=True,
        )
    assert (done.returncode, done.stderr) == (
        2,
        "The output cannot be written: no space is left.\n",
    )


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_a_full_disk_is_said_of_what_needs_no_command_as_well(option: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", option],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            text=True,
        )
    assert done.stderr == "The output cannot be written: no space is left.\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [("ask FOC >&-", 0), ("ask - <&-", 0), ("explain - <&-", 1), ("chek 2>&-", 2)],
)
def test_a_stream_that_is_closed_holds_nothing_and_takes_everything(line: str, code: int) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m bot {line}', sys.executable],
        capture_output=True,
        cwd=ROOT,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr) == (code, "")
