from __future__ import annotations

import pytest

from bot.state import State
from tests.state.samples import Clock, approved, ruling, submitted

pytestmark = pytest.mark.anyio


async def test_what_is_written_to_the_file_is_marked_once(state: State, clock: Clock) -> None:
    first, second = await approved(state, "a"), await approved(state, "b")
    assert await state.revisions.unpublished() == [first, second]
    clock.now += 5
    assert await state.revisions.published([first], "v1") == 1
    assert await state.revisions.published([first, second], "v2") == 1
    assert await state.revisions.unpublished() == []
    kept = await state.revisions.get(first.id)
    assert kept is not None
    assert (kept.published_at, kept.file_version) == (clock.now, "v1")


async def test_only_what_is_approved_can_be_published(state: State) -> None:
    waiting = await submitted(state)
    assert await state.revisions.published([waiting], "v1") == 0


async def test_an_approved_change_gives_way_to_the_file_when_a_curator_says_so(
    state: State,
) -> None:
    done = await approved(state)
    choice = ruling()
    for outcome in ("done", "repeated"):
        decision = await state.revisions.set_aside(done.id, choice, version=done.version)
        assert decision.outcome == outcome
    assert await state.revisions.unpublished() == []
    assert await state.revisions.latest("hrba") == 0


async def test_an_approved_change_put_on_top_of_the_file_is_the_newest_approval(
    state: State,
) -> None:
    done, other = await approved(state, "a"), await approved(state, "b")
    body = {"id": "a", "both": True}
    moved = await state.revisions.rebase(
        done.id, ruling(), version=done.version, base="77", previous={"id": "a"}, body=body
    )
    assert moved.outcome == "done"
    unpublished = await state.revisions.unpublished()
    assert [(one.id, one.sequence) for one in unpublished] == [(other.id, 2), (done.id, 3)]
    assert (unpublished[1].base, unpublished[1].body) == ("77", body)
    assert await state.revisions.published([done], "v1") == 0, "as it was before is not in a file"


async def test_a_published_change_is_not_set_aside(state: State) -> None:
    done = await approved(state)
    await state.revisions.published([done], "v1")
    late = await state.revisions.set_aside(done.id, ruling(), version=done.version)
    assert late.outcome == "changed"
    assert late.revision is not None
    assert late.revision.state == "approved"


async def test_the_log_and_the_history_of_an_entry_show_the_latest_first(state: State) -> None:
    for concept in ("a", "b", "a"):
        await approved(state, concept)
    await submitted(state, "a")
    assert [one.id for one in await state.revisions.history("a", 10)] == [4, 3, 1]
    assert [one.id for one in await state.revisions.history("a", 1, offset=1)] == [3]
    assert [one.id for one in await state.revisions.log(2)] == [4, 3]
    assert await state.revisions.counts() == {"approved": 3, "pending": 1}
