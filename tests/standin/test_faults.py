import asyncio
import http.client
import json
import threading
import urllib.error
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
from aiohttp import web

from tests.standin import StandIn
from tests.standin.calling import call

Hook = Callable[[web.Request], Awaitable[web.StreamResponse]]
HELLO = {"chat_id": 100001, "text": "x"}


def test_a_flood_wait_names_its_seconds_and_does_nothing(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    telegram.faults.flood("sendMessage", 3)
    refused = call(telegram, "sendMessage", **HELLO)
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 3})
    assert ada.chat.messages == []
    assert call(telegram, "sendMessage", **HELLO)["ok"]


def test_a_flood_wait_can_be_for_one_chat(telegram: StandIn) -> None:
    ada, _ = telegram.person("Ada"), telegram.person("Bo")
    telegram.faults.flood("sendMessage", 3, times=-1, chat=ada.chat)
    answers = [call(telegram, "sendMessage", chat_id=n, text="x") for n in (100001, 100002)]
    assert [answer["ok"] for answer in answers] == [False, True]


@pytest.mark.parametrize("code", [500, 502, 503])
def test_a_server_error_does_nothing(telegram: StandIn, code: int) -> None:
    ada = telegram.person("Ada")
    telegram.faults.error("sendMessage", code)
    assert call(telegram, "sendMessage", **HELLO)["error_code"] == code
    assert ada.chat.messages == []


@pytest.mark.parametrize(("kind", "done"), [("cut", 0), ("lose", 1)])
def test_a_connection_ends_before_or_after_the_call_is_done(
    telegram: StandIn, kind: str, done: int
) -> None:
    ada = telegram.person("Ada")
    getattr(telegram.faults, kind)("sendMessage")
    with pytest.raises((http.client.HTTPException, ConnectionError, urllib.error.URLError)):
        call(telegram, "sendMessage", **HELLO)
    assert len(ada.chat.messages) == done


@pytest.mark.parametrize("kind", ["truncate", "short", "page"])
def test_an_answer_can_be_no_json(telegram: StandIn, kind: str) -> None:
    telegram.person("Ada")
    getattr(telegram.faults, kind)("sendMessage")
    with pytest.raises((json.JSONDecodeError, http.client.IncompleteRead)):
        call(telegram, "sendMessage", **HELLO)


def test_faults_are_no_refusals_and_count_their_hits(telegram: StandIn) -> None:
    fault = telegram.faults.error(None, 500, times=2)
    for _ in range(3):
        call(telegram, "getMe")
    assert (fault.hits, telegram.refused) == (2, [])


def test_the_stand_in_goes_away_and_comes_back_on_the_same_port(telegram: StandIn) -> None:
    with telegram.unreachable(), pytest.raises(urllib.error.URLError):
        call(telegram, "getMe")
    assert call(telegram, "getMe")["ok"]


def test_a_second_poller_ends_the_first(telegram: StandIn) -> None:
    telegram.expects("Conflict: terminated by other getUpdates request")
    first: list[int] = []

    def poll() -> None:
        first.append(call(telegram, "getUpdates", timeout=20)["error_code"])

    poller = threading.Thread(target=poll)
    poller.start()
    telegram.wait(lambda: telegram.server.polling.poll, 5, "nobody polls")
    assert call(telegram, "getUpdates")["ok"]
    poller.join(5)
    assert first == [409]


@contextmanager
def listening(telegram: StandIn, hook: Hook) -> Iterator[str]:
    """A web server of the bot's, in the stand-in's event loop."""
    application = web.Application()
    application.router.add_post("/hook", hook)
    runner = web.AppRunner(application)

    async def start() -> str:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{runner.addresses[0][1]}/hook"

    yield asyncio.run_coroutine_threadsafe(start(), telegram.loop).result(5)
    asyncio.run_coroutine_threadsafe(runner.cleanup(), telegram.loop).result(5)


def test_a_webhook_gets_updates_until_it_takes_them(telegram: StandIn) -> None:
    """The secret comes along, and what was answered with 500 comes again."""
    taken: list[tuple[str | None, str]] = []

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        with telegram.changed:
            taken.append((secret, update["message"]["text"]))
            telegram.changed.notify_all()
        return web.Response(status=500 if len(taken) == 1 else 200)

    with listening(telegram, hook) as url:
        call(telegram, "setWebhook", url=url, secret_token="quiet")
        ada = telegram.person("Ada")
        ada.says("one")
        ada.says("two")
        telegram.wait(lambda: taken if len(taken) == 3 else None, 5, "updates were not taken")
    assert taken == [("quiet", "one"), ("quiet", "one"), ("quiet", "two")]
