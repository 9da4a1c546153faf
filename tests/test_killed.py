"""The bot as a process, killed (SIGKILL) again and again while it works: nothing is lost."""

from __future__ import annotations

import asyncio
import random
import time
from pathlib import Path

import pytest

from bot.state import State
from tests.handlers.suggesting import SEND
from tests.process import running
from tests.standin import Person, StandIn

KILLS, QUESTIONS, SUGGESTING = 3, 4, 8
WORDS = ("quokka", "wombat", "numbat", "bilby", "dunnart", "potoroo", "bettong", "pademelon")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_every_message_is_answered_and_nothing_is_written_twice(
    telegram: StandIn, tmp_path: Path, seed: int
) -> None:
    """Each run finds two hundred questions, and is killed a moment after it began to answer."""
    chance = random.Random(seed)
    asking = [telegram.person(f"Ada {number}") for number in range(50)]
    missing = [telegram.person(f"Bo {number}") for number in range(len(WORDS))]
    with running(telegram.url, tmp_path) as bot:
        suggesting = previews(telegram)
        assert bot.stop() == 0
    assert not telegram.pending
    heard = {person.id: len(person.chat.messages) for person in suggesting}
    slow = telegram.faults.delay("sendMessage", 0.1, times=-1)
    for person, word in zip(missing, WORDS, strict=True):
        person.says(word)
    for person in suggesting:
        person.presses(person.chat.messages[-1], SEND["en"])
    left = []
    for _ in range(KILLS):
        for person in asking * QUESTIONS:
            person.says("FOC")
        kill_at_work(telegram, tmp_path, chance.uniform(0.2, 0.5))
        left.append(len(telegram.pending))
    assert slow.hits
    assert any(left), "it was never killed in the middle"
    with running(telegram.url, tmp_path) as bot:
        telegram.settle(60)
        assert bot.stop() == 0
    excuse(telegram, "query is too old", "message is not modified")
    assert all(len(person.chat.messages) >= KILLS * QUESTIONS for person in asking)
    assert all(person.chat.messages for person in missing)
    assert all("Thank" in person.chat.messages[heard[person.id] - 1].text for person in suggesting)
    suggested, missed = asyncio.run(written(tmp_path / "glossary-bot.db"))
    assert sorted(suggested) == [f"animal{number}" for number in range(SUGGESTING)]
    assert all(times == 1 for times in missed.values())


def previews(telegram: StandIn) -> list[Person]:
    """People who have written an entry and need only press “Send”."""
    people = [telegram.person(f"Cy {number}") for number in range(SUGGESTING)]
    for number, person in enumerate(people):
        person.says(f"/add animal{number} = small wallaby of western Australia")
    for person in people:
        person.chat.next_message(30)
    telegram.settle()
    return people


def kill_at_work(telegram: StandIn, state: Path, after: float) -> None:
    """Start the bot and kill it so many seconds after its next message, or edit, arrives."""
    before = len(telegram.calls)

    def working() -> bool | None:
        return any(call.method == "sendMessage" for call in telegram.calls[before:]) or None

    with running(telegram.url, state) as bot:
        telegram.wait(working, 30, "the bot sent nothing")
        time.sleep(after)
        bot.process.kill()
        bot.process.wait()


def excuse(telegram: StandIn, *words: str) -> None:
    """What was done a moment before the kill and is done again is refused, if it came to that."""
    for each in words:
        if any(each in str(call.refusal) for call in telegram.refused):
            telegram.expects(each)


async def written(path: Path) -> tuple[list[str], dict[str, int]]:
    """The concepts that were suggested, and how often which word was missed."""
    state = await State.open(path)
    try:
        revisions = await state.revisions.queue(50)
        missed = {miss.folded: miss.times for miss in await state.misses.missed(50)}
    finally:
        await state.close()
    return [revision.concept for revision in revisions], missed
