"""Turns, with a whole application over HTTP and with updates put in by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Chat, Message, Update, User
from telegram.ext import Application, ContextTypes, InlineQueryHandler, MessageHandler, filters

from bot.wire.transport import AiohttpRequest
from bot.wire.turns import Turns, lane_of
from tests.standin import StandIn
from tests.standin.serving import AnyApplication, serving

Context = ContextTypes.DEFAULT_TYPE
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def build(telegram: StandIn, handler: Handler, turns: Turns) -> AnyApplication:
    """An application whose handler gets every message and inline query."""
    application: AnyApplication = (
        Application.builder()
        .token(telegram.token)
        .base_url(f"{telegram.url}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .concurrent_updates(turns)
        .update_queue(turns.queue)
        .build()
    )
    application.add_handler(MessageHandler(filters.ALL, handler))
    application.add_handler(InlineQueryHandler(handler))
    return application


async def after_a_while(update: Update, context: Context) -> None:
    """Answer the sooner the longer the message."""
    assert update.message is not None
    await asyncio.sleep(0.2 / len(update.message.text or ""))
    await update.message.reply_text(text=update.message.text or "")


def test_messages_of_one_chat_are_answered_in_order(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    said = ["a", "bbbb", "cc", "dddddddd"]
    for text in said:
        ada.says(text)
    with serving(lambda: build(telegram, after_a_while, Turns())):
        assert [ada.chat.next_message().text for _ in said] == said


def test_one_chat_does_not_wait_for_another(telegram: StandIn) -> None:
    go = asyncio.Event()
    ada, bo = telegram.person("Ada"), telegram.person("Bo")

    async def handler(update: Update, context: Context) -> None:
        assert update.message is not None
        if update.message.text == "slow":
            await go.wait()
        else:
            go.set()
        await update.message.reply_text(text="done")

    ada.says("slow")
    bo.says("quick")
    with serving(lambda: build(telegram, handler, Turns())):
        assert bo.chat.next_message().text == "done"
        assert ada.chat.next_message().text == "done"


def test_no_more_updates_are_handled_at_once_than_allowed(telegram: StandIn) -> None:
    busy: list[int] = []
    most: list[int] = []

    async def handler(update: Update, context: Context) -> None:
        busy.append(1)
        most.append(len(busy))
        await asyncio.sleep(0.01)
        busy.pop()
        assert update.message is not None
        await update.message.reply_text(text="done")

    people = [telegram.person(f"P{n}") for n in range(12)]
    for person in people:
        person.says("x")
    with serving(lambda: build(telegram, handler, Turns(at_once=3))):
        for person in people:
            person.chat.next_message()
    assert max(most) == 3


def test_what_there_is_no_room_for_stays_at_telegram(telegram: StandIn) -> None:
    """With room for two in hand and two received, no second hundred is fetched."""
    go = asyncio.Event()
    handled: list[int] = []

    async def handler(update: Update, context: Context) -> None:
        with telegram.changed:
            handled.append(update.update_id)
            telegram.changed.notify_all()
        await go.wait()

    async def opened(application: AnyApplication) -> None:
        go.set()

    ada = telegram.person("Ada")
    for _ in range(250):
        ada.says("x")
    with serving(lambda: build(telegram, handler, Turns(at_once=2, in_hand=2))) as bot:
        telegram.wait(lambda: handled or None, 5, "nothing was handled")
        assert ada.chat.stays_silent(0.2)
        assert len(telegram.pending) == 250
        bot.do(opened)
        telegram.wait(lambda: True if len(handled) == 250 else None, 10, "not all were handled")
    assert handled == sorted(handled)


def test_only_the_latest_of_the_inline_queries_that_wait_is_handled(telegram: StandIn) -> None:
    handled: list[str] = []

    async def handler(update: Update, context: Context) -> None:
        assert update.inline_query is not None
        handled.append(update.inline_query.query)
        await asyncio.sleep(0.05)
        await update.inline_query.answer([])

    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    for typed in ("f", "fr", "fre", "free"):
        latest = ada.types_inline(typed)
    other = bo.types_inline("h")
    turns = Turns()
    with serving(lambda: build(telegram, handler, turns)):
        latest.answered()
        other.answered()
    assert (sorted(handled), turns.dropped) == (["f", "free", "h"], 2)


def test_stopping_waits_for_what_is_in_hand(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    started: list[bool] = []

    async def handler(update: Update, context: Context) -> None:
        with telegram.changed:
            started.append(True)
            telegram.changed.notify_all()
        await asyncio.sleep(0.2)
        assert update.message is not None
        await update.message.reply_text(text="done")

    with serving(lambda: build(telegram, handler, Turns())):
        for _ in range(3):
            ada.says("x")
        telegram.wait(lambda: started or None, 5, "nothing was handled")
    assert len(ada.chat.messages) == 3


def test_an_update_whose_handler_fails_does_not_hold_up_its_chat(telegram: StandIn) -> None:
    async def handler(update: Update, context: Context) -> None:
        assert update.message is not None
        if update.message.text == "bad":
            raise ValueError("bad")
        await update.message.reply_text(text="done")

    async def failed(update: object, context: Context) -> None:
        """Keep the failure out of the log."""

    def application() -> AnyApplication:
        built = build(telegram, handler, Turns())
        built.add_error_handler(failed)
        return built

    ada = telegram.person("Ada")
    ada.says("bad")
    ada.says("good")
    with serving(application):
        assert ada.chat.next_message().text == "done"


ADA = User(id=7, is_bot=False, first_name="Ada")


def message(chat: int) -> Message:
    group = Chat(id=chat, type="group")
    return Message(message_id=1, date=datetime.now(UTC), chat=group, from_user=ADA)


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (Update(1, message=message(-5)), -5),
        (Update(1, edited_message=message(-5)), -5),
        (Update(1, guest_message=message(-5)), ("person", 7)),
        (Update(1), None),
        ("no update", None),
    ],
)
def test_updates_queue_up_with_their_chat_or_person(update: object, lane: object) -> None:
    assert lane_of(update) == lane
