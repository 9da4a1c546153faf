"""A state in a real file, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.state import State
from tests.state.samples import Clock


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "state.db"


@pytest.fixture
async def state(path: Path, clock: Clock, anyio_backend: str) -> AsyncIterator[State]:
    opened = await State.open(path, clock)
    yield opened
    await opened.close()
