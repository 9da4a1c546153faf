from __future__ import annotations

from dataclasses import replace

import pytest

from bot.publishing import Approval
from bot.publishing.settling import keep_file, put_on_top
from tests.publishing.workshop import Workshop, entry, ruling

pytestmark = pytest.mark.anyio


async def conflict(shop: Workshop) -> Approval:
    """A person writes an example into the file while a note is approved by chat."""
    shop.edit("terms: [beta]", "terms: [beta]\n        example: by hand")
    await shop.publish(entry("beta", "by chat"))
    await shop.looks(4)
    (found,) = shop.press.plan.conflicts
    return found


async def test_the_file_stays_when_the_curator_says_so(shop: Workshop) -> None:
    decision = await keep_file(await conflict(shop), ruling("choice"), shop.state)
    assert decision.outcome == "done"
    assert decision.revision is not None
    assert decision.revision.state == "superseded"
    await shop.looks(2)
    assert shop.press.plan.conflicts == ()
    assert "by chat" not in shop.text


async def test_the_change_is_made_in_what_the_file_says(shop: Workshop) -> None:
    decision = await put_on_top(await conflict(shop), ruling("choice"), shop.state)
    assert decision.outcome == "done"
    await shop.desk.publish()
    await shop.looks(2)
    assert "example: by hand" in shop.text
    assert "note: by chat" in shop.text
    assert await shop.state.revisions.unpublished() == []


async def test_an_entry_that_was_taken_out_of_the_file_comes_back(shop: Workshop) -> None:
    await shop.publish(entry("beta", "by chat"))
    shop.path.write_text(shop.text[: shop.text.index("\n  - id: beta")] + "\n", encoding="utf-8")
    await shop.looks(3)
    (found,) = shop.press.plan.conflicts
    assert found.found is None
    await put_on_top(found, ruling("choice"), shop.state)
    await shop.desk.publish()
    await shop.looks(2)
    assert "note: by chat" in shop.text


@pytest.mark.parametrize("settle", [keep_file, put_on_top])
async def test_several_changes_of_one_entry_are_settled_together(
    shop: Workshop, settle: object
) -> None:
    shop.edit("terms: [beta]", "terms: [beta]\n        example: by hand")
    await shop.publish(entry("beta", "one"))
    await shop.publish(entry("beta", "two"))
    await shop.looks(4)
    (found,) = shop.press.plan.conflicts
    assert len(found.revisions) == 2
    assert callable(settle)
    await settle(found, ruling("choice"), shop.state)
    await shop.desk.publish()
    await shop.looks(2)
    assert await shop.state.revisions.unpublished() == []
    assert ("note: two" in shop.text) == (settle is put_on_top)


async def test_of_two_curators_the_second_changes_nothing(shop: Workshop) -> None:
    found = await conflict(shop)
    await keep_file(found, ruling("first"), shop.state)
    late = await put_on_top(found, ruling("second"), shop.state)
    assert late.outcome == "changed"


async def test_a_change_that_the_file_has_by_now_is_noted(shop: Workshop) -> None:
    found = await conflict(shop)
    shop.edit("example: by hand", "note: by chat")
    await shop.looks(3)
    assert shop.press.plan.conflicts == ()
    kept = await shop.state.revisions.get(found.last.id)
    assert kept is not None
    assert kept.published_at is not None
    assert replace(found, found=found.concept).written
