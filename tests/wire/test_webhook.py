"""The webhook, delivered to by the stand-in over HTTP."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.wire.transport import AiohttpRequest
from bot.wire.turns import Turns
from bot.wire.webhook import HEADER, LARGEST, Webhook
from tests.standin import StandIn
from tests.standin.calling import call
from tests.standin.serving import AnyApplication

SECRET = "quiet-please"


@dataclass
class Hooked:
    """A bot that echoes, in a thread, behind a webhook; `go` lets its handler go on."""

    port: int
    go: threading.Event
    started: list[str]

    def post(self, body: bytes, path: str = "/telegram", secret: str = SECRET) -> int:
        """The status that a delivery is answered with."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("POST", path, body, {HEADER: secret})
            return connection.getresponse().status
        finally:
            connection.close()


def application(telegram: StandIn, hooked: Hooked, turns: Turns) -> AnyApplication:
    """The bot that echoes."""

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        with telegram.changed:
            hooked.started.append(update.message.text or "")
            telegram.changed.notify_all()
        await asyncio.to_thread(hooked.go.wait, 10)
        await update.message.reply_text(text=update.message.text or "")

    builder = Application.builder().token(telegram.token).base_url(f"{telegram.url}/bot")
    built: AnyApplication = (
        builder.updater(None)
        .request(AiohttpRequest())
        .concurrent_updates(turns)
        .update_queue(turns.queue)
        .build()
    )
    built.add_handler(MessageHandler(filters.TEXT, echo))
    return built


@contextmanager
def in_thread(main: Callable[[asyncio.Event], Any]) -> Iterator[None]:
    """Run a coroutine in a thread until the block ends."""
    loop = asyncio.new_event_loop()
    end = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(main(end),))
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(20)
        loop.close()


@pytest.fixture
def hooked(telegram: StandIn) -> Iterator[Hooked]:
    """The bot behind the webhook, which Telegram knows of."""
    bot = Hooked(0, threading.Event(), [])
    bot.go.set()
    ready = threading.Event()

    async def main(end: asyncio.Event) -> None:
        turns = Turns()
        built = application(telegram, bot, turns)
        webhook = Webhook(built, turns, path="/telegram", secret=SECRET)
        async with built:
            await built.start()
            bot.port = await webhook.start("127.0.0.1", 0)
            ready.set()
            await end.wait()
            await webhook.stop()
            await built.stop()

    with in_thread(main):
        assert ready.wait(10)
        url = f"http://127.0.0.1:{bot.port}/telegram"
        call(telegram, "setWebhook", url=url, secret_token=SECRET)
        yield bot
        bot.go.set()
        call(telegram, "deleteWebhook")


def test_a_question_that_is_delivered_is_answered(telegram: StandIn, hooked: Hooked) -> None:
    ada = telegram.person("Ada")
    ada.says("FOC")
    assert ada.chat.next_message().text == "FOC"


def test_an_update_is_acknowledged_when_it_has_been_handled(
    telegram: StandIn, hooked: Hooked
) -> None:
    """Until then it stays with Telegram, which would deliver it again after a crash."""
    ada = telegram.person("Ada")
    hooked.go.clear()
    ada.says("FOC")
    telegram.wait(lambda: hooked.started or None, 5, "nothing was delivered")
    assert len(telegram.pending) == 1
    hooked.go.set()
    telegram.settle()
    assert len(ada.chat.messages) == 1


UPDATE = {"update_id": 1}


@pytest.mark.parametrize(
    ("body", "path", "secret", "status"),
    [
        (json.dumps(UPDATE).encode(), "/telegram", SECRET, 200),
        (json.dumps(UPDATE).encode(), "/telegram", "wrong", 403),
        (json.dumps(UPDATE).encode(), "/telegram", "", 403),
        (json.dumps(UPDATE).encode(), "/", SECRET, 404),
        (json.dumps(UPDATE).encode(), "/telegram/x", SECRET, 404),
        (b"", "/telegram", SECRET, 400),
        (b"{", "/telegram", SECRET, 400),
        (b"\xff", "/telegram", SECRET, 400),
        (b"[]", "/telegram", SECRET, 400),
        (b'{"update_id": "x"}', "/telegram", SECRET, 400),
        (b'{"update_id": 1, "message": {}}', "/telegram", SECRET, 400),
        (b'{"update_id": 1, "message": 7}', "/telegram", SECRET, 400),
        (b"[" * 100_000, "/telegram", SECRET, 400),
        (b" " * (LARGEST + 1), "/telegram", SECRET, 413),
    ],
)
def test_what_is_no_delivery_of_telegrams_is_turned_away(
    telegram: StandIn, hooked: Hooked, body: bytes, path: str, secret: str, status: int
) -> None:
    assert hooked.post(body, path, secret) == status


def test_after_a_bad_delivery_good_ones_are_taken(telegram: StandIn, hooked: Hooked) -> None:
    hooked.post(b"{")
    ada = telegram.person("Ada")
    ada.says("FOC")
    assert ada.chat.next_message().text == "FOC"
