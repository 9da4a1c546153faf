"""Requests over aiohttp, against the stand-in over HTTP."""

from __future__ import annotations

import asyncio
import io
import logging
import re
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot, InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.wire.transport import AiohttpRequest, _form
from tests.standin import TOKEN, StandIn

Result = TypeVar("Result")
SECRET = TOKEN.partition(":")[2]


def run(
    telegram: StandIn,
    use: Callable[[Bot], Awaitable[Result]],
    *,
    token: str = TOKEN,
    **limits: float,
) -> Result:
    """Do something with a bot whose requests go to the stand-in."""

    async def main() -> Result:
        request = AiohttpRequest(**limits)  # type: ignore[arg-type]
        await request.initialize()
        bot = Bot(
            token=token,
            base_url=f"{telegram.url}/bot",
            base_file_url=f"{telegram.url}/file/bot",
            request=request,
            get_updates_request=request,
        )
        try:
            return await use(bot)
        finally:
            await request.shutdown()

    return asyncio.run(main())


def test_a_message_is_sent(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    sent = run(telegram, lambda bot: bot.send_message(chat_id=ada.id, text="päivää & 안녕 😀 +%"))
    assert ada.chat.messages[0].text == sent.text == "päivää & 안녕 😀 +%"


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_form_is_read_as_it_was_written(parameters: dict[str, str]) -> None:
    written = _form(parameters).decode("ascii")
    assert dict(parse_qsl(written, keep_blank_values=True, strict_parsing=False)) == parameters


def test_a_file_goes_out_and_comes_back(telegram: StandIn) -> None:
    ada = telegram.person("Ada")

    async def use(bot: Bot) -> bytes:
        file = InputFile(io.BytesIO(b"concepts: []"), filename="glossary.yaml")
        message = await bot.send_document(chat_id=ada.id, document=file, caption="all")
        assert message.document is not None
        return bytes(await (await message.document.get_file()).download_as_bytearray())

    assert run(telegram, use) == b"concepts: []"
    assert ada.chat.messages[0].document == ("glossary.yaml", b"concepts: []")


def test_a_refusal_is_the_librarys_error(telegram: StandIn) -> None:
    telegram.expects("chat not found")
    with pytest.raises(BadRequest, match="Chat not found"):
        run(telegram, lambda bot: bot.send_message(chat_id=5, text="x"))


def test_a_flood_wait_is_told_with_its_seconds(telegram: StandIn) -> None:
    telegram.faults.flood("getMe", 7)
    with pytest.raises(RetryAfter, match="0:00:07"):
        run(telegram, lambda bot: bot.get_me())


@pytest.mark.parametrize("kind", ["page", "truncate", "short", "error"])
def test_an_answer_that_cannot_be_used_is_a_network_error(telegram: StandIn, kind: str) -> None:
    ada = telegram.person("Ada")
    getattr(telegram.faults, kind)("sendMessage", times=2)
    with pytest.raises(NetworkError):
        run(telegram, lambda bot: bot.send_message(chat_id=ada.id, text="x"))


@pytest.mark.parametrize("code", [500, 502, 503, 504, "page"])
def test_a_message_that_a_server_says_has_failed_is_sent_once_more_after_a_second(
    telegram: StandIn, code: int | str
) -> None:
    ada, began = telegram.person("Ada"), time.monotonic()
    if isinstance(code, int):
        fault = telegram.faults.error("sendMessage", code)
    else:
        fault = telegram.faults.page("sendMessage")
    run(telegram, lambda bot: bot.send_message(chat_id=ada.id, text="x"))
    assert (len(ada.chat.messages), fault.hits) == (1, 1)
    assert time.monotonic() - began >= 1


def test_a_message_is_given_up_when_it_has_failed_twice(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    fault = telegram.faults.page("sendMessage", times=-1)
    with pytest.raises(NetworkError):
        run(telegram, lambda bot: bot.send_message(chat_id=ada.id, text="x"))
    assert fault.hits == 2


def test_a_file_is_never_sent_again(telegram: StandIn) -> None:
    ada, file = telegram.person("Ada"), InputFile(b"x", filename="x.txt")
    fault = telegram.faults.page("sendDocument", times=-1)
    with pytest.raises(NetworkError):
        run(telegram, lambda bot: bot.send_document(chat_id=ada.id, document=file))
    assert fault.hits == 1


@pytest.mark.parametrize(
    ("kind", "done"), [("cut", 0), ("lose", 1), ("short", 1), ("truncate", 1)]
)
def test_a_message_that_may_have_been_sent_is_not_sent_again(
    telegram: StandIn, kind: str, done: int
) -> None:
    ada = telegram.person("Ada")
    fault = getattr(telegram.faults, kind)("sendMessage")
    with pytest.raises(NetworkError):
        run(telegram, lambda bot: bot.send_message(chat_id=ada.id, text="x"))
    assert (len(ada.chat.messages), fault.hits) == (done, 1)


def test_a_question_to_telegram_is_asked_again_when_the_connection_was_cut(
    telegram: StandIn,
) -> None:
    fault = telegram.faults.cut("getMe", times=2)
    run(telegram, lambda bot: bot.get_me())
    assert fault.hits == 2


def test_a_message_waits_out_a_short_absence_of_the_network(telegram: StandIn) -> None:
    """A connection that could not be made has carried nothing, so the request is made again."""
    ada = telegram.person("Ada")

    async def use(bot: Bot) -> None:
        await asyncio.to_thread(telegram.down)
        sending = asyncio.create_task(bot.send_message(chat_id=ada.id, text="x"))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(telegram.up)
        await sending

    run(telegram, use)
    assert len(ada.chat.messages) == 1


def test_a_connection_that_the_server_closed_while_idle_is_replaced(telegram: StandIn) -> None:
    ada = telegram.person("Ada")

    async def use(bot: Bot) -> None:
        await bot.send_message(chat_id=ada.id, text="one")
        await asyncio.to_thread(telegram.down)
        await asyncio.to_thread(telegram.up)
        await bot.send_message(chat_id=ada.id, text="two")

    run(telegram, use)
    assert [message.text for message in ada.chat.messages] == ["one", "two"]


def test_an_answer_that_comes_too_late_is_a_timeout(telegram: StandIn) -> None:
    telegram.faults.delay("getMe", 5)
    with pytest.raises(TimedOut, match="did not answer in time"):
        run(telegram, lambda bot: bot.get_me(read_timeout=0.05))


def test_waiting_for_a_free_connection_ends(telegram: StandIn) -> None:
    held = telegram.faults.hold("getMe")

    async def use(bot: Bot) -> None:
        slow = asyncio.create_task(bot.get_me())
        await asyncio.to_thread(telegram.wait, lambda: held.hits or None, 5, "nothing was sent")
        try:
            with pytest.raises(TimedOut, match="nothing was sent"):
                await bot.get_my_name()
        finally:
            held.release()
            await slow

    run(telegram, use, connections=1, pool_timeout=0.05)


def test_connections_are_kept_open(telegram: StandIn) -> None:
    async def use(bot: Bot) -> int:
        for _ in range(5):
            await bot.get_me()
        runner = telegram.server.runner
        assert runner is not None
        assert runner.server is not None
        return len(runner.server.connections)

    assert run(telegram, use) == 1


def test_after_shutdown_a_request_says_that_the_connection_is_closed() -> None:
    async def main() -> None:
        request = AiohttpRequest()
        await request.initialize()
        await request.shutdown()
        with pytest.raises(NetworkError, match="is closed"):
            await request.post("http://127.0.0.1:9/bot1:x/getMe")

    asyncio.run(main())


def everything(error: BaseException | None) -> str:
    """All that an error and the errors behind it say."""
    text = ""
    while error is not None:
        text += f"{error!r} {error} {error.args}"
        error = error.__cause__ or error.__context__
    return text


@pytest.mark.parametrize("fault", ["down", "cut", "short", "truncate", "page", "delay"])
def test_no_failure_shows_the_token(
    telegram: StandIn, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    if fault == "down":
        telegram.down()
    elif fault == "delay":
        telegram.faults.delay(None, 1)
    else:
        getattr(telegram.faults, fault)(None, times=3)
    with pytest.raises(NetworkError) as failed:
        run(telegram, lambda bot: bot.get_me(), read_timeout=0.1)
    if fault == "down":
        telegram.up()
    assert SECRET not in everything(failed.value) + caplog.text


def test_a_rejected_token_is_an_error_of_its_own(telegram: StandIn) -> None:
    telegram.expects("Unauthorized")
    with pytest.raises(InvalidToken):
        run(telegram, lambda bot: bot.get_me(), token="123:wrong")


def test_the_repr_shows_no_password_of_a_proxy() -> None:
    assert "secret" not in repr(AiohttpRequest(proxy="http://user:secret@127.0.0.1:3128"))


def test_the_proxy_comes_from_the_settings_not_from_the_environment(
    telegram: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert run(telegram, lambda bot: bot.get_me()).username == telegram.username


def test_requests_go_through_the_proxy_that_was_given() -> None:
    """The address that a proxy is given is the whole one, and it answers for Telegram."""
    asked: list[str] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readline()).decode())
        body = b'{"ok": true, "result": true}'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()
        writer.close()

    async def main() -> object:
        server = await asyncio.start_server(proxy, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        request = AiohttpRequest(proxy=f"http://127.0.0.1:{port}")
        await request.initialize()
        try:
            return await request.post("http://telegram.invalid/bot1:x/close")
        finally:
            await request.shutdown()
            server.close()

    assert asyncio.run(main()) is True
    assert re.match(r"POST http://telegram.invalid/bot1:x/close HTTP/1.1", asked[0])
