"""The settings of a group: who may change them, and what they change."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.standin import Chat, Message, StandIn
from tests.standin.faults import Fault
from tests.standin.refusal import Refusal


def settings(telegram: StandIn, group: Chat) -> Message:
    """The settings, asked for by the group's owner, who is its first member."""
    owner = next(iter(group.members.values()))[0]
    owner.says("/language", group)
    return group.next_message()


def test_the_owner_chooses_the_language_of_the_group(telegram: StandIn, bot: Desk) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo", language="ko")
    group = telegram.supergroup("Readers", ada, bo)
    shown = settings(telegram, group)
    assert "Language of my answers: The language of whoever asks." in shown.text
    bo.says("/define tekoäly", group)
    assert group.next_message().text.startswith("인공지능")
    ada.presses(shown.button("suomi"))
    assert "Vastausteni kieli: suomi." in group.next_edit(shown).text
    for asker in (ada, bo):
        asker.says("/define AI", group)
        assert group.next_message().text.startswith("tekoäly\n")
    bo.says("AI")
    assert bo.chat.next_message().text.startswith("인공지능")
    ada.presses(shown.button("Kysyjän oma kieli"))
    group.next_edit(shown)
    bo.says("/define AI", group)
    assert group.next_message().text.startswith("인공지능")


@pytest.mark.parametrize("standing", ["administrator", "creator"])
def test_administrators_may_change_the_settings(
    telegram: StandIn, bot: Desk, standing: str
) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    group = telegram.supergroup("Readers", ada)
    group.members[bo.id] = (bo, standing)
    bo.says("/settings", group)
    shown = group.next_message()
    bo.presses(shown.button("한국어"))
    assert "답하는 언어: 한국어." in group.next_edit(shown).text


@pytest.mark.parametrize(
    ("language", "told", "alert"),
    [
        ("en", "can change this with /language", "Only administrators"),
        ("fi", "muuttaa tätä komennolla /language", "Vain ryhmän ylläpitäjät"),
        ("ko", "/language 명령어로", "관리자만"),
    ],
)
def test_members_see_the_settings_and_cannot_change_them(
    telegram: StandIn, bot: Desk, language: str, told: str, alert: str
) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo", language=language)
    group = telegram.supergroup("Readers", ada, bo)
    bo.says("/language", group)
    seen = group.next_message()
    assert told in seen.text
    assert not seen.buttons
    shown = settings(telegram, group)
    answer = bo.presses(shown.button("suomi")).answered()
    assert alert in answer.text
    assert answer.alert
    assert shown.edits == 0


def test_an_anonymous_administrator_gets_the_buttons_and_a_channel_does_not(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    ada.says("/language", group, anonymous=True)
    assert group.next_message().buttons
    ada.says("/language", group, as_channel=telegram.channel("News", ada))
    assert not group.next_message().buttons


def test_where_telegram_tells_of_no_single_member_the_list_of_administrators_helps(
    telegram: StandIn, bot: Desk
) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    group = telegram.supergroup("Readers", ada, bo)
    closed = Refusal("member list is inaccessible")
    telegram.faults.add(Fault("refuse", "getChatMember", -1, refusal=closed))
    assert settings(telegram, group).buttons
    bo.says("/language", group)
    assert not group.next_message().buttons


def test_the_offer_is_off_until_it_is_switched_on_and_off_again(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    group.bot = "administrator"
    shown = settings(telegram, group)
    assert "Offer to explain: off." in shown.text
    ada.presses(shown.button("Switch the offer on"))
    assert "Offer to explain: on." in group.next_edit(shown).text
    ada.presses(shown.button("Switch the offer off"))
    assert "Offer to explain: off." in group.next_edit(shown).text


def test_the_offer_needs_the_bot_to_be_an_administrator(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    shown = settings(telegram, group)
    answer = ada.presses(shown.button("Switch the offer on")).answered()
    assert "First make me an administrator" in answer.text
    assert shown.edits == 0
    group.bot = "administrator"
    ada.presses(shown.button("Switch the offer on"))
    group.next_edit(shown)
    group.bot = "member"
    assert "and I am not" in settings(telegram, group).text


def test_choices_outlast_a_restart_and_a_migration(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    with serve():
        shown = settings(telegram, group)
        ada.presses(shown.button("suomi"))
        group.next_edit(shown)
    with serve():
        new = group.migrate()
        ada.says("/define AI", new)
        assert new.next_message().text.startswith("tekoäly\n")
        assert new.stays_silent()


def test_nothing_is_kept_of_a_group_that_the_bot_was_removed_from(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    shown = settings(telegram, group)
    ada.presses(shown.button("suomi"))
    group.next_edit(shown)
    group.kick_bot(ada)
    group.add_bot(ada)
    ada.says("/define AI", group)
    assert group.next_message().text.startswith("artificial intelligence")


@pytest.mark.parametrize("data", ["g:", "g:l", "g:l:xx", "g:o:maybe", "g:x:y:z"])
def test_a_button_that_makes_no_sense_changes_nothing(
    telegram: StandIn, bot: Desk, data: str
) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    shown = settings(telegram, group)
    telegram.expects("message is not modified")
    ada.calls_back(shown, data).answered()
    assert "The language of whoever asks." in settings(telegram, group).text


def test_the_choice_of_a_person_is_not_made_in_a_group(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/language")
    ada.presses(ada.chat.next_message().button("suomi"))
    group = telegram.supergroup("Readers", ada)
    assert "Vastausteni kieli: Kysyjän oma kieli." in settings(telegram, group).text
