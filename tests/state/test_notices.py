from __future__ import annotations

from pathlib import Path

import pytest

from bot.state import State
from tests.state.samples import DAY, Clock

pytestmark = pytest.mark.anyio


async def test_a_notice_of_the_same_key_is_queued_once_even_after_it_was_sent(
    state: State,
) -> None:
    assert await state.notices.post(7, "reload-failed", {"line": 3}, key="reload 5f3a to 7")
    assert not await state.notices.post(7, "reload-failed", {"line": 3}, key="reload 5f3a to 7")
    (notice,) = await state.notices.claim()
    assert (notice.recipient, notice.kind, notice.body) == (7, "reload-failed", {"line": 3})
    assert await state.notices.done(notice.id)
    assert not await state.notices.done(notice.id)
    assert not await state.notices.post(7, "reload-failed", {"line": 3}, key="reload 5f3a to 7")
    assert await state.notices.waiting() == 0


async def test_two_processes_never_hold_the_same_notice(
    state: State, path: Path, clock: Clock
) -> None:
    for number in range(5):
        await state.notices.post(number, "x", {}, key=str(number))
    other = await State.open(path, clock)
    mine, theirs = await state.notices.claim(3), await other.notices.claim(3)
    await other.close()
    assert [notice.recipient for notice in mine + theirs] == [0, 1, 2, 3, 4]


async def test_a_notice_whose_sender_died_is_due_again_after_its_lease(
    state: State, clock: Clock
) -> None:
    await state.notices.post(7, "x", {}, key="k")
    (first,) = await state.notices.claim(lease_ms=1000)
    assert await state.notices.claim() == []
    clock.now += 1000
    (second,) = await state.notices.claim()
    assert (second.id, second.attempts) == (first.id, first.attempts + 1)


@pytest.mark.parametrize(("after", "due"), [(29_999, 0), (30_000, 1), (-400 * DAY, 1)])
async def test_a_notice_put_off_waits_its_time_but_not_for_a_clock_set_back(
    state: State, clock: Clock, after: int, due: int
) -> None:
    await state.notices.post(7, "x", {}, key="k")
    (notice,) = await state.notices.claim()
    await state.notices.later(notice.id, 30_000)
    clock.now += after
    assert len(await state.notices.claim()) == due
