"""The poller, with the whole bot over HTTP: when Telegram is told of an update."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest

from bot.desk import Desk
from bot.wire import poller
from bot.wire.incoming import number_of
from tests.conftest import Serve
from tests.standin import Fault, Person, StandIn


def held(telegram: StandIn, person: Person) -> Fault:
    """A question whose answer does not get through until it is released."""
    fault = telegram.faults.hold("sendMessage", chat=person.chat)
    person.says("FOC")
    telegram.wait(lambda: fault.hits or None, 5, "nothing was sent")
    return fault


def polls(telegram: StandIn) -> int:
    """How often the bot has asked for updates."""
    return len(telegram.called("getUpdates"))


def test_an_update_is_confirmed_when_it_has_been_handled(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    answer = held(telegram, ada)
    before = polls(telegram)
    telegram.wait(lambda: polls(telegram) > before or None, 5, "the bot does not poll")
    assert len(telegram.pending) == 1
    answer.release()
    telegram.settle()
    assert len(ada.chat.messages) == 1


def test_what_is_answered_behind_a_slow_answer_is_answered_once(
    telegram: StandIn, bot: Desk
) -> None:
    ada, bo, cy = (telegram.person(name) for name in ("Ada", "Bo", "Cy"))
    answer = held(telegram, ada)
    for person in (bo, cy):
        person.says("FOC")
        person.chat.next_message()
    answer.release()
    telegram.settle()
    assert [len(person.chat.messages) for person in (ada, bo, cy)] == [1, 1, 1]


def test_telegram_is_not_asked_all_the_time_while_something_is_in_hand(
    telegram: StandIn, bot: Desk
) -> None:
    answer = held(telegram, telegram.person("Ada"))
    before = polls(telegram)
    time.sleep(2)
    assert polls(telegram) - before <= 4
    answer.release()
    telegram.settle()


@pytest.mark.slow
def test_a_hundred_that_wait_hold_up_the_next_for_a_limited_time(
    telegram: StandIn, bot: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "TAKEN", 3.0)
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    answer = held(telegram, ada)
    for _ in range(poller.MOST - 1):
        ada.says("FOC")
    bo.says("FOC")
    assert bo.chat.stays_silent(0.5)
    bo.chat.next_message(10)
    answer.release()
    telegram.settle()


def test_what_cannot_be_read_is_passed_over_and_said_without_its_words(
    telegram: StandIn, bot: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    ada = telegram.person("Ada")
    with caplog.at_level(logging.ERROR):
        telegram.post("message", {"text": "quokka", "date": 0, "chat": 7})
        ada.says("FOC")
        ada.chat.next_message()
        telegram.settle()
    assert [record.getMessage() for record in caplog.records] == [
        "An update of Telegram's cannot be read; it is passed over."
    ]


def test_stopping_confirms_what_was_handled(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    with serve():
        ada.says("FOC")
        ada.chat.next_message()
    assert telegram.pending == []


def test_an_end_that_cannot_be_confirmed_is_said_and_delivered_again(
    telegram: StandIn, serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    ada = telegram.person("Ada")
    with serve() as desk:
        answer = held(telegram, ada)
        broken = telegram.faults.error("getUpdates", 500, times=-1)
        answer.release()
        ada.chat.next_message()
        telegram.wait(lambda: broken.hits >= 3 or None, 10, "the bot does not poll")
        wait_for(lambda: desk.vitals.polls_failed.total() > 0)
    assert "could not be told what was handled last" in caplog.text
    assert len(telegram.pending) == 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Failures are not waited after."""
    monkeypatch.setattr(poller, "WAITS", (0.0,))


@pytest.mark.parametrize("times", [1, 30])
def test_polling_goes_on_after_every_failure(
    telegram: StandIn, serve: Serve, impatient: None, times: int
) -> None:
    ada = telegram.person("Ada")
    telegram.faults.error("getUpdates", 502, times=times)
    with serve() as desk:
        ada.says("FOC")
        ada.chat.next_message(10)
    assert desk.vitals.polls_failed.total() >= times // 3


def test_an_unexpected_failure_is_logged_and_does_not_end_the_polling(
    telegram: StandIn,
    serve: Serve,
    impatient: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = [ZeroDivisionError()]

    def once(content: object) -> int | None:
        if broken:
            raise broken.pop()
        return number_of(content)

    monkeypatch.setattr(poller, "number_of", once)
    ada = telegram.person("Ada")
    ada.says("FOC")
    with serve():
        ada.chat.next_message(10)
    assert "ZeroDivisionError while fetching updates" in caplog.text


def test_a_token_that_is_withdrawn_is_said(
    telegram: StandIn,
    serve: Serve,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    telegram.expects("Unauthorized")
    monkeypatch.setattr(poller, "WAITS", (0.05,))
    with serve():
        right, telegram.token = telegram.token, "2:other"
        for person in (telegram.person("Ada"), telegram.person("Bo")):
            person.says("FOC")
        wait_for(lambda: "does not know the token any more" in caplog.text)
        telegram.token = right
        assert telegram.people[100001].chat.next_message(10)


def wait_for(probe: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not probe():
        assert time.monotonic() < end
        time.sleep(0.02)
