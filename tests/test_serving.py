"""The bot as a process of its own, served over HTTP until it is stopped."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.process import running
from tests.standin import TOKEN, StandIn


def test_the_bot_answers_and_stops_when_it_is_told_to(telegram: StandIn, tmp_path: Path) -> None:
    ada = telegram.person("Ada", language="en")
    with running(telegram.url, tmp_path) as bot:
        ada.says("FOC")
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition (FOC)")
        assert bot.stop() == 0
        assert TOKEN not in "".join(bot.lines)
        assert "FOC" not in "".join(bot.lines)


def test_what_was_asked_while_the_bot_was_down_is_answered(
    telegram: StandIn, tmp_path: Path
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    with running(telegram.url, tmp_path) as bot:
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
        assert bot.stop(signal.SIGINT) == 0


def test_the_bot_waits_for_the_network(telegram: StandIn, tmp_path: Path) -> None:
    ada = telegram.person("Ada", language="en")
    telegram.down()
    with running(telegram.url, tmp_path) as bot:
        bot.logs("cannot be reached")
        telegram.up()
        ada.says("FOC")
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")


def test_a_bot_that_waits_for_the_network_can_be_stopped(tmp_path: Path) -> None:
    with running("http://127.0.0.1:9", tmp_path) as bot:
        bot.logs("cannot be reached")
        assert bot.stop() == 0


def test_a_wrong_token_is_said_in_one_sentence(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("Unauthorized")
    wrong = "1234567890:" + "x" * 35
    with running(telegram.url, tmp_path, wrong) as bot:
        assert bot.process.wait(20) == 2
        bot.reader.join(5)
        said = "".join(bot.lines)
    assert "Copy it again from @BotFather" in said
    assert wrong not in said
    assert "Traceback" not in said


def test_a_bot_that_waits_for_the_network_to_come_back_can_be_stopped(
    telegram: StandIn, tmp_path: Path
) -> None:
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        telegram.down()
        bot.logs("Updates could not be fetched")
        began = time.monotonic()
        assert bot.stop() == 0
        assert time.monotonic() - began < 10
    telegram.up()


@pytest.mark.slow
def test_a_second_poller_is_reported_as_what_it_is(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("terminated by other getUpdates request")
    with running(telegram.url, tmp_path / "1") as first, running(telegram.url, tmp_path / "2"):
        first.logs("Another process is polling with this token")


def test_a_flood_wait_raises_no_warning(telegram: StandIn, tmp_path: Path) -> None:
    """Warnings are errors in that process."""
    telegram.faults.flood("getUpdates", 1)
    telegram.faults.flood("sendMessage", 1)
    ada = telegram.person("Ada", language="en")
    with running(telegram.url, tmp_path) as bot:
        ada.says("FOC")
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
        assert bot.stop() == 0
        assert "Deprecat" not in bot.log
        assert "Traceback" not in bot.log


def test_what_is_in_hand_is_finished_before_the_end(telegram: StandIn, tmp_path: Path) -> None:
    """Thirty people have asked and the Bot API is slow: nobody is forgotten, nobody told twice."""
    people = [telegram.person(f"Ada {number}") for number in range(30)]
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        slow = telegram.faults.delay("sendMessage", 1.0, times=-1)
        for person in people:
            person.says("FOC")
        telegram.wait(lambda: True if slow.hits else None, 10, "nothing was sent")
        assert bot.stop() == 0
    telegram.faults.clear()
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        telegram.settle()
        assert bot.stop() == 0
    assert [len(person.chat.messages) for person in people] == [1] * 30


@pytest.mark.slow
def test_what_cannot_be_finished_is_given_up_after_ten_seconds_and_done_after_the_restart(
    telegram: StandIn, tmp_path: Path
) -> None:
    ada = telegram.person("Ada")
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        telegram.faults.flood("sendMessage", 50)
        ada.says("FOC")
        telegram.wait(
            lambda: True if any(c.method == "sendMessage" for c in telegram.calls) else None,
            10, "nothing was sent",
        )  # fmt: skip
        began = time.monotonic()
        assert bot.stop() == 0
        assert 9 < time.monotonic() - began < 20
        bot.logs("1 updates could not be finished; Telegram delivers 1 of them again")
        assert "Traceback" not in bot.log
    with running(telegram.url, tmp_path):
        assert ada.chat.next_message(30).text.startswith("Freedom Online Coalition")
