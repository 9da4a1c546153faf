from __future__ import annotations

from pathlib import Path

import pytest

from bot.state import Chat, Person, State
from tests.state.samples import Clock

pytestmark = pytest.mark.anyio


async def test_someone_unknown_follows_telegrams_language_and_is_told_results(
    state: State,
) -> None:
    assert await state.preferences.person(1) == Person(language=None, notify=True)


async def test_choices_outlast_a_restart(path: Path, clock: Clock) -> None:
    state = await State.open(path, clock)
    await state.preferences.set_language(1, "fi")
    await state.preferences.set_notify(1, notify=False)
    await state.preferences.set_chat(-5, "offer_to_explain", "on")
    await state.close()

    state = await State.open(path, clock)
    assert await state.preferences.person(1) == Person("fi", notify=False)
    assert await state.preferences.chat(-5) == Chat(None, offer_to_explain=True)
    await state.close()


async def test_a_choice_replaces_the_one_before_and_touches_nothing_else(state: State) -> None:
    await state.preferences.set_notify(1, notify=False)
    await state.preferences.set_language(1, "fi")
    await state.preferences.set_language(1, "ko")
    await state.preferences.set_language(2, "fi")
    assert await state.preferences.person(1) == Person("ko", notify=False)
    await state.preferences.set_language(1, None)
    assert await state.preferences.person(1) == Person(None, notify=False)


@pytest.mark.parametrize(
    ("name", "value"), [("language", "sv"), ("offer_to_explain", "yes"), ("colour", "red")]
)
async def test_a_chat_has_only_the_settings_that_exist(
    state: State, name: str, value: str
) -> None:
    with pytest.raises(ValueError, match="has no setting"):
        await state.preferences.set_chat(-5, name, value)


async def test_a_chats_setting_can_be_taken_back(state: State) -> None:
    await state.preferences.set_chat(-5, "language", "ko")
    assert await state.preferences.set_chat(-5, "language", None) == Chat()


async def test_a_migrated_group_takes_its_settings_along_however_often_it_is_said(
    state: State,
) -> None:
    await state.preferences.set_chat(-5, "language", "ko")
    await state.preferences.move_chat(-5, -1005)
    await state.preferences.move_chat(-5, -1005)
    assert await state.preferences.chat(-1005) == Chat("ko")
    assert await state.preferences.chat(-5) == Chat()


async def test_a_chat_that_the_bot_left_is_forgotten(state: State) -> None:
    await state.preferences.set_chat(-5, "language", "ko")
    await state.preferences.set_chat(-5, "offer_to_explain", "on")
    assert await state.preferences.forget_chat(-5) == 2
    assert await state.preferences.chat(-5) == Chat()


async def test_what_another_process_changed_is_seen_once_it_was_signalled(
    state: State, path: Path, clock: Clock
) -> None:
    await state.preferences.set_language(1, "fi")
    changes = state.changes(every=0.001)
    before = await anext(changes)
    other = await State.open(path, clock)
    await other.preferences.set_language(1, "ko")
    await other.close()
    assert await anext(changes) > before
    assert await state.preferences.language(1) == "ko"
    await changes.aclose()  # type: ignore[attr-defined]
