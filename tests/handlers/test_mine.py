"""/mine: a person's own suggestions, over HTTP."""

from __future__ import annotations

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.texts import texts
from tests.handlers.suggesting import press, suggest
from tests.standin import Person, StandIn


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_what_waits_is_listed_and_can_be_taken_back(
    telegram: StandIn, reviewed: Desk, curator: Person, language: Language
) -> None:
    ada = telegram.person("Ada", language=language)
    suggest(ada)
    curator.chat.next_message()
    ada.says("/mine")
    listed = ada.chat.next_message()
    assert "#1 quokka" in listed.text
    text = texts(language)
    gone = press(ada, listed, text.plain("mine.withdraw_number", number=1))
    assert gone.text == text.plain("mine.withdrawn", number=1)
    curator.says("/queue")
    assert curator.chat.next_message().text == "Nothing waits for review."


def test_it_is_taken_back_right_after_sending(telegram: StandIn, reviewed: Desk) -> None:
    ada = telegram.person("Ada")
    assert press(ada, suggest(ada), "Take it back").text == "#1 is taken back."


def test_a_second_tap_on_send_leaves_the_thanks_and_the_way_to_take_it_back(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = ada.chat.next_message()
    send = preview.button("Send")
    ada.presses(send).answered()
    assert "no longer open" in ada.presses(send).answered().text
    assert "Thank you" in preview.text
    assert press(ada, preview, "Take it back").text == "#1 is taken back."


def test_whether_results_are_told_is_chosen_here(telegram: StandIn, reviewed: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/mine")
    listed = press(ada, ada.chat.next_message(), "I am told the result")
    assert listed.buttons[0].text == "I am not told the result"


def test_a_result_has_a_button_against_further_ones(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada")
    suggest(ada)
    press(curator, curator.chat.next_message(), "Approve")
    pressed = ada.presses(ada.chat.next_message(), "Do not tell me")
    assert "will not tell you" in pressed.answered().text
    suggest(ada, "numbat = small marsupial")
    press(curator, curator.chat.next_message(), "Approve")
    assert ada.chat.stays_silent()


def test_who_wants_no_result_is_promised_none_for_a_change_either(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada")
    suggest(ada)
    ada.says("/mine")
    press(ada, ada.chat.next_message(), "I am told the result")
    curator.presses(curator.chat.next_message(), "Ask the author")
    curator.says("Are they rare?", reply_to=curator.chat.next_message())
    ada.presses(ada.chat.next_message(), "Change it")
    press(ada, ada.chat.next_message(), "Note")
    ada.says("It is rare.")
    assert "tell you" not in press(ada, ada.chat.next_message(), "Send again").text


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_in_a_group_it_is_shown_how_to_see_them_in_private(
    telegram: StandIn, reviewed: Desk, curator: Person, language: Language
) -> None:
    ada = telegram.person("Ada", language=language)
    suggest(ada)
    group = telegram.supergroup("Readers", ada)
    ada.says("/mine", group)
    told = group.next_message()
    assert "quokka" not in told.text
    ada.opens(told.button(texts(language).plain("privacy.open")))
    assert "#1 quokka" in ada.chat.next_message().text
