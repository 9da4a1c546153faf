"""A glossary file, a state and a press in a directory of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.state import State
from tests.publishing.workshop import TEXT, Workshop


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Workshop]:
    """A press over a file of two entries; its watch is moved by hand."""
    path = tmp_path / "repository" / "glossary.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    state = await State.open(tmp_path / "state.db")
    yield Workshop.over(path, state)
    await state.close()
