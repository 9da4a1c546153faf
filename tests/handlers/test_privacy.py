"""/privacy and /forget, over HTTP."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.state import State, StateUnavailable
from bot.texts import texts
from tests.handlers.suggesting import press, served
from tests.standin import StandIn
from tests.standin.person import Person
from tests.state.samples import approved

NOTHING = {"en": "• Nothing.", "fi": "• Ei mitään.", "ko": "• 없습니다."}


def answer(person: Person, text: str) -> str:
    """What the bot says to it."""
    person.says(text)
    return person.chat.next_message().text


def choose(person: Person, label: str) -> None:
    """Choose a language."""
    person.says("/language")
    menu = person.chat.next_message()
    person.presses(menu.button(label))
    person.chat.next_edit(menu)


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_of_somebody_new_nothing_is_kept(telegram: StandIn, bot: Desk, language: Language) -> None:
    ada = telegram.person("Ada", language=language, username=None)
    assert NOTHING[language].removeprefix("• ") in answer(ada, "/privacy")


def test_what_is_kept_is_said_with_reason_and_time(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="fi")
    choose(ada, "English")
    answer(ada, "FOC")
    answer(ada, "human rights")
    said = answer(ada, "/privacy")
    assert "the language that you chose (English)" in said
    assert "until you change them or send /forget" in said
    assert "(2), as numbers without any text" in said
    assert "2 days" in said
    assert "90 days" in said


def test_a_language_given_back_to_telegram_is_still_a_choice(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    choose(ada, "The language of your Telegram")
    assert "you follow the language of your Telegram" in answer(ada, "/privacy")


@pytest.mark.parametrize(
    ("language", "done", "proof"),
    [
        ("en", "which message answers which: 1", "nothing is kept about you any more"),
        ("fi", "mikä viesti vastaa mihinkin: 1", "sinusta ei säilytetä enää mitään"),
        ("ko", "어느 메시지가 어느 질문의 답인지: 1개", "저장된 것이 없습니다"),
    ],
)
def test_forgetting_says_what_was_erased_and_that_nothing_is_left(
    telegram: StandIn, bot: Desk, language: Language, done: str, proof: str
) -> None:
    ada = telegram.person("Ada", language=language)
    answer(ada, "FOC")
    answer(ada, "/privacy")  # what waits is written
    said = answer(ada, "/forget")
    assert done in said
    assert proof in said
    assert asyncio.run(kept(bot, ada.id)) == {}


async def kept(desk: Desk, person: int) -> dict[str, int]:
    """What the file holds of a person, read by somebody else."""
    state = await State.open(desk.state.path)
    found = await state.kept_with(person)
    await state.close()
    return found


def test_what_waits_to_be_written_is_forgotten_too(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    answer(ada, "FOC")
    assert "nothing to erase" in answer(ada, "/forget")
    assert "Nothing." in answer(ada, "/privacy")


def test_a_forgotten_choice_is_not_used_any_more(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    choose(ada, "suomi")
    assert "Poistettu" in answer(ada, "/forget")
    assert answer(ada, "AI").startswith("artificial intelligence")


def test_others_are_not_forgotten(telegram: StandIn, bot: Desk) -> None:
    ada, bob = telegram.person("Ada", language="en"), telegram.person("Bob", language="en")
    choose(bob, "suomi")
    answer(ada, "/forget")
    assert answer(bob, "AI").startswith("tekoäly")


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Open the private chat"),
        ("fi", "Avaa kahdenkeskinen keskustelu"),
        ("ko", "개인 대화 열기"),
    ],
)
def test_in_a_group_nothing_is_told_about_anybody(
    telegram: StandIn, bot: Desk, language: Language, label: str
) -> None:
    ada = telegram.person("Ada", language=language)
    group = telegram.supergroup("Readers", ada)
    ada.says("/privacy", group)
    told = group.next_message()
    assert NOTHING[language].removeprefix("• ") not in told.text
    ada.opens(told.button(label))
    assert NOTHING[language].removeprefix("• ") in ada.chat.next_message().text


def test_a_name_is_taken_off_what_was_decided_long_ago(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", username="ada", language="en")

    async def approve() -> None:
        state = await State.open(bot.state.path)
        await approved(state, "quokka", author=ada.id, byline="@ada")
        await state.close()

    async def bylines() -> list[str | None]:
        state = await State.open(bot.state.path)
        history = await state.revisions.history("quokka", 5)
        await state.close()
        return [revision.byline for revision in history]

    asyncio.run(approve())
    assert asyncio.run(bylines()) == ["@ada"]
    assert "your name on suggestions: 1" in answer(ada, "/forget")
    assert asyncio.run(bylines()) == [None]


def test_a_block_outlasts_being_forgotten_and_that_is_said(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")

    async def block() -> None:
        state = await State.open(bot.state.path)
        await state.blocks.block(ada.id, by=1, reason="spam")
        await state.close()

    asyncio.run(block())
    said = answer(ada, "/forget")
    assert "This stays:" in said
    assert "you may not suggest entries" in said


@pytest.mark.parametrize(
    ("command", "words"),
    [("/privacy", "cannot be read"), ("/forget", "nothing was erased")],
)
def test_a_database_that_is_away_is_said_plainly(
    telegram: StandIn, bot: Desk, monkeypatch: pytest.MonkeyPatch, command: str, words: str
) -> None:
    async def away(*_: Any) -> Any:
        raise StateUnavailable("The disk is full.")

    monkeypatch.setattr(bot.state, "kept_with", away)
    monkeypatch.setattr(bot.state, "forget", away)
    assert words in answer(telegram.person("Ada", language="en"), command)


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_a_handle_that_is_credited_is_told_and_goes_with_forgetting(
    telegram: StandIn, reviewed: Desk, curator: Person, language: Language
) -> None:
    text = texts(language)
    ada = telegram.person("Ada", language=language, username="ada")
    ada.says("/add quokka = small wallaby")
    anonymous = text.plain("suggest.credit", credit=text.plain("suggest.anonymous"))
    press(ada, press(ada, ada.chat.next_message(), anonymous), text.plain("suggest.send_new"))
    card = curator.chat.next_message()
    assert text.plain("privacy.handle", count=1) in answer(ada, "/privacy")
    answer(ada, "/forget")
    press(curator, card, "Approve")
    assert served(reviewed, "quokka").created_by is None
    assert text.plain("privacy.handle", count=1) not in answer(ada, "/privacy")
