"""Approving and publishing, killed at the Nth step; run as a program of its own.

Usage: ``python -m tests.publishing.crashes DIRECTORY FIRST``. For each N from FIRST on a child
process suggests, approves and publishes five entries, and is killed (SIGKILL) at its Nth step: a
statement of the database, or a call that opens, writes, flushes, renames or removes a file. Then
others start as the bot does after a crash, the first of them to be killed too, and what is left is
looked at. What the
first child was told to be approved is in a file that is written outside of all this.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.file import writing
from bot.file.book import Book
from bot.state import State
from bot.state.transaction import Transaction
from tests.publishing.workshop import TEXT, Workshop, entry

_STEPS = (
    (os, "fsync"), (os, "fchmod"), (os, "fchown"), (os, "open"),
    (Path, "replace"), (Path, "unlink"), (Path, "open"), (writing, "exchange"),
    (Transaction, "execute"), (Transaction, "next"), (Transaction, "all"),
)  # fmt: skip
NEW, CHANGED = ("gamma", "delta", "epsilon", "zeta"), "beta"


def kill_at(step: int) -> None:
    """Let this process be killed before its ``step``-th step."""
    count = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **kwargs)

        return stepping

    for owner, name in _STEPS:
        setattr(owner, name, counted(getattr(owner, name)))


async def work(directory: Path) -> None:
    """Approve five changes, telling of each, and write them."""
    told = os.open(directory / "told", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    state = await State.open(directory / "state.db")
    shop = Workshop.over(directory / "glossary.yaml", state)
    await shop.looks(2)
    for name in (*NEW, CHANGED):
        await shop.publish(entry(name, f"note on {name}"))
        os.write(told, f"{name}\n".encode())
        if name != NEW[0]:
            await shop.looks(1)
    await shop.looks(2)
    await state.close()


async def recover(directory: Path) -> None:
    """Start as after a crash, and write what is left to be written."""
    state = await State.open(directory / "state.db")
    shop = Workshop.over(directory / "glossary.yaml", state)
    await shop.desk.publish()
    await shop.looks(3)
    assert await state.revisions.unpublished() == []
    kept = [revision.concept for revision in await state.revisions.log(100)]
    assert len(kept) == len(set(kept)), "a change is there twice"
    for name in kept:
        concept = shop.served(name)
        assert concept is not None
        assert concept.languages["en"].note == f"note on {name}"
    await state.close()


def check(directory: Path) -> None:
    """The file is valid, nothing told is lost, nothing is there twice, comments stay."""
    book = Book.open(directory / "glossary.yaml")
    told = directory.joinpath("told").read_text(encoding="utf-8").split()
    text = directory.joinpath("glossary.yaml").read_text(encoding="utf-8")
    assert text.startswith("schema_version: 1\n")
    assert "  # the first\n" in text
    assert "# a letter" in text
    for name in told:
        assert book.glossary.concepts[name].languages["en"].note == f"note on {name}"
        assert text.count(f"- id: {name}\n") == 1
        assert text.count(f"note on {name}") == 1


def in_child(task: Callable[[], object]) -> int:
    """Do something in a process of its own; its exit status as ``os.waitpid`` has it."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        task()
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def killed_at(step: int, task: Callable[[], Any]) -> bool:
    """Whether a child that does something was killed at its ``step``-th step."""

    def doomed() -> None:
        kill_at(step)
        task()

    status = in_child(doomed)
    assert status in (0, signal.SIGKILL), f"step {step}: exit status {status}"
    return status != 0


def crash(directory: Path, step: int) -> int:
    """A crash at a step, one while starting again, and what follows; how many there were."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    (directory / "glossary.yaml").write_text(TEXT, encoding="utf-8")
    (directory / "told").touch()
    crashes = int(killed_at(step, lambda: asyncio.run(work(directory))))
    Book.open(directory / "glossary.yaml")
    if crashes:
        crashes += killed_at(step % 40 + 1, lambda: asyncio.run(recover(directory)))
        Book.open(directory / "glossary.yaml")
    assert in_child(lambda: asyncio.run(recover(directory))) == 0, f"step {step}"
    check(directory)
    left = {path.name for path in directory.iterdir()} - {"glossary.yaml", "told"}
    assert all(name.startswith("state.db") for name in left), f"step {step}: {left}"
    return crashes


def main(directory: Path, first: int) -> int:
    """Crash at each step from ``first`` on until the work is done; how many there were."""
    crashes, step = 0, first
    while found := crash(directory, step):
        crashes += found
        step += 1
    return crashes


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))
