"""What cannot be done to the process that runs the tests: `python -m tests.state.trials NAME`.

Each trial takes a path for its database and ends with an AssertionError when it fails. The
processes are forked from one that has everything imported, so that each costs milliseconds.
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.state import Limits, Ruling, State, StateUnavailable, Suggestion

NOBODY = 65_534
LIMITS = Limits(pending=10**9, day=10**9, queue=10**9)
Work = Callable[[], Coroutine[Any, Any, None]]


def forked(work: Work) -> int:
    """The id of a new process that does this work."""
    child = os.fork()
    if child:
        return child
    try:
        asyncio.run(work())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def ended(child: int) -> int:
    """How a process ended: its exit status, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


async def one_entry(state: State, number: int, said: Callable[[str], None]) -> None:
    """A suggestion, its approval and its publication, each said once it is kept."""
    taken = await state.revisions.submit(
        Suggestion(
            concept=f"entry-{number}",
            kind="add",
            body={"id": f"entry-{number}", "text": "x" * 500},
            author=number + 1_000,
            request=f"add {number}",
        ),
        limits=LIMITS,
    )
    assert taken.revision, taken.outcome
    said(f"suggested {number}")
    ruling = Ruling(reviewer=1, request=f"approve {number}")
    decision = await state.revisions.approve(taken.revision.id, ruling, version=1)
    assert decision.outcome in ("done", "repeated"), decision.outcome
    said(f"approved {number}")
    assert decision.revision
    await state.revisions.published([decision.revision], "v")
    said(f"published {number}")


def kills(path: Path, times: int = 60) -> None:
    """A writer is killed again and again; what it said was kept is there, and there once."""
    chance, said = random.Random(6), set[str]()
    for _ in range(times):
        reader, writer = os.pipe()

        async def write(out: int = writer) -> None:
            state = await State.open(path)
            begun = len(await state.revisions.log(10**6))
            for number in range(max(0, begun - 2), 10**6):  # the last ones are delivered again
                await one_entry(state, number, lambda line: _say(out, line))

        child = forked(write)
        os.close(writer)
        heard = os.read(reader, 65_536)
        time.sleep(chance.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        while chunk := os.read(reader, 65_536):
            heard += chunk
        os.close(reader)
        said |= set(heard.decode().splitlines())
        asyncio.run(_nothing_lost(path, said))
    print(f"{times} kills, {len(said)} acknowledged writes")


def _say(out: int, line: str) -> None:
    os.write(out, f"{line}\n".encode())


async def _nothing_lost(path: Path, said: set[str]) -> None:
    state = await State.open(path)
    kept = {one.concept: one for one in await state.revisions.log(10**6)}
    assert len(kept) == len(await state.revisions.log(10**6)), "a suggestion is there twice"
    for line in said:
        stage, number = line.split()
        one = kept[f"entry-{number}"]
        assert stage == "suggested" or one.sequence is not None, line
        assert stage != "published" or one.published_at is not None, line
    order = [one.sequence for one in await state.revisions.approved_since(0, 10**6)]
    assert order == list(range(1, len(order) + 1))
    assert await state.notices.waiting() == len(order), "each author is told once"
    await state.close()


def rivals(path: Path, times: int = 40) -> None:
    """Two processes decide the same suggestions at once: each is decided once."""

    async def prepare() -> None:
        state = await State.open(path)
        for number in range(times):
            suggestion = Suggestion(
                concept=f"entry-{number}", kind="add", body={}, author=number, request=str(number)
            )
            await state.revisions.submit(suggestion, limits=LIMITS)
        await state.close()

    async def decide(reviewer: int) -> None:
        state = await State.open(path)
        for number in range(1, times + 1):
            ruling = Ruling(reviewer=reviewer, request=f"{reviewer} {number}")
            decision = await state.revisions.approve(number, ruling, version=1)
            assert decision.revision
            won = decision.outcome == "done"
            assert won == (decision.revision.reviewer == reviewer)
            assert won or decision.outcome == "lost"
        await state.close()

    async def count() -> None:
        state = await State.open(path)
        order = [one.sequence for one in await state.revisions.approved_since(0)]
        assert order == list(range(1, times + 1))
        await state.close()

    asyncio.run(prepare())
    children = [forked(lambda reviewer=reviewer: decide(reviewer)) for reviewer in (1, 2)]  # type: ignore[misc]
    assert [ended(child) for child in children] == [0, 0]
    asyncio.run(count())


def newborn(path: Path) -> None:
    """Several processes make the same database at once."""

    async def start() -> None:
        state = await State.open(path)
        await state.preferences.set_language(os.getpid(), "fi")
        await state.close()

    children = [forked(start) for _ in range(6)]
    assert [ended(child) for child in children] == [0] * 6


def full(path: Path) -> None:
    """The disk fills up: writes say so, what was kept stays, and room is all that it takes."""

    async def fill() -> None:
        state = await State.open(path)
        await state.preferences.set_language(1, "fi")
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        kept, failed = 0, 0
        while failed < 3:
            try:
                await state.drafts.save(kept, 1, "term", {"text": "x" * 5_000}, version=0)
                kept += 1
            except StateUnavailable:
                failed += 1
        assert kept > 3
        assert "disk" in (state.trouble or "")
        assert await state.preferences.language(1) == "fi", "lookups go on"
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        await state.drafts.save(kept, 1, "term", {}, version=0)
        assert state.trouble is None
        for person in range(kept + 1):
            assert await state.drafts.get(person), person
        await state.close()

    asyncio.run(fill())


def readonly(path: Path) -> None:
    """The disk is read-only at the start: the bot runs, says so, and recovers."""

    async def make() -> None:
        state = await State.open(path)
        await state.preferences.set_language(1, "fi")
        await state.close()

    async def use() -> None:
        state = await State.open(path)
        with pytest.raises(StateUnavailable, match="writable"):
            await state.preferences.set_language(1, "ko")
        assert state.trouble
        await state.preferences.language(1)  # whatever it says, it does not fail
        path.parent.chmod(0o755)
        path.chmod(0o644)
        await state.preferences.set_language(1, "ko")
        assert await state.preferences.language(1) == "ko"
        await state.close()

    path.parent.mkdir()
    if os.getuid() == 0:  # root may write anything
        os.chown(path.parent, NOBODY, NOBODY)
        os.setuid(NOBODY)
    asyncio.run(make())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    asyncio.run(use())


if __name__ == "__main__":
    {"kills": kills, "rivals": rivals, "newborn": newborn, "full": full, "readonly": readonly}[
        sys.argv[1]
    ](Path(sys.argv[2]))
