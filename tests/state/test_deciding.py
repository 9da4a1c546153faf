from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.state import State
from tests.state.samples import AUTHOR, CURATOR, RIVAL, Clock, approved, request, ruling, submitted

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("theirs", ["approve", "reject", "ask_back"])
async def test_of_two_decisions_at_once_one_counts_and_the_other_learns_whose(
    state: State, path: Path, clock: Clock, theirs: str
) -> None:
    """From two processes, twenty times over."""
    other = await State.open(path, clock)
    for number in range(20):
        waiting = await submitted(state, f"entry-{number}", author=number)
        decisions = await asyncio.gather(
            state.revisions.approve(waiting.id, ruling(CURATOR), version=1),
            getattr(other.revisions, theirs)(waiting.id, ruling(RIVAL), version=1),
        )
        outcomes = [decision.outcome for decision in decisions]
        assert outcomes.count("done") == 1
        assert set(outcomes) <= {"done", "lost", "changed"}
        winner = (CURATOR, RIVAL)[outcomes.index("done")]
        shown = {decision.revision and decision.revision.reviewer for decision in decisions}
        assert shown == {winner}
    await other.close()


@pytest.mark.parametrize("theirs", ["revise", "withdraw"])
async def test_of_a_decision_and_a_change_by_the_author_at_once_one_counts(
    state: State, path: Path, clock: Clock, theirs: str
) -> None:
    """From two processes, twenty times over."""
    other = await State.open(path, clock)
    for number in range(20):
        waiting = await submitted(state, f"entry-{number}", author=number)
        name, body = request(), {"id": "x"}
        change = (
            other.revisions.withdraw(waiting.id, number, request=name)
            if theirs == "withdraw"
            else other.revisions.revise(waiting.id, number, body, version=1, request=name)
        )
        approval = state.revisions.approve(waiting.id, ruling(CURATOR), version=1)
        outcomes = [decision.outcome for decision in await asyncio.gather(approval, change)]
        assert outcomes.count("done") == 1
    await other.close()


async def test_the_same_decision_again_changes_nothing(state: State) -> None:
    waiting = await submitted(state)
    once = ruling()
    first = await state.revisions.approve(waiting.id, once, version=1)
    again = await state.revisions.approve(waiting.id, once, version=1)
    assert (first.outcome, again.outcome) == ("done", "repeated")
    assert again.revision == first.revision
    assert await state.notices.waiting() == 1


async def test_approvals_are_numbered_in_their_order_without_gaps(state: State) -> None:
    waiting = [await submitted(state, f"entry-{number}") for number in range(4)]
    await state.revisions.reject(waiting[0].id, ruling(), version=1)
    for one in (waiting[2], waiting[1], waiting[3]):
        await state.revisions.approve(one.id, ruling(), version=1)
        await state.revisions.approve(one.id, ruling(), version=1)
    since = await state.revisions.approved_since(0)
    assert [(one.sequence, one.id) for one in since] == [(1, 3), (2, 2), (3, 4)]
    assert [one.sequence for one in await state.revisions.approved_since(2)] == [3]


async def test_a_decision_is_about_the_version_that_the_curator_saw(state: State) -> None:
    waiting = await submitted(state)
    revised = await state.revisions.revise(
        waiting.id, AUTHOR, {"id": "hrba", "new": 1}, version=1, request="r"
    )
    assert revised.outcome == "done"
    late = await state.revisions.approve(waiting.id, ruling(), version=1)
    assert (late.outcome, late.revision) == ("changed", revised.revision)


async def test_an_approval_on_top_of_one_the_author_did_not_know_is_a_choice(
    state: State,
) -> None:
    first, second = await submitted(state), await submitted(state, author=RIVAL)
    await state.revisions.approve(first.id, ruling(), version=1)
    stale = await state.revisions.approve(second.id, ruling(), version=1)
    assert stale.outcome == "stale"
    assert stale.newer is not None
    assert stale.newer.id == first.id
    assert stale.revision is not None
    assert stale.revision.open
    merged = {"id": "hrba", "merged": True}
    chosen = await state.revisions.approve(
        second.id, ruling(), version=1, body=merged, over=stale.newer.sequence
    )
    assert chosen.outcome == "done"
    assert chosen.revision is not None
    assert (chosen.revision.body, chosen.revision.suggested) == (merged, second.body)


async def test_a_draft_begun_before_an_approval_is_stale_however_late_it_is_sent(
    state: State,
) -> None:
    began = await state.revisions.latest("hrba")
    await approved(state)
    late = await submitted(state, base_sequence=began)
    assert (await state.revisions.approve(late.id, ruling(), version=1)).outcome == "stale"


async def test_the_author_is_told_and_then_no_longer_known(state: State) -> None:
    waiting = await submitted(state)
    told = ruling(byline="@lin", reason="Too wide.")
    decision = await state.revisions.reject(waiting.id, told, version=1)
    assert decision.revision is not None
    assert decision.revision.author is None
    assert (decision.revision.reviewed_by, decision.revision.reason) == ("@lin", "Too wide.")
    (notice,) = await state.notices.claim()
    assert (notice.recipient, notice.kind) == (AUTHOR, "rejected")


async def test_an_author_who_does_not_want_to_hear_of_it_is_asked_back_but_not_told(
    state: State,
) -> None:
    await state.preferences.set_notify(AUTHOR, notify=False)
    waiting = await submitted(state)
    asked = await state.revisions.ask_back(waiting.id, ruling(reason="Which source?"), version=1)
    assert asked.revision is not None
    assert (asked.revision.state, asked.revision.author) == ("asked-back", AUTHOR)
    assert await state.revisions.queue(10) == []
    await state.revisions.revise(waiting.id, AUTHOR, {"id": "hrba"}, version=2, request="a")
    assert [one.version for one in await state.revisions.queue(10)] == [3]
    await state.revisions.approve(waiting.id, ruling(), version=3)
    assert [notice.kind for notice in await state.notices.claim()] == ["asked-back"]


async def test_only_its_author_changes_or_withdraws_a_suggestion(state: State) -> None:
    waiting = await submitted(state)
    theirs = await state.revisions.revise(waiting.id, RIVAL, {}, version=1, request="x")
    taken = await state.revisions.withdraw(waiting.id, RIVAL, request="y")
    assert (theirs.outcome, taken.outcome) == ("missing", "missing")
    assert await state.revisions.queue(10) == [waiting]
    assert await state.revisions.waiting_of(AUTHOR) == [waiting]


async def test_a_withdrawn_suggestion_is_kept_without_its_author_and_cannot_be_approved(
    state: State,
) -> None:
    waiting = await submitted(state)
    for outcome in ("done", "repeated"):
        decision = await state.revisions.withdraw(waiting.id, AUTHOR, request="w")
        assert decision.outcome == outcome
    late = await state.revisions.approve(waiting.id, ruling(), version=1)
    assert late.outcome == "lost"
    assert late.revision is not None
    assert (late.revision.state, late.revision.author) == ("withdrawn", None)


async def test_a_revision_that_does_not_exist_is_missing(state: State) -> None:
    assert (await state.revisions.approve(9, ruling(), version=1)).outcome == "missing"
    assert (await state.revisions.reject(9, ruling(), version=1)).outcome == "missing"
    assert await state.revisions.get(9) is None
