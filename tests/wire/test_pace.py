"""Telegram's limits, on a clock that jumps, and over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from telegram import Update
from telegram.error import RetryAfter
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.wire.pace import Limit, Limits, Pace, Priority
from bot.wire.transport import AiohttpRequest
from tests import clock
from tests.standin import StandIn
from tests.standin.serving import AnyApplication, serving

ANSWER, NOTICE = Priority.ANSWER, Priority.NOTICE
Sent = list[tuple[float, str]]


class Telegram:
    """Takes calls and writes down when; tells to wait where `floods` says so."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.pace = Pace(limits)
        self.sent: Sent = []
        self.floods: dict[str, list[int]] = {}

    async def call(
        self, name: str, chat: object = None, priority: int | None = None, endpoint: str = "send"
    ) -> str:
        """One call through the limiter."""
        data = {} if chat is None else {"chat_id": chat}
        result: str = await self.pace.process_request(
            self.take, (name, str(chat)), {}, endpoint, data, priority
        )
        return result

    async def take(self, name: str, chat: str) -> str:
        """What carries a call out."""
        if self.floods.get(chat):
            raise RetryAfter(self.floods[chat].pop(0))
        self.sent.append((round(asyncio.get_running_loop().time(), 1), name))
        return name

    def times(self, *names: str) -> list[float]:
        """When calls were made."""
        return [time for time, name in self.sent if not names or name in names]


def test_answers_go_out_at_once() -> None:
    async def main() -> list[float]:
        telegram = Telegram()
        await asyncio.gather(*(telegram.call("x", chat=n % 7 + 1) for n in range(500)))
        return telegram.times()

    assert set(clock.run(main())) == {0.0}


@pytest.mark.parametrize(
    ("chats", "times"),
    [
        ([1] * 7, [0, 0, 0, 0, 1, 2, 3]),
        ([-5] * 12, [0] * 10 + [3, 6]),
        (["@group"] * 11, [0] * 10 + [3]),
        (list(range(1, 34)), [0] * 30 + [0, 0.1, 0.1]),
    ],
    ids=["private chat", "group", "public group", "all chats"],
)
def test_notices_keep_to_the_limits(chats: list[Any], times: list[float]) -> None:
    async def main() -> list[float]:
        telegram = Telegram()
        await asyncio.gather(*(telegram.call("x", chat, NOTICE) for chat in chats))
        return telegram.times()

    assert clock.run(main()) == pytest.approx(times, abs=0.1)


def test_a_chat_that_must_wait_waits_alone() -> None:
    async def main() -> Sent:
        telegram = Telegram()
        telegram.floods["1"] = [5]
        await asyncio.gather(telegram.call("ada", 1), telegram.call("bo", 2))
        return telegram.sent

    assert clock.run(main()) == [(0.0, "bo"), (5.0, "ada")]


def test_when_two_chats_must_wait_every_chat_waits() -> None:
    async def main() -> Sent:
        telegram = Telegram()
        telegram.floods |= {"1": [5], "2": [3]}
        waiting = asyncio.gather(telegram.call("ada", 1), telegram.call("bo", 2))
        await asyncio.sleep(1)
        await asyncio.gather(telegram.call("cy", 3), telegram.call("query", endpoint="answer"))
        await waiting
        return telegram.sent

    assert clock.run(main()) == [(1.0, "query"), (3.0, "bo"), (3.0, "cy"), (5.0, "ada")]


def test_after_a_flood_wait_answers_keep_to_the_limits_for_a_minute() -> None:
    async def main() -> list[float]:
        telegram = Telegram()
        telegram.floods["1"] = [5]
        await asyncio.gather(*(telegram.call("x", 1) for _ in range(4)))
        await asyncio.sleep(62)
        await asyncio.gather(*(telegram.call("x", 1) for _ in range(6)))
        return telegram.times()

    assert clock.run(main()) == [5, 6, 7, 8] + 6 * [70]


def test_a_call_that_was_told_to_wait_keeps_its_place() -> None:
    async def main() -> list[str]:
        telegram = Telegram()
        telegram.floods["1"] = [5]
        await asyncio.gather(*(telegram.call(str(n), 1) for n in range(3)))
        return [name for _, name in telegram.sent]

    assert clock.run(main()) == ["0", "1", "2"]


def test_calls_to_a_chat_keep_their_order() -> None:
    async def main() -> list[str]:
        telegram = Telegram()
        await asyncio.gather(*(telegram.call(str(n), 1, NOTICE) for n in range(9)))
        return [name for _, name in telegram.sent]

    assert clock.run(main()) == [str(n) for n in range(9)]


