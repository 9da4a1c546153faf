"""Buttons that the bot never made: a changed client may send any 64 bytes."""

from __future__ import annotations

import logging

import pytest

from bot.callback import handle
from bot.desk import Desk
from tests.handlers.suggesting import suggested
from tests.standin import Message, Person, StandIn

HUGE = "9" * 40
HERE = handle("freedom-online-coalition")
FORGED = [
    *(f"{verb}:{HUGE}" for verb in "srdvhuqbmoengl"),
    *(f"{verb}:{act}:{HUGE}" for verb in "uvom" for act in ("s", "w", "e", "y", "a", "p")),
    *(f"v:{act}:1:{HUGE}" for act in "axqrm"),
    *("d", "z", ":::", "s:::", f"s:{'c' * 40}:0:{HERE}", f"h:{HERE}:{HUGE}", "r:b<b>", "l:xx"),
    *(f"d:{act}:preview" for act in ("send", "publish", "go", "pick", "into", "resume")),
]


def forge(person: Person, message: Message, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Press every forged button; those at which the bot failed."""
    failed = []
    for data in FORGED:
        caplog.clear()
        person.calls_back(message, data).answered()
        person.world.settle()
        if any(record.levelno >= logging.ERROR for record in caplog.records):
            failed.append(data)
    return failed


@pytest.mark.parametrize("by", ["a stranger", "a curator"])
def test_a_forged_button_is_answered_and_fails_nowhere(
    telegram: StandIn,
    reviewed: Desk,
    curator: Person,
    caplog: pytest.LogCaptureFixture,
    by: str,
) -> None:
    author, _ = suggested(telegram, curator)
    person = curator if by == "a curator" else author
    person.says("FOC")
    shown = person.chat.next_message()
    telegram.expects("message is not modified")
    assert forge(person, shown, caplog) == []
