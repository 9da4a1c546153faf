"""The longest suggestions that are taken can be reviewed, rejected and changed."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.handlers.suggesting import press
from tests.standin import Message, Person, StandIn


def answer(person: Person, said: str) -> Message:
    person.says(said)
    return person.chat.next_message()


@pytest.fixture
def card(telegram: StandIn, reviewed: Desk, curator: Person) -> Message:
    """A suggestion with everything in it that fits."""
    ada = telegram.person("Ada", language="en")
    preview = answer(ada, f"/add {'T' * 119}& = {'<' * 600}")
    for field, said in (
        ("Other name", ", ".join(f"n{n}" for n in range(170))),
        ("Other languages", f"fi: {'&' * 110}ä = {'<' * 600}\nko: {'가' * 120} = {'나' * 600}"),
        ("Source", "&" * 1000),
        ("Note", "&" * 1000),
        ("Example", "e" * 1000),
    ):
        press(ada, press(ada, preview, "Change"), field)
        preview = answer(ada, said)
    press(ada, preview, "Send")
    return curator.chat.next_message()


def test_a_long_suggestion_is_rejected_with_a_long_reason(
    telegram: StandIn, reviewed: Desk, curator: Person, card: Message
) -> None:
    press(curator, card, "Reject")
    curator.presses(card, "Write a reason")
    asked = curator.chat.next_message()
    curator.says("r" * 600, reply_to=asked)
    rejected = curator.chat.next_message().text
    assert "Rejected by @cleo." in rejected
    assert "TTT" in rejected


def test_a_change_of_everything_is_reviewed_and_taken_back(
    telegram: StandIn, reviewed: Desk, curator: Person, card: Message
) -> None:
    press(curator, card, "Approve")
    answer(curator, "/edit n7")
    for field, length in (("Definition", 600), ("Source", 1000), ("Note", 1000), ("Example", 990)):
        here = curator.chat.messages[-1]
        label = field if field in [button.text for button in here.buttons] else "Change"
        menu = press(curator, here, label)
        if label == "Change":
            press(curator, menu, field)
        answer(curator, "xy " * (length // 3))
    press(curator, curator.chat.messages[-1], "Publish at once")
    assert "Take back #2?" in answer(curator, "/undo n7").text
