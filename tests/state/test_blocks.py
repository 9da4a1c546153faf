from __future__ import annotations

import pytest

from bot.state import Block, State
from tests.state.samples import CURATOR, RIVAL, Clock

pytestmark = pytest.mark.anyio


async def test_someone_blocked_is_blocked_until_unblocked(state: State, clock: Clock) -> None:
    assert not await state.blocks.blocked(5)
    assert await state.blocks.block(5, by=CURATOR, reason="spam")
    assert not await state.blocks.block(5, by=RIVAL)
    assert await state.blocks.blocked(5)
    assert await state.blocks.all(10) == [Block(5, CURATOR, "spam", clock.now)]
    assert await state.blocks.unblock(5)
    assert not await state.blocks.unblock(5)
    assert not await state.blocks.blocked(5)