def test_answers_pass_notices() -> None:
    """Everything is held; then the answer goes first, although it came last."""

    async def main() -> list[str]:
        telegram = Telegram(Limits(overall=Limit(1, 1)))
        telegram.floods |= {"8": [5], "9": [5]}
        held = [telegram.call("held", 8), telegram.call("held", 9)]
        notices = [telegram.call("notice", n, NOTICE) for n in range(1, 4)]
        waiting = asyncio.gather(*held, *notices)
        await asyncio.sleep(1)
        await telegram.call("answer", 4)
        await waiting
        return [name for _, name in telegram.sent if name != "held"]

    assert clock.run(main()) == ["answer", "notice", "notice", "notice"]


def test_a_notice_in_excess_is_refused_and_an_answer_takes_a_notices_place() -> None:
    async def main() -> tuple[list[str], list[str]]:
        telegram = Telegram(Limits(private=Limit(1, 1), waiting=2))
        telegram.floods["1"] = [3]
        calls = [telegram.call(f"notice {n}", 1, NOTICE) for n in range(4)]
        calls.append(telegram.call("answer", 1))
        done = await asyncio.gather(*calls, return_exceptions=True)
        refused = [f"call {n}" for n, result in enumerate(done) if isinstance(result, RetryAfter)]
        return [name for _, name in telegram.sent], refused

    assert clock.run(main()) == (["answer", "notice 0"], ["call 1", "call 2", "call 3"])


@pytest.mark.parametrize(
    ("floods", "made"), [([1, 1, 1], True), ([1, 1, 1, 1], False), ([61], False)]
)
def test_a_call_is_given_up_after_several_or_too_long_waits(
    floods: list[int], *, made: bool
) -> None:
    async def main() -> bool:
        telegram = Telegram()
        telegram.floods["1"] = floods
        try:
            await telegram.call("x", 1)
        except RetryAfter:
            return False
        return True

    assert clock.run(main()) == made


def test_a_flood_wait_of_one_method_holds_only_that_method() -> None:
    """Telegram lets a bot change its name a few times a day only; people must not notice."""

    async def main() -> Sent:
        telegram = Telegram()
        telegram.floods["None"] = [9]
        naming = asyncio.create_task(telegram.call("name", endpoint="setMyName"))
        await asyncio.sleep(1)
        await telegram.call("query", endpoint="answerInlineQuery")
        await telegram.call("answer", 1)
        await naming
        return telegram.sent

    assert clock.run(main()) == [(1.0, "query"), (1.0, "answer"), (9.0, "name")]


def test_other_errors_pass_through_and_are_not_tried_again() -> None:
    async def main() -> int:
        tries: list[int] = []

        async def broken() -> None:
            tries.append(1)
            raise ValueError("broken")

        with pytest.raises(ValueError, match="broken"):
            await Pace().process_request(broken, (), {}, "send", {"chat_id": 1}, None)
        return len(tries)

    assert clock.run(main()) == 1


def test_quiet_chats_are_forgotten() -> None:
    async def main() -> int:
        telegram = Telegram(Limits(waiting=50))
        for chat in range(1, 400):
            await telegram.call("x", chat, NOTICE)
            await asyncio.sleep(1)
        return len(telegram.pace._meters)

    assert clock.run(main()) <= 50


def test_closing_lets_go_of_what_waits() -> None:
    async def main() -> bool:
        telegram = Telegram()
        telegram.floods["1"] = [30]
        call = asyncio.create_task(telegram.call("x", 1))
        await asyncio.sleep(1)
        await telegram.pace.shutdown()
        await asyncio.wait({call})
        return call.cancelled()

    assert clock.run(main())


def echo(telegram: StandIn) -> Callable[[], AnyApplication]:
    """An application with the limiter, which repeats what it hears."""

    async def repeat(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(text=update.message.text or "")

    def build() -> AnyApplication:
        builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any] = Application.builder()
        builder.token(telegram.token).base_url(f"{telegram.url}/bot").rate_limiter(Pace())
        builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest())
        application = builder.concurrent_updates(8).build()
        application.add_handler(MessageHandler(filters.TEXT, repeat))
        return application

    return build


def test_a_flooded_chat_gets_its_answer_later_and_others_at_once(telegram: StandIn) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    flood = telegram.faults.flood("sendMessage", 1, chat=ada.chat)
    ada.says("FOC")
    bo.says("HRBA")
    with serving(echo(telegram)):
        bo.chat.next_message()
        assert ada.chat.messages == []
        assert ada.chat.next_message().text == "FOC"
    assert flood.hits == 1
