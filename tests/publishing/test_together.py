from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.file.book import Book
from bot.file.writing import _alone
from bot.problem import GlossaryError
from bot.state import State
from tests.publishing.workshop import TEXT, Workshop, entry, until

pytestmark = pytest.mark.anyio
TIMES = 12


def add_name(path: Path, number: int) -> None:
    """Edit alpha by hand, in an editor that does not save over a file it has not seen."""
    with _alone(path):  # else a save in the very moment between two steps would make this a gamble
        text = path.read_text(encoding="utf-8")
        draft = path.with_name("draft")
        draft.write_text(text.replace("[alpha", f"[alpha, by hand {number}", 1), encoding="utf-8")
        draft.replace(path)


async def test_two_bots_and_somebody_at_the_file_lose_nothing_of_each_other(
    tmp_path: Path,
) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(TEXT, encoding="utf-8")
    states = [await State.open(tmp_path / "state.db") for _ in range(2)]
    shops = [Workshop.over(path, state) for state in states]
    watching = [asyncio.create_task(shop.press.watch()) for shop in shops]

    async def publishes(shop: Workshop, name: str) -> None:
        for number in range(TIMES):
            await shop.publish(entry(f"{name}-{number}"))
            await asyncio.sleep(0.05)

    async def edits() -> None:
        for number in range(TIMES):
            await asyncio.to_thread(add_name, path, number)
            await asyncio.sleep(0.05)

    async def in_step() -> bool:
        if await states[0].revisions.unpublished():
            return False
        wanted = {"alpha", "beta"} | {f"{n}-{i}" for n in ("one", "two") for i in range(TIMES)}
        return all(set(shop.desk.edition.glossary.concepts) == wanted for shop in shops)

    await asyncio.gather(publishes(shops[0], "one"), publishes(shops[1], "two"), edits())
    await until(in_step)
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    book = Book.open(path)
    names = [term.term for term in book.glossary.concepts["alpha"].languages["en"].terms]
    assert set(names) == {"alpha", *(f"by hand {number}" for number in range(TIMES))}
    assert len(book.ids) == 2 + 2 * TIMES
    for state in states:
        await state.close()


async def test_a_file_that_changes_all_the_time_is_valid_at_every_moment(shop: Workshop) -> None:
    watching = asyncio.create_task(shop.press.watch())
    for number in range(10):
        await shop.publish(entry("gamma", f"note {number}"))
        try:
            Book.open(shop.path)
        except GlossaryError as error:  # pragma: no cover - a half-written file would be a mistake
            pytest.fail(str(error))
        await asyncio.sleep(0.02)
    watching.cancel()
