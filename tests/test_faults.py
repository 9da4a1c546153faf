"""The whole bot, while the network and Telegram fail in every way that the stand-in can."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.standin import Message, StandIn
from tests.standin.calling import call

SPOILED = ["cut", "lose", "truncate", "short", "page", "error"]


@pytest.mark.parametrize("fault", [*SPOILED, "flood"])
def test_a_question_is_answered_once_though_fetching_it_failed(
    telegram: StandIn, serve: Serve, fault: str
) -> None:
    ada = telegram.person("Ada")
    struck = getattr(telegram.faults, fault)(
        "getUpdates", **{"retry_after": 1} if fault == "flood" else {}
    )
    ada.says("FOC")
    with serve():
        assert "Freedom Online Coalition" in ada.chat.next_message().text
        telegram.settle()
    assert (struck.hits, len(ada.chat.messages)) == (1, 1)


@pytest.mark.parametrize("fault", SPOILED)
def test_the_next_question_is_answered_though_the_last_answer_failed(
    telegram: StandIn, bot: Desk, fault: str
) -> None:
    """An answer that may have arrived is not sent a second time; one that a server refused is."""
    ada = telegram.person("Ada")
    struck = getattr(telegram.faults, fault)("sendMessage")
    ada.says("FOC")
    telegram.wait(lambda: True if struck.hits else None, 5, "nothing was sent")
    ada.says("HRBA")
    telegram.wait(lambda: True if "HRBA" in last(ada.chat.messages) else None, 5, "no answer")
    arrived = fault != "cut"
    assert (struck.hits, len(ada.chat.messages)) == (1, 1 + arrived)


def last(messages: list[Message]) -> str:
    """What was said last."""
    return messages[-1].text if messages else ""


def test_a_flooded_answer_arrives_after_the_wait(telegram: StandIn, bot: Desk) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    telegram.faults.flood("sendMessage", 1, chat=ada.chat)
    ada.says("FOC")
    bo.says("FOC")
    bo.chat.next_message()
    assert "Freedom Online Coalition" in ada.chat.next_message().text
    assert len(ada.chat.messages) == 1


def test_a_slow_answer_to_one_person_holds_up_nobody_else(telegram: StandIn, bot: Desk) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    held = telegram.faults.hold("sendMessage", chat=ada.chat)
    ada.says("FOC")
    telegram.wait(lambda: True if held.hits else None, 5, "nothing was sent")
    bo.says("FOC")
    bo.chat.next_message()
    assert ada.chat.messages == []
    held.release()
    ada.chat.next_message()


def test_the_bot_comes_back_when_the_network_does(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    with telegram.unreachable():
        ada.says("FOC")
    assert "Freedom Online Coalition" in ada.chat.next_message().text


def test_another_poller_does_not_end_the_bot(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("terminated by other getUpdates request")
    telegram.wait(lambda: telegram.server.polling.poll, 5, "the bot does not poll")
    call(telegram, "getUpdates")
    ada = telegram.person("Ada")
    ada.says("FOC")
    assert "Freedom Online Coalition" in ada.chat.next_message().text


def test_a_button_pressed_long_ago_is_no_error(telegram: StandIn, bot: Desk) -> None:
    """Telegram refuses the answer to the press; the card is changed all the same."""
    telegram.expects("query is too old")
    ada = telegram.person("Ada")
    ada.says("FOC")
    card = ada.chat.next_message()
    telegram.lifetime = -1.0
    ada.presses(next(button for button in card.buttons if button.data))
    ada.chat.next_edit(card)
    assert len(ada.chat.messages) == 1
