"""Writing that is killed at any step."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.file.book import Book
from tests.file.test_writing import TEXT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


_CRASH = """
import os, pathlib, sys
from bot.file import writing
from bot.file.book import Book
from bot.file.writing import Change, write
from tests.file.test_writing import new

def dies(call, after):
    def wrapped(*args, **kwargs):
        if after:
            call(*args, **kwargs)
        os._exit(9)
    return wrapped

path, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
steps = [(name, after) for name in ("fchmod", "fsync", "exchange", "unlink") for after in (0, 1)]
for number in range(rounds):
    for step, (name, after) in enumerate(steps):
        addition = Change(f"x{number}-{step}", None, new(f"x{number}-{step}"))
        before = len(Book.open(path).glossary.concepts)
        child = os.fork()
        if not child:
            owner = {"unlink": pathlib.Path, "exchange": writing}.get(name, os)
            setattr(owner, name, dies(getattr(owner, name), after))
            write(Book.open(path), [addition])
            os._exit(1)
        assert os.waitpid(child, 0)[1] == 9 << 8, name
        assert len(Book.open(path).glossary.concepts) in (before, before + 1)
        write(Book.open(path), [addition])
        assert len(Book.open(path).glossary.concepts) == before + 1
"""


@pytest.mark.slow
def test_a_crash_at_any_step_leaves_the_old_file_or_the_new(path: Path) -> None:
    """25 rounds of 8 crashes; the next write goes through and doubles nothing."""
    subprocess.run([sys.executable, "-c", _CRASH, str(path), "25"], check=True)
    assert len(Book.open(path).glossary.concepts) == 2 + 25 * 8
    assert list(path.parent.iterdir()) == [path]


_ENDLESS = """
import pathlib, sys
from bot.file.book import Book
from bot.file.writing import Change, write
from tests.file.test_writing import new

book = Book.open(pathlib.Path(sys.argv[1]))
print("ready", flush=True)
for number in range(100_000):
    book = write(book, [Change(f"y{number}", None, new(f"y{number}"))])
    print(number, flush=True)
"""


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_every_change_that_was_acknowledged(path: Path) -> None:
    for moment in range(12):
        path.write_text(TEXT, encoding="utf-8")
        command = [sys.executable, "-c", _ENDLESS, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(0.02 + moment * 0.007)
            writer.send_signal(signal.SIGKILL)
            told = len(writer.stdout.read().split("\n")) - 1
        found = len(Book.open(path).glossary.concepts) - 2
        assert found in (told, told + 1)
