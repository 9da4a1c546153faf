from __future__ import annotations

import pytest

from bot.state import Miss, State
from bot.state.misses import SPELLINGS
from tests.state.samples import DAY, Clock

pytestmark = pytest.mark.anyio


async def test_words_are_counted_over_all_languages_most_asked_first(
    state: State, clock: Clock
) -> None:
    for language in ("en", "fi", "fi"):
        assert await state.misses.count("hrba", language)
    await state.misses.count("foc", "ko")
    today = clock.now // DAY
    assert await state.misses.missed(10) == [
        Miss("hrba", "hrba", 3, ("fi", "en"), today, today),
        Miss("foc", "foc", 1, ("ko",), today, today),
    ]
    assert [miss.folded for miss in await state.misses.missed(1, offset=1)] == ["foc"]
    assert await state.misses.total() == 2


async def test_a_re_delivered_question_is_counted_once(state: State) -> None:
    assert await state.misses.count("hrba", "en", request="17")
    assert not await state.misses.count("hrba", "en", request="17")
    assert (await state.misses.missed(1))[0].times == 1


@pytest.mark.parametrize("words", ["", "a" * 61, "one two three four five six seven"])
async def test_what_is_too_long_for_a_term_is_not_kept(state: State, words: str) -> None:
    assert not await state.misses.count(words, "en")
    assert await state.misses.total() == 0


async def test_days_only_move_apart_when_the_clock_is_set_back(state: State, clock: Clock) -> None:
    today = clock.now // DAY
    await state.misses.count("hrba", "en")
    clock.now -= 3 * DAY
    await state.misses.count("hrba", "en")
    assert await state.misses.missed(1) == [Miss("hrba", "hrba", 2, ("en",), today - 3, today)]


async def test_settled_words_are_forgotten_in_every_language(state: State) -> None:
    await state.misses.count("hrba", "en")
    await state.misses.count("hrba", "fi")
    assert await state.misses.settle("hrba")
    assert not await state.misses.settle("hrba")
    assert await state.misses.missed(10) == []


async def test_odd_characters_are_counted_without_a_failure(state: State) -> None:
    assert await state.misses.count("half \ud83d and \0", "en")
    assert await state.misses.total() == 1


async def test_words_are_proposed_as_they_were_written_most_often(state: State) -> None:
    for spelling in ("hrba", "HRBA", "HRBA", None):
        await state.misses.count("hrba", "en", spelling=spelling)
    assert [miss.spelling for miss in await state.misses.missed(1)] == ["HRBA"]


async def test_few_ways_to_write_words_are_kept(state: State) -> None:
    for number in range(2 * SPELLINGS):
        for _ in range(1 + (number == 1)):
            await state.misses.count("hrba", "en", spelling=f"{number} hrba")
    for _ in range(9):
        await state.misses.count("hrba", "en", spelling="too late")
    assert [miss.spelling for miss in await state.misses.missed(1)] == ["1 hrba"]


@pytest.mark.parametrize("way", ["settle", "prune"])
async def test_spellings_go_with_the_words(state: State, clock: Clock, way: str) -> None:
    await state.misses.count("hrba", "en", spelling="HRBA")
    if way == "settle":
        await state.misses.settle("hrba")
    else:
        for _ in range(3):
            clock.now += 40 * DAY
            await state.prune()
            await state.prune()
    kept = await state._database.read(lambda t: t.number("SELECT count(*) FROM spellings"))
    assert kept == 0
