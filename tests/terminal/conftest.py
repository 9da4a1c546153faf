"""A chat with the sample bot, in this process and in one of its own."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.terminal import Person, run_chat
from tests.terminal.sample import build

Talk = Callable[..., str]


@pytest.fixture
def talk() -> Talk:
    """Type some lines to the sample bot and return all that the screen shows."""

    def typed(*lines: str, columns: int | None = None) -> str:
        output = io.StringIO()
        source = io.StringIO("".join(f"{line}\n" for line in lines))
        status = asyncio.run(
            run_chat(
                build, person=Person("Ann", "fi"), source=source, output=output, columns=columns
            )
        )
        assert status == 0
        return output.getvalue()

    return typed


def piped(typed: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the sample bot with its input from a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "tests.terminal.sample"],
        input=typed,
        capture_output=True,
        timeout=60,
        check=False,
    )
