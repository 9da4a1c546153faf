"""Nothing that a person sends in private is met with silence."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.standin import StandIn


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I know no command /brows."),
        ("fi", "En tunne komentoa /brows."),
        ("ko", "/brows: 없는 명령어입니다."),
    ],
)
def test_an_unknown_command_is_said_to_be_unknown(
    telegram: StandIn, bot: Desk, language: str, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("/brows AI")
    reply = ada.chat.next_message()
    assert words in reply.text
    assert "/help" in reply.text


def test_an_unknown_command_in_a_group_is_somebody_elses(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Staff", ada)
    ada.says("/brows", group)
    assert group.stays_silent()


def test_a_picture_without_words_asks_for_words(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("", photo=True)
    assert "in words" in ada.chat.next_message().text
