"""A group is answered no faster than is good for it."""

from __future__ import annotations

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
