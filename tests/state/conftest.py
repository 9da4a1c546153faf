"""A state in a real file, with a clock that the test sets."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.state import State
from tests.state.postgres import PostgresDatabase
from tests.state.samples import Clock

POSTGRES = os.environ.get("POSTGRES_DSN")
OF_SQLITE = ("data", "database", "faults", "migrations", "restoring")
collect_ignore = [f"test_{name}.py" for name in OF_SQLITE] if POSTGRES else []


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "state.db"


@pytest.fixture(autouse=True)
def server(path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """PostgreSQL in SQLite's place, if a server is given."""
    if POSTGRES is None:
        yield
        return
    monkeypatch.setattr(PostgresDatabase, "dsn", POSTGRES)
    monkeypatch.setattr("bot.state.state.Database", PostgresDatabase)
    yield
    PostgresDatabase(path, clock).drop()


@pytest.fixture
async def state(path: Path, clock: Clock, anyio_backend: str) -> AsyncIterator[State]:
    opened = await State.open(path, clock)
    yield opened
    await opened.close()
