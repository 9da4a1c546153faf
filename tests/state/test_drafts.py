from __future__ import annotations

from pathlib import Path

import pytest

from bot.state import DraftChanged, State
from tests.state.samples import DAY, Clock

pytestmark = pytest.mark.anyio

ODD = {"term": "ihmisoikeus 인권 \ud83d \0", "steps": [1, None, {"back": True}]}


async def test_a_draft_outlasts_a_restart_letter_by_letter(path: Path, clock: Clock) -> None:
    state = await State.open(path, clock)
    kept = await state.drafts.save(1, 10, "definition", ODD, version=0)
    await state.close()
    state = await State.open(path, clock)
    assert await state.drafts.get(1) == kept
    assert kept.body == ODD
    assert kept.version == 1
    await state.close()


async def test_each_person_has_a_draft_of_their_own(state: State) -> None:
    await state.drafts.save(1, 10, "term", {"a": 1}, version=0)
    await state.drafts.save(2, 10, "term", {"a": 2}, version=0)
    found = await state.drafts.get(1)
    assert found is not None
    assert found.body == {"a": 1}


@pytest.mark.parametrize("version", [0, 2])
async def test_a_draft_that_changed_meanwhile_is_not_overwritten(
    state: State, version: int
) -> None:
    kept = await state.drafts.save(1, 10, "term", {"by": "first"}, version=0)
    with pytest.raises(DraftChanged) as caught:
        await state.drafts.save(1, 10, "term", {"by": "second"}, version=version)
    assert caught.value.draft == kept
    assert await state.drafts.get(1) == kept


async def test_a_draft_that_is_gone_is_not_brought_back_by_a_late_message(state: State) -> None:
    kept = await state.drafts.save(1, 10, "term", {}, version=0)
    assert await state.drafts.discard(1)
    with pytest.raises(DraftChanged):
        await state.drafts.save(1, 10, "term", {}, version=kept.version)
    assert not await state.drafts.discard(1)


async def test_the_same_update_again_changes_nothing(state: State) -> None:
    first = await state.drafts.save(1, 10, "term", {"a": 1}, version=0, request="17")
    again = await state.drafts.save(1, 10, "term", {"a": 1}, version=0, request="17")
    assert first == again


async def test_only_the_draft_that_was_seen_is_discarded(state: State) -> None:
    await state.drafts.save(1, 10, "term", {}, version=0)
    with pytest.raises(DraftChanged):
        await state.drafts.discard(1, version=7)
    assert await state.drafts.get(1) is not None


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0), (-400, 1)])
async def test_a_draft_is_kept_for_30_days_also_when_the_clock_is_set_back(
    state: State, clock: Clock, days: int, left: int
) -> None:
    await state.drafts.save(1, 10, "term", {}, version=0)
    clock.now += days * DAY
    assert (await state.drafts.get(1) is not None) is bool(left)


async def test_an_expired_draft_gives_way_to_a_new_one(state: State, clock: Clock) -> None:
    await state.drafts.save(1, 10, "term", {"old": 1}, version=0)
    clock.now += 31 * DAY
    new = await state.drafts.save(1, 10, "term", {"new": 1}, version=0)
    assert new.version == 1
