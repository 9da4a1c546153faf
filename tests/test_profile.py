"""How the bot presents itself, over HTTP."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot import menu, profile
from bot.concept import LANGUAGES
from bot.desk import Desk
from bot.texts import texts
from tests.conftest import Serve
from tests.standin import StandIn


def present(telegram: StandIn, *curators: int) -> int:
    """Present the bot as at a start; how much was written."""

    async def run() -> int:
        async with Bot(
            token=telegram.token,
            base_url=f"{telegram.url}/bot",
            request=HTTPXRequest(),
            get_updates_request=HTTPXRequest(),
        ) as bot:
            return await profile.present(bot, curators)

    return asyncio.run(run())


def writes(telegram: StandIn) -> list[str]:
    """The methods that changed something."""
    return [call.method for call in telegram.calls if call.method.startswith("set")]


def test_everything_is_set_in_every_language(telegram: StandIn) -> None:
    present(telegram)
    shown = telegram.profile
    for language in LANGUAGES:
        code = "" if language == "en" else language
        text = texts(language)
        assert shown.names[code] == text.plain("profile.name")
        assert shown.descriptions[code] == text.plain("profile.description")
        assert shown.short_descriptions[code] == text.plain("profile.short_description")


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        ("all_private_chats", "private"),
        ("all_group_chats", "groups"),
        ("all_chat_administrators", "admins"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_scope_has_its_commands_in_every_language(
    telegram: StandIn, scope: str, name: menu.Scope, language: Any
) -> None:
    present(telegram)
    shown = telegram.profile.commands[scope, "" if language == "en" else language]
    assert [c["command"] for c in shown] == [c.name for c in menu.commands(name)]
    assert shown[0]["description"] == texts(language).plain(f"commands.{shown[0]['command']}")


def test_a_second_start_changes_nothing(telegram: StandIn) -> None:
    curator = telegram.person("Cora").id
    assert present(telegram, curator) == len(writes(telegram))
    telegram.calls.clear()
    assert present(telegram, curator) == 0
    assert writes(telegram) == []


def test_only_what_differs_is_set(telegram: StandIn) -> None:
    present(telegram)
    telegram.profile.descriptions["fi"] = "vanha"
    telegram.profile.commands["all_private_chats", "ko"] = []
    telegram.profile.menu_buttons[0] = {"type": "default"}
    telegram.calls.clear()
    present(telegram)
    assert writes(telegram) == ["setMyDescription", "setMyCommands", "setChatMenuButton"]


def test_a_curators_chat_has_the_commands_of_curators(telegram: StandIn) -> None:
    curator = telegram.person("Cora").id
    present(telegram, curator)
    shown = telegram.profile.commands[f"chat:{curator}:", "fi"]
    assert [c["command"] for c in shown] == [c.name for c in menu.commands("curators")]


def test_a_curator_who_has_not_started_the_bot_is_waited_for(
    telegram: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expects("chat not found")
    caplog.set_level(logging.INFO, "bot.profile")
    present(telegram, 987654)
    assert "not open to the bot yet" in caplog.text
    assert "987654" not in caplog.text
    assert telegram.profile.names[""]


def test_a_curator_gets_their_commands_when_they_start_the_bot(
    telegram: StandIn, serve: Serve
) -> None:
    telegram.expects("chat not found")
    future = 100001  # the stand-in numbers people so
    with serve(curators=frozenset({future})):
        telegram.wait(lambda: telegram.refused or None, 10, "no attempt")
        cora = telegram.person("Cora")
        assert cora.id == future
        cora.starts()
        telegram.wait(
            lambda: telegram.profile.commands.get((f"chat:{future}:", "")), 10, "no commands"
        )


@pytest.mark.parametrize("method", ["getMyName", "setMyName", "getMyCommands", "setMyCommands"])
def test_one_part_that_fails_does_not_keep_the_others_from_being_set(
    telegram: StandIn, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.error(method, 500)
    caplog.set_level(logging.WARNING, "bot.profile")
    present(telegram)
    assert len(caplog.records) == 1
    assert telegram.profile.short_descriptions["ko"]
    telegram.calls.clear()
    assert present(telegram) == 1


def test_the_bot_answers_when_nothing_of_its_profile_can_be_set(
    telegram: StandIn, serve: Serve
) -> None:
    for method in ("getMyName", "getMyDescription", "getMyShortDescription", "getMyCommands"):
        telegram.faults.error(method, 500, times=-1)
    telegram.faults.page("getChatMenuButton", times=-1)
    ada = telegram.person("Ada")
    with serve():
        ada.says("FOC")
        assert ada.chat.next_message().text.startswith("Freedom Online Coalition")


def test_a_slow_profile_does_not_hold_up_answers(telegram: StandIn, serve: Serve) -> None:
    telegram.faults.delay("getMyName", 30)
    ada = telegram.person("Ada")
    with serve():
        ada.says("FOC")
        assert ada.chat.next_message().text.startswith("Freedom Online Coalition")


def test_a_start_presents_the_bot(telegram: StandIn, bot: Desk) -> None:
    def commands() -> object:
        return telegram.profile.commands.get(("all_chat_administrators", "ko"))

    assert telegram.wait(commands, 10, "no commands")


def test_administrators_of_the_curators_group_have_the_commands_of_curators_there(
    telegram: StandIn, serve: Serve
) -> None:
    group = telegram.supergroup("Curators", telegram.person("Cora"))
    shown = telegram.profile.commands
    with serve(curator_chat=group.id):
        key = f"chat_administrators:{group.id}:"
        assert telegram.wait(lambda: shown.get((key, "ko")), 10, "no commands")
        for code in ("", "fi", "ko"):
            names = [command["command"] for command in shown[key, code]]
            assert names == [command.name for command in menu.commands("board")]
            assert {"queue", "missed", "define", "language"} <= set(names)


def test_help_in_the_curators_group_lists_their_commands_to_its_administrators(
    telegram: StandIn, serve: Serve
) -> None:
    chief, member = telegram.person("Cora"), telegram.person("Max")
    group = telegram.supergroup("Curators", chief, member)
    with serve(curator_chat=group.id):
        member.says("/help", group)
        assert "/queue" not in group.next_message().text
        chief.says("/help", group)
        assert "/queue" in group.next_message().text
