from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.publishing.workshop import TEXT, Workshop, entry, until

pytestmark = pytest.mark.anyio


async def test_an_edit_by_hand_is_served_after_two_looks(shop: Workshop) -> None:
    shop.edit("terms: [beta]", "terms: [beta, second letter]")
    await shop.looks(2)
    assert shop.desk.edition.lookup.ask("second letter").verdict == "answer"


async def test_a_file_that_is_still_being_written_is_not_read(shop: Workshop) -> None:
    await shop.looks(2)
    shop.edit("terms: [beta]", "terms: [beta")
    await shop.looks(1)
    shop.edit("terms: [beta", "terms: [beta, second letter]")
    await shop.looks(1)
    assert shop.press.problems == ()
    await shop.looks(1)
    assert shop.desk.edition.lookup.ask("second letter").verdict == "answer"
    assert await shop.told() == []


async def test_a_file_that_is_gone_is_told_and_the_glossary_stays(shop: Workshop) -> None:
    shop.path.unlink()
    await shop.looks()
    assert await shop.told() == ["file-invalid"]
    assert shop.served("alpha")
    shop.path.write_text(TEXT, encoding="utf-8")
    await shop.looks()
    assert await shop.told() == ["file-valid"]


async def test_a_file_that_is_replaced_by_another_one_is_taken_up(shop: Workshop) -> None:
    other = shop.path.with_name("other")
    other.write_text(TEXT.replace("[beta]", "[zeta]"), encoding="utf-8")
    other.replace(shop.path)
    await shop.looks()
    assert shop.desk.edition.lookup.ask("zeta").verdict == "answer"


async def test_the_watch_takes_up_what_changes_by_itself(shop: Workshop) -> None:
    async def published() -> bool:
        found = shop.desk.edition.lookup.ask("by hand").verdict == "answer"
        return found and not await shop.state.revisions.unpublished()

    watching = asyncio.create_task(shop.press.watch())
    shop.edit("terms: [beta]", "terms: [beta, by hand]")
    await shop.publish(entry("gamma"))
    await until(published)
    watching.cancel()
    assert "gamma" in shop.text
    assert "by hand" in shop.text


async def test_a_fault_does_not_end_the_watch(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    async def look() -> None:
        looks.append(1)
        raise ValueError

    async def looked_again() -> bool:
        return len(looks) > 2

    monkeypatch.setattr(shop.press, "look", look)
    monkeypatch.setattr("bot.publishing.press.EVERY", 0.001)
    watching = asyncio.create_task(shop.press.watch())
    await until(looked_again)
    watching.cancel()


async def test_a_file_in_place_of_a_directory_is_no_reason_to_stop(
    shop: Workshop, tmp_path: Path
) -> None:
    shop.path.unlink()
    shop.path.mkdir()
    await shop.looks()
    assert await shop.told() == ["file-invalid"]


async def test_what_a_killed_writer_left_beside_the_file_is_taken_away(shop: Workshop) -> None:
    left = shop.path.with_name(f".{shop.path.name}.new")
    left.write_text("half", encoding="utf-8")
    await shop.looks()
    assert not left.exists()
