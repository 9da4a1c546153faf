"""Answers to the questions of a suggestion that are not what was asked for."""

from __future__ import annotations

from bot.desk import Desk
from tests.handlers.suggesting import press, suggested
from tests.standin import Person, StandIn


def test_a_term_keeps_no_characters_that_turn_the_text_around(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/add")
    ada.chat.next_message()
    ada.says("quo\u202ekka\nwallaby")
    assert "“quokka wallaby”" in ada.chat.next_message().text


def test_an_entry_shared_into_the_chat_is_no_answer(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/add")
    ada.chat.next_message()
    ada.says("Freedom Online Coalition (FOC)", via_bot=True)
    assert ada.chat.stays_silent()


def test_a_term_in_a_language_that_the_glossary_has_not_is_pointed_out(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/add quokka = small wallaby of western Australia")
    menu = press(ada, ada.chat.next_message(), "Change")
    press(ada, menu, "Other languages")
    ada.says("fi: kvokka\nsv: kvocka")
    assert "“sv:” is none of the languages" in ada.chat.next_message().text


def test_what_was_to_be_corrected_and_is_not_there_can_be_suggested(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/edit quokka")
    ada.presses(ada.chat.next_message(), "Suggest this term")
    assert "In which language is “quokka”?" in ada.chat.next_message().text


def test_no_reason_is_asked_for_once_it_is_decided(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    reasons = press(second, second.chat.next_message(), "Reject")
    late = reasons.button("Write a reason").data or ""
    press(curator, curator.chat.messages[-1], "Approve")
    assert "Approved by @cleo." in second.chat.next_edit(reasons).text
    telegram.expects("message is not modified")
    second.calls_back(reasons, late)
    assert second.chat.stays_silent()


def test_a_name_that_another_entry_has_is_told_by_that_entrys_name(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/add quokka = small wallaby of western Australia")
    menu = press(ada, ada.chat.next_message(), "Change")
    press(ada, menu, "Other name")
    ada.says("FOC")
    preview = ada.chat.next_message().text
    assert "“FOC” is also a name of “Freedom Online Coalition (FOC)”." in preview


def test_a_change_shows_what_is_there_now(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/edit FOC")
    menu = ada.chat.next_message()
    asked = press(ada, menu, "Term").text
    assert "What should “Freedom Online Coalition (FOC)” be called?" in asked
    assert "/add" not in asked
    menu = press(ada, menu, "Back")
    assert "So far: Set up in 2011." in press(ada, menu, "Note").text
