from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.state import State
from tests.state.samples import AUTHOR, CURATOR, DAY, Clock, approved, submitted

pytestmark = pytest.mark.anyio


async def pass_days(state: State, clock: Clock, days: int) -> dict[str, int]:
    """Run the job once a day; how much it let go of in all."""
    gone: dict[str, int] = {}
    for _ in range(days):
        clock.now += DAY
        for name, count in (await state.prune()).items():
            gone[name] = gone.get(name, 0) + count
    return gone


@pytest.mark.parametrize(("days", "left"), [(90, 1), (91, 0)])
async def test_a_miss_is_forgotten_90_days_after_it_was_last_asked(
    state: State, clock: Clock, days: int, left: int
) -> None:
    await state.misses.count("hrba", "en")
    await pass_days(state, clock, 40)
    await state.misses.count("hrba", "en")
    await pass_days(state, clock, days)
    assert await state.misses.total() == left


@pytest.mark.parametrize(("days", "left"), [(30, 0), (31, 1)])
async def test_a_draft_is_let_go_after_30_days(
    state: State, clock: Clock, days: int, left: int
) -> None:
    await state.drafts.save(AUTHOR, AUTHOR, "term", {}, version=0)
    assert (await pass_days(state, clock, days)).get("drafts", 0) == left


async def test_requests_and_answers_are_let_go_after_two_days(state: State, clock: Clock) -> None:
    await state.seen.first_time("17")
    state.answers.remember(1, 2, 3)
    await state.answers.flush()
    assert not await state.seen.first_time("17")
    assert await pass_days(state, clock, 3) == {"seen": 1, "answers": 1}
    assert await state.seen.first_time("17")


async def test_sent_notices_go_after_a_week_and_unsent_ones_after_a_month(
    state: State, clock: Clock
) -> None:
    for key in ("sent", "unsent"):
        await state.notices.post(1, "x", {}, key=key)
    await state.notices.done((await state.notices.claim(1))[0].id)
    assert await pass_days(state, clock, 8) == {"notices": 1}
    assert await pass_days(state, clock, 23) == {"notices unsent": 1}


async def test_a_decided_revision_is_kept_and_its_curators_id_for_90_days(
    state: State, clock: Clock
) -> None:
    done = await approved(state)
    await pass_days(state, clock, 90)
    kept = await state.revisions.get(done.id)
    assert kept is not None
    assert kept.reviewer == CURATOR
    await pass_days(state, clock, 1)
    kept = await state.revisions.get(done.id)
    assert kept is not None
    assert (kept.reviewer, kept.sequence, kept.body) == (None, 1, done.body)


async def test_a_suggestion_nobody_decides_waits_on_without_its_authors_id_after_a_year(
    state: State, clock: Clock
) -> None:
    waiting = await submitted(state)
    await pass_days(state, clock, 366)
    assert [(one.id, one.author) for one in await state.revisions.queue(1)] == [(waiting.id, None)]
    assert await state.kept_with(AUTHOR) == {}


async def test_a_clock_that_jumps_ahead_and_back_costs_nothing(state: State, clock: Clock) -> None:
    await state.prune()
    start = clock.now
    await state.misses.count("hrba", "en")
    clock.now += 10_000 * DAY
    assert await state.prune() == {}
    await state.misses.count("foc", "en")
    clock.now = start + 3_600_000
    await state.prune()
    assert await state.misses.total() == 2
    await pass_days(state, clock, 91)
    assert await state.misses.total() == 0, "dates from the future are brought back to today"


async def test_after_a_long_pause_the_second_run_believes_the_clock(
    state: State, clock: Clock
) -> None:
    await state.prune()
    await state.misses.count("hrba", "en")
    clock.now += 200 * DAY
    assert await state.prune() == {}
    clock.now += 3_600_000
    assert await state.prune() == {"misses": 1}


async def test_copies_made_by_migrations_and_restores_are_let_go_after_30_days(
    state: State, path: Path, clock: Clock
) -> None:
    for name, days in (("old", 31), ("new", 29)):
        copy = path.with_name(f"state.db.{name}.bak")
        copy.touch()
        os.utime(copy, (clock.now / 1000 - days * 86_400,) * 2)
    assert await state.prune() == {"copies": 1}
    assert [copy.name for copy in path.parent.glob("*.bak")] == ["state.db.new.bak"]
