"""What is the curators' is refused to everybody else, whatever they send."""

from __future__ import annotations

import pytest

from bot.callback import handle
from bot.concept import Language
from bot.desk import Desk
from bot.texts import texts
from tests.conftest import Serve
from tests.handlers.suggesting import press, served, suggest, suggested
from tests.standin import Person, StandIn

QUOKKA = "quokka = small wallaby of western Australia"
COMMANDS = ["/queue", "/missed", "/blocked", "/history human rights", "/undo human rights"]
DATA = [
    *("v:a:1:1:0:none", "v:a:1:1", "v:e:1:1", "v:j:1:1", "v:r:1:1:duplicate", "v:x:1:1"),
    *("v:q:1:1", "v:b:1:1", "v:u:1:1", "v:s:1:1", "v:s:1", "v:", "v:zz"),
    *("q:0", "b:100004", f"h:{handle('human-rights')}:0", "u:s:1", "u:y:1:000000"),
    *("m:p:0", f"m:a:{handle('wombat')}", f"m:n:{handle('wombat')}", f"m:d:{handle('wombat')}"),
]


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_curators_command_is_refused_to_others(
    telegram: StandIn, reviewed: Desk, command: str, language: Language
) -> None:
    mallory = telegram.person("Mallory", language=language)
    mallory.says(command)
    assert mallory.chat.next_message().text == texts(language).plain("curator.only")


@pytest.mark.parametrize("data", DATA)
def test_forged_data_of_a_curators_button_are_refused_and_change_nothing(
    telegram: StandIn, reviewed: Desk, curator: Person, data: str
) -> None:
    suggested(telegram, curator, QUOKKA)
    mallory = telegram.person("Mallory")
    mallory.says("FOC")
    answer = mallory.calls_back(mallory.chat.next_message(), data).answered()
    assert answer.alert
    assert answer.text == texts("en").plain("curator.only")
    assert served(reviewed, "quokka") is None
    curator.says("/queue")
    assert "Waiting for review: 1" in curator.chat.next_message().text


def test_the_author_cannot_approve_their_own(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, _ = suggested(telegram, curator, QUOKKA)
    assert author.calls_back(author.chat.messages[-1], "v:a:1:1:0:none").answered().alert
    assert served(reviewed, "quokka") is None


def test_publishing_at_once_is_refused_to_others(telegram: StandIn, reviewed: Desk) -> None:
    mallory = telegram.person("Mallory")
    mallory.says(f"/add {QUOKKA}")
    preview = mallory.chat.next_message()
    assert "Publish at once" not in [button.text for button in preview.buttons]
    mallory.calls_back(preview, "d:publish:preview")
    assert mallory.chat.next_edit(preview).text == texts("en").plain("curator.only")
    assert served(reviewed, "quokka") is None


def test_others_cannot_write_a_reason(telegram: StandIn, serve: Serve) -> None:
    chief, mallory = telegram.person("Cleo"), telegram.person("Mallory")
    group = telegram.supergroup("Curators", chief, mallory)
    with serve(curator_chat=group.id):
        suggest(telegram.person("Ada"), QUOKKA)
        card = group.next_message()
        chief.presses(press(chief, card, "Reject"), "Write a reason")
        asked = group.next_message()
        mallory.says("Bad.", group, reply_to=asked)
        assert group.next_message().text == texts("en").plain("curator.only")
        chief.says("/queue", group)
        assert "Waiting for review: 1" in group.next_message().text


def test_a_link_to_a_suggestion_shows_nothing_to_others(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    suggested(telegram, curator, QUOKKA)
    mallory = telegram.person("Mallory")
    mallory.starts("v_1")
    assert "quokka" not in mallory.chat.next_message().text
    curator.starts("v_1")
    assert "quokka" in curator.chat.next_message().text


def test_nobody_changes_or_takes_back_anothers_suggestion(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    suggested(telegram, curator, QUOKKA)
    mallory = telegram.person("Mallory")
    for data in ("o:w:1", "o:e:1"):
        mallory.says("FOC")
        message = mallory.chat.next_message()
        mallory.calls_back(message, data)
        assert "no longer be changed" in mallory.chat.next_edit(message).text
    curator.says("/queue")
    assert "Waiting for review: 1" in curator.chat.next_message().text


def test_who_is_no_curator_any_more_cannot_finish_an_approval(
    telegram: StandIn, serve: Serve, curator: Person
) -> None:
    with serve(curators=frozenset({curator.id})):
        _, card = suggested(telegram, curator, QUOKKA)
        curator.presses(card, "Edit, then approve")
        press(curator, curator.chat.next_message(), "Note")
        curator.says("They are small.")
        preview = curator.chat.next_message()
    with serve() as desk:
        assert press(curator, preview, "Approve").text == texts("en").plain("curator.only")
        assert served(desk, "quokka") is None


def test_curators_are_shown_their_commands_and_others_are_not(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    curator.says("/help")
    assert "/queue" in curator.chat.next_message().text
    ada = telegram.person("Ada")
    ada.says("/help")
    text = ada.chat.next_message().text
    assert "/add" in text
    assert "/queue" not in text


@pytest.mark.parametrize(
    "data",
    [
        *("d:", "d:zz", "d:pick:field:99", "d:go:menu:zz", "d:name:similar:x", "d:into:target:x"),
        *("d:pick:language:xx", "d:go:language:target", "n:", "e:zzzzzz", "o:", "o:e:x"),
    ],
)
@pytest.mark.parametrize("begun", [False, True])
def test_forged_data_of_anybodys_buttons_do_no_harm(
    telegram: StandIn, reviewed: Desk, data: str, *, begun: bool
) -> None:
    ada = telegram.person("Ada")
    if begun:
        ada.says("/add quokka")
        ada.chat.next_message()
    ada.says("FOC")
    ada.calls_back(ada.chat.next_message(), data).answered()
    telegram.settle()
    ada.says("/cancel")
    telegram.settle()
    assert "Something went wrong" not in "".join(message.text for message in ada.chat.messages)
