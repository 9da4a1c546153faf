"""What people must be told reaches them, or waits; over HTTP."""

from __future__ import annotations

import time

from bot.desk import Desk
from tests.conftest import Serve, kept
from tests.handlers.suggesting import press, suggest, suggested
from tests.standin import Person, StandIn


def test_each_curator_gets_a_suggestion_once(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    assert "#1" in second.chat.next_message().text
    assert curator.chat.stays_silent()
    assert second.chat.stays_silent(0.01)


def test_one_curator_who_cannot_be_told_does_not_hold_up_the_other(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    telegram.expects("bot was blocked by the user")
    curator.blocks()
    suggest(telegram.person("Ada"))
    assert "#1" in second.chat.next_message().text
    for _ in range(100):
        if kept(reviewed, lambda state: state.notices.waiting()) == 0:
            break
        time.sleep(0.05)
    else:
        raise AssertionError("a notice waits for somebody who cannot be told")


def test_news_that_were_not_delivered_are_told_later(
    telegram: StandIn, serve: Serve, curator: Person
) -> None:
    with serve(curators=frozenset({curator.id})) as desk:
        failing = telegram.faults.error("sendMessage", 500, times=-1)
        failing.chat = curator.chat
        suggest(telegram.person("Ada"))
        assert curator.chat.stays_silent()
        failing.times = 0
        assert kept(desk, lambda state: state.notices.waiting()) == 1


def test_a_suggestion_decided_meanwhile_is_not_told(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    failing = telegram.faults.error("sendMessage", 500, times=1)
    failing.chat = second.chat
    _, card = suggested(telegram, curator)
    press(curator, card, "Approve")
    assert second.chat.stays_silent()
