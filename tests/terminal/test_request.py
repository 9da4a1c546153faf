"""The request: python-telegram-bot's own Bot against the chat, call by call."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, ReplyParameters
from telegram import InlineKeyboardMarkup as Markup
from telegram.error import BadRequest, EndPointNotFound

from bot.entities import Formatted
from bot.terminal import TOKEN, Person, TerminalRequest
from bot.terminal.choice import Choice
from bot.terminal.room import Room

BUTTON = Markup([[InlineKeyboardButton("a", callback_data="a")]])


class Watcher:
    """Remembers what was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def said(self, text: Formatted, choices: list[Choice], note: str = "") -> None:
        self.shown.append((note, text.text))

    def told(self, text: str, kind: str) -> None:
        self.shown.append((kind, text))

    def listed(self, query: str, choices: list[Choice]) -> None:
        self.shown.append(("inline", query))


def called(*calls: Callable[[Bot], Awaitable[Any]]) -> tuple[list[Any], list[tuple[str, str]]]:
    """Make calls one after another; return their results and what was shown."""
    watcher = Watcher()
    request = TerminalRequest(Room(Person("Ann"), watcher))

    async def run() -> list[Any]:
        async with Bot(TOKEN, request=request, get_updates_request=request) as bot:
            return [await call(bot) for call in calls]

    return asyncio.run(run()), watcher.shown


def send(text: str = "a", **more: Any) -> Callable[[Bot], Awaitable[Any]]:
    return lambda bot: bot.send_message(chat_id=1, text=text, **more)


def test_the_bot_is_the_one_of_the_token_and_not_the_person() -> None:
    ([me, same], _) = called(lambda bot: bot.get_me(), lambda bot: bot.get_chat_member(1, bot.id))
    assert (me.id, me.username, me.supports_inline_queries) == (2, "glossary_bot", True)
    assert me.id != Person().id
    assert same.user == me


def test_a_sent_message_comes_back_as_telegram_returns_it() -> None:
    ([sent], shown) = called(send("<b>👍</b> a", parse_mode="HTML", reply_markup=BUTTON))
    assert (sent.text, sent.text_html, sent.chat.id) == ("👍 a", "<b>👍</b> a", 1)
    assert sent.reply_markup == BUTTON
    assert shown == [("", "👍 a")]


def test_a_reply_names_its_message() -> None:
    (results, _) = called(send("first"), send("b", reply_parameters=ReplyParameters(1)))
    assert results[1].reply_to_message.text == "first"


def test_edits_change_the_message_and_are_shown() -> None:
    (results, shown) = called(
        send(reply_markup=BUTTON),
        lambda bot: bot.edit_message_text("<i>b</i>", 1, 1, parse_mode="HTML"),
        lambda bot: bot.edit_message_reply_markup(1, 1, reply_markup=BUTTON),
        lambda bot: bot.edit_message_reply_markup(1, 1),
    )
    assert [result.text_html for result in results] == ["a", *["<i>b</i>"] * 3]
    assert [bool(result.reply_markup) for result in results] == [True, False, True, False]
    assert shown == [("", "a"), ("edited", "b"), ("edited", "b")]


@pytest.mark.parametrize(
    ("calls", "sentence"),
    [
        ([send("")], "text is empty"),
        ([send(" \n")], "text is empty"),
        ([send("a" * 4097)], "too long"),
        ([send("<b>a", parse_mode="HTML")], "can't parse entities"),
        ([lambda bot: bot.send_message(2, "a")], "[Cc]hat not found"),
        ([lambda bot: bot.send_message("@channel", "a")], "[Cc]hat not found"),
        ([send(reply_parameters=ReplyParameters(9))], "replied not found"),
        (
            [send(reply_markup=Markup([[InlineKeyboardButton("a", callback_data="ä" * 33)]]))],
            "[Bb]utton_data_invalid",
        ),
        ([lambda bot: bot.edit_message_text("a", 1, 9)], "edit not found"),
        ([send(), lambda bot: bot.edit_message_text("a", 1, 1)], "not modified"),
        ([send(), lambda bot: bot.edit_message_reply_markup(1, 1)], "not modified"),
        ([lambda bot: bot.delete_message(1, 9)], "delete not found"),
        ([lambda bot: bot.answer_inline_query("9", [])], "too old"),
        ([lambda bot: bot.get_chat_administrators(1)], "no administrators"),
        ([lambda bot: bot.get_chat_member(1, 9)], "user not found"),
    ],
)
def test_what_telegram_refuses_is_refused(
    calls: list[Callable[[Bot], Awaitable[Any]]], sentence: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){sentence}"):
        called(*calls)


def test_taking_the_look_away_is_an_edit() -> None:
    (results, _) = called(
        send("<b>a</b>", parse_mode="HTML"), lambda bot: bot.edit_message_text("a", 1, 1)
    )
    assert results[1].entities == ()


def test_an_unknown_method_does_not_exist() -> None:
    with pytest.raises(EndPointNotFound):
        called(lambda bot: bot.do_api_request("frobnicate"))


def test_the_profile_is_kept_by_scope_and_language() -> None:
    private = BotCommandScopeChat(1)
    commands = [BotCommand("help", "Help")]
    (results, shown) = called(
        lambda bot: bot.get_my_commands(),
        lambda bot: bot.set_my_commands(commands, scope=private, language_code="fi"),
        lambda bot: bot.get_my_commands(),
        lambda bot: bot.get_my_commands(scope=private, language_code="fi"),
        lambda bot: bot.delete_my_commands(scope=private, language_code="fi"),
        lambda bot: bot.get_my_commands(scope=private, language_code="fi"),
        lambda bot: bot.set_my_description("A glossary"),
        lambda bot: bot.get_my_description(),
        lambda bot: bot.set_my_short_description("Short", "ko"),
        lambda bot: bot.get_my_short_description("ko"),
        lambda bot: bot.get_my_short_description(),
        lambda bot: bot.set_my_name("Name"),
        lambda bot: bot.get_my_name(),
        lambda bot: bot.get_chat_menu_button(),
    )
    assert results[:6] == [(), True, (), tuple(commands), True, ()]
    assert results[7].description == "A glossary"
    assert [results[9].short_description, results[10].short_description] == ["Short", ""]
    assert results[12].name == "Name"
    assert results[13].type == "commands"
    assert shown == []


def test_calls_without_anything_to_see_succeed_quietly() -> None:
    (results, shown) = called(
        lambda bot: bot.send_chat_action(1, "typing"),
        lambda bot: bot.answer_callback_query("1"),
        lambda bot: bot.delete_webhook(),
        lambda bot: bot.set_message_reaction(1, 1, None),
        lambda bot: bot.get_updates(timeout=0),
    )
    assert results == [True, True, True, True, ()]
    assert shown == []


def test_the_chat_describes_itself() -> None:
    (results, _) = called(
        lambda bot: bot.get_chat(1),
        lambda bot: bot.get_chat_member(1, 1),
        lambda bot: bot.get_chat_member_count(1),
        lambda bot: bot.get_webhook_info(),
    )
    assert (results[0].type, results[0].first_name) == ("private", "Ann")
    assert results[1].user.first_name == "Ann"
    assert results[2] == 2
    assert results[3].url == ""


def test_a_document_is_told_by_its_name_and_size() -> None:
    (results, shown) = called(lambda bot: bot.send_document(1, b"abc", filename="../a.csv"))
    assert shown[0] == ("file", "a.csv, 3 B")
    assert results[0].document.file_name == "a.csv"
