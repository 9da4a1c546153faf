"""A group is answered no faster than is good for it."""

from __future__ import annotations

import time

import pytest

from bot.cooldown import Cooldown
from bot.desk import Desk
from tests.standin import StandIn


def test_an_impatient_group_is_asked_once_for_patience_then_there_is_silence(
    telegram: StandIn, bot: Desk
) -> None:
    now = [0.0]
    bot.cooldown = Cooldown(burst=2, every=3.0, clock=lambda: now[0])
    ada = telegram.person("Ada")
    group, other = telegram.supergroup("Readers", ada), telegram.supergroup("Others", ada)
    asked = [ada.says("/define FOC", group) for _ in range(5)]
    for _ in range(2):
        group.next_message()
    ada.says("/define FOC", other)
    other.next_message()
    telegram.wait(lambda: asked[2].reactions or None, 10, "no sign")
    assert group.stays_silent()
    assert [message.reactions for message in asked] == [[], [], ["🙏"], [], []]
    now[0] = 3.0
    ada.says("@glossary_test_bot AI", group)
    assert group.next_message().text.startswith("artificial intelligence")


def test_talk_in_the_group_does_not_use_up_its_answers(telegram: StandIn, bot: Desk) -> None:
    bot.cooldown = Cooldown(burst=1, every=1000)
    telegram.privacy = False
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    for said in ("AI and human rights", "/start@other_bot", "@somebody FOC"):
        ada.says(said, group)
    ada.says("/define FOC", group)
    assert group.next_message().text.startswith("Freedom Online Coalition")


def test_where_no_reaction_is_allowed_there_is_silence(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("REACTION_INVALID")
    bot.cooldown = Cooldown(burst=0, every=1000)
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    group.available_reactions = []
    ada.says("/define FOC", group)
    ada.says("FOC")
    ada.chat.next_message()
    assert group.stays_silent()


def test_in_private_there_is_no_cool_down(telegram: StandIn, bot: Desk) -> None:
    bot.cooldown = Cooldown(burst=0, every=1000)
    ada = telegram.person("Ada")
    ada.says("/define FOC")
    assert ada.chat.next_message().text.startswith("Freedom Online Coalition")


def handled(bot: Desk, kind: str, count: int) -> None:
    """Wait until so many updates of a kind have been handled."""
    end = time.monotonic() + 10
    while bot.vitals.updates.total(kind) < count:
        assert time.monotonic() < end
        time.sleep(0.01)


SLOW = {"en": "That was a lot at once", "fi": "Nyt tuli paljon", "ko": "한꺼번에 너무 많이"}


@pytest.mark.parametrize("language", SLOW)
def test_a_person_who_floods_is_told_once_then_there_is_silence(
    telegram: StandIn, bot: Desk, language: str
) -> None:
    now = [0.0]
    bot.patience = Cooldown(burst=2, every=1.0, rest=60.0, clock=lambda: now[0])
    ada, bo = telegram.person("Ada", language=language), telegram.person("Bo")
    for _ in range(5):
        ada.says("FOC")
    bo.says("FOC")
    handled(bot, "message", 6)
    assert len(bo.chat.messages) == 1
    assert len(ada.chat.messages) == 3
    assert ada.chat.messages[2].text.startswith(SLOW[language])
    now[0] = 60.0
    ada.says("AI")
    handled(bot, "message", 7)
    assert len(ada.chat.messages) == 4
    slowed = {labels: n for labels, n in bot.vitals.updates.items() if labels[1] == "slowed"}
    assert slowed == {("message", "slowed"): 3}


def test_buttons_count_and_inline_queries_do_not(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("FOC")
    card = ada.chat.next_message()
    bot.patience = Cooldown(burst=0, every=1.0, rest=60.0)
    for _ in range(2):
        ada.presses(next(button for button in card.buttons if button.data))
    handled(bot, "callback_query", 2)
    told = [call.given.get("text", "") for call in telegram.called("answerCallbackQuery")]
    assert told[0].startswith(SLOW["en"])
    assert told[1:] == [""], "the second press only stops waiting"
    assert card.edits == 0
    ada.types_inline("FOC")
    handled(bot, "inline_query", 1)
    assert len(telegram.called("answerInlineQuery")) == 1


def test_one_person_cannot_flood_through_many_groups(telegram: StandIn, bot: Desk) -> None:
    bot.patience = Cooldown(burst=2, every=1.0, rest=60.0)
    ada = telegram.person("Ada")
    groups = [telegram.supergroup(f"Readers {n}", ada) for n in range(4)]
    asked = []
    for number, group in enumerate(groups, 1):  # groups are handled side by side
        asked.append(ada.says("/define FOC", group))
        handled(bot, "message", number)
    assert [len([m for m in group.messages if m not in asked]) for group in groups] == [1, 1, 0, 0]
    assert [message.reactions for message in asked] == [[], [], ["🙏"], []]
