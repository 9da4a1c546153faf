"""What the bot says of itself, over HTTP."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.links import query_payload
from tests.conftest import Serve
from tests.standin import StandIn

LANGUAGES = ["en", "fi", "ko"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["/start", "/help", "/about", "/privacy", "/cancel"])
def test_every_command_answers_in_every_language(
    telegram: StandIn, bot: Desk, language: str, command: str
) -> None:
    ada, bob = telegram.person("Ada", language=language), telegram.person("Bob", language="sv")
    ada.says(command)
    bob.says(command)
    same = ada.chat.next_message().text == bob.chat.next_message().text
    assert same is (language == "en")


def test_a_link_to_an_entry_shows_it(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.starts("human-rights")
    assert ada.chat.next_message().text.startswith("human rights")


def test_a_link_that_holds_a_query_answers_it(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="ko")
    ada.starts(query_payload("생성형 AI"))
    assert ada.chat.next_message().text.startswith("생성형 인공지능")


@pytest.mark.parametrize("payload", ["no-such-entry", "q_", "x" * 64])
def test_a_link_that_leads_nowhere_says_so_and_greets(
    telegram: StandIn, bot: Desk, payload: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.starts(payload)
    said = ada.chat.next_message().text
    assert said.startswith("This link leads to nothing that is still here.")
    assert "Send me a word" in said


def test_without_a_link_the_greeting_speaks_of_none(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.starts()
    assert "link" not in ada.chat.next_message().text


def test_a_chosen_language_is_kept_over_a_restart(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve():
        ada.says("/language")
        menu = ada.chat.next_message()
        ada.presses(menu.button("suomi"))
        assert ada.chat.next_edit(menu).text == "Vastaan tästä lähtien suomeksi."
    with serve():
        ada.says("AI")
        assert ada.chat.next_message().text.startswith("tekoäly")


def test_the_language_of_telegram_can_be_followed_again(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="fi")
    ada.says("/language")
    menu = ada.chat.next_message()
    ada.presses(menu.button("English"))
    assert "English" in ada.chat.next_edit(menu).text
    ada.says("/language")
    menu = ada.chat.next_message()
    ada.presses(menu.button("The language of your Telegram"))
    assert "Telegramisi" in ada.chat.next_edit(menu).text
