from __future__ import annotations

import pytest

from bot.state import Limits, State
from tests.state.samples import (
    AUTHOR,
    CURATOR,
    DAY,
    RIVAL,
    Clock,
    approved,
    ruling,
    submitted,
    suggestion,
)

pytestmark = pytest.mark.anyio


async def test_a_suggestion_waits_in_the_queue_with_everything_that_was_said(
    state: State, clock: Clock
) -> None:
    wanted = suggestion(byline="@ada", base="5f3a", previous={"id": "hrba"}, kind="edit")
    taken = await state.revisions.submit(wanted, limits=Limits())
    assert taken.outcome == "accepted"
    (waiting,) = await state.revisions.queue(10)
    assert waiting == taken.revision == await state.revisions.get(waiting.id)
    assert (waiting.state, waiting.version, waiting.created_at) == ("pending", 1, clock.now)
    assert (waiting.byline, waiting.base, waiting.author) == ("@ada", "5f3a", AUTHOR)
    assert (waiting.body, waiting.previous) == (wanted.body, wanted.previous)


async def test_the_same_update_again_suggests_nothing_twice(state: State) -> None:
    once = suggestion()
    first = await state.revisions.submit(once, limits=Limits(), tell_curators=[CURATOR])
    again = await state.revisions.submit(once, limits=Limits(), tell_curators=[CURATOR])
    assert (again.outcome, again.revision) == ("repeated", first.revision)
    assert len(await state.revisions.queue(10)) == 1
    assert await state.notices.waiting() == 1


async def test_a_person_may_have_only_so_many_waiting(state: State) -> None:
    for _ in range(2):
        await submitted(state)
    third = await state.revisions.submit(suggestion(), limits=Limits(pending=2))
    assert third.outcome == "too-many-pending"
    assert third.revision is None
    other = await state.revisions.submit(suggestion(author=RIVAL), limits=Limits(pending=2))
    assert other.outcome == "accepted"


@pytest.mark.parametrize(("after", "outcome"), [(0, "too-many-today"), (DAY, "accepted")])
async def test_a_person_may_suggest_only_so_many_in_a_day_decided_or_not(
    state: State, clock: Clock, after: int, outcome: str
) -> None:
    for number in range(2):
        await approved(state, f"entry-{number}")
    clock.now += after
    third = await state.revisions.submit(suggestion("more"), limits=Limits(day=2))
    assert third.outcome == outcome


async def test_the_whole_queue_has_an_end(state: State) -> None:
    await submitted(state, author=RIVAL)
    second = await state.revisions.submit(suggestion(), limits=Limits(queue=1))
    assert second.outcome == "queue-full"


async def test_someone_blocked_cannot_suggest_but_a_curator_always_can(state: State) -> None:
    await state.blocks.block(AUTHOR, by=CURATOR)
    assert (await state.revisions.submit(suggestion(), limits=Limits())).outcome == "blocked"
    assert (await state.revisions.submit(suggestion(), limits=None)).outcome == "accepted"


async def test_sending_a_draft_erases_it_and_sending_it_twice_sends_it_once(
    state: State,
) -> None:
    draft = await state.drafts.save(AUTHOR, AUTHOR, "preview", {}, version=0)
    sent = [
        await state.revisions.submit(suggestion(), limits=Limits(), draft=draft.version)
        for _ in range(2)
    ]
    assert [one.outcome for one in sent] == ["accepted", "draft-changed"]
    assert await state.drafts.get(AUTHOR) is None


async def test_a_refused_draft_is_kept(state: State) -> None:
    draft = await state.drafts.save(AUTHOR, AUTHOR, "preview", {}, version=0)
    await state.revisions.submit(suggestion(), limits=Limits(day=0), draft=draft.version)
    assert await state.drafts.get(AUTHOR) == draft


async def test_a_curators_own_change_is_approved_in_the_same_breath_and_silently(
    state: State,
) -> None:
    taken = await state.revisions.submit(
        suggestion(author=CURATOR), limits=None, tell_curators=[RIVAL], ruling=ruling(CURATOR)
    )
    assert taken.decision is not None
    assert taken.decision.outcome == "done"
    assert taken.revision is not None
    assert (taken.revision.state, taken.revision.sequence) == ("approved", 1)
    assert taken.revision.author is None
    assert await state.notices.waiting() == 0


async def test_a_change_is_taken_back_once_unless_that_was_rejected(state: State) -> None:
    done = await approved(state)
    undo = await submitted(state, kind="undo", undoes=done.id)
    again = suggestion(kind="undo", undoes=done.id)
    assert (await state.revisions.submit(again, limits=None)).outcome == "already-undone"
    await state.revisions.reject(undo.id, ruling(), version=undo.version)
    assert (await state.revisions.submit(again, limits=None)).outcome == "accepted"


async def test_curators_hear_of_a_suggestion_once_each(state: State) -> None:
    await state.revisions.submit(
        suggestion(), limits=Limits(), tell_curators=[CURATOR, RIVAL, CURATOR]
    )
    told = await state.notices.claim()
    assert [(notice.recipient, notice.kind) for notice in told] == [
        (CURATOR, "suggested"),
        (RIVAL, "suggested"),
    ]
    assert told[0].body == {"revision": 1, "version": 1, "state": "pending"}
