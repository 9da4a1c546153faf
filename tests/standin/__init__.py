"""A strict stand-in for Telegram's Bot API, served over HTTP on loopback.

    def test_an_answer(telegram: StandIn) -> None:
        ada = telegram.person("Ada", language="fi")
        with serving(telegram, build):
            ada.says("FOC")
            assert "Freedom Online Coalition" in ada.chat.next_message().text

Every call is checked as Telegram would check it. A refused call fails the test unless it said
`telegram.expects("part of the description")`.
"""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from tests.standin.chat import Chat
from tests.standin.faults import Fault, Faults
from tests.standin.message import Button, Message
from tests.standin.person import Person
from tests.standin.query import Answer, Query, Result
from tests.standin.refusal import Refusal
from tests.standin.server import Server
from tests.standin.world import TOKEN, World

__all__ = [
    "TOKEN",
    "Answer",
    "Button",
    "Call",
    "Chat",
    "Fault",
    "Message",
    "Person",
    "Query",
    "Refusal",
    "Result",
    "StandIn",
]

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """A call as it came in, and what became of it."""

    method: str
    given: Json
    result: Any = None
    refusal: Refusal | None = None
    struck: Fault | None = None
    at: float = field(default_factory=time.monotonic)


class StandIn(World):
    """The stand-in: state and people of `World`, a server in a thread, a record of all calls."""

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__(token)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.mistakes: list[Exception] = []
        self.expected: list[str] = []
        self.loop = asyncio.new_event_loop()
        self.server = Server(self)
        self.thread = threading.Thread(target=self.loop.run_forever, name="standin", daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        self.up()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.down()
        asyncio.run_coroutine_threadsafe(cancel_others(), self.loop).result(5)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()

    @property
    def url(self) -> str:
        """The root that `TELEGRAM_API_URL` names."""
        return f"http://127.0.0.1:{self.server.port}"

    def up(self) -> None:
        """Serve, on the same port as before."""
        asyncio.run_coroutine_threadsafe(self.server.start(), self.loop).result(5)

    def down(self) -> None:
        """Be unreachable: close all connections and refuse new ones."""
        asyncio.run_coroutine_threadsafe(self.server.stop(), self.loop).result(5)

    @contextmanager
    def unreachable(self) -> Iterator[None]:
        """The network is away for a while."""
        self.down()
        try:
            yield
        finally:
            self.up()

    def record(
        self,
        method: str,
        given: Json,
        *,
        result: Any = None,
        refusal: Refusal | None = None,
        struck: Fault | None = None,
    ) -> None:
        """Keep a call."""
        with self.changed:
            self.calls.append(Call(method, given, result, refusal, struck))
            self.changed.notify_all()

    def called(self, method: str) -> list[Call]:
        """Calls of one method that were carried out."""
        with self.changed:
            return [
                call
                for call in self.calls
                if call.method == method and not call.refusal and not call.struck
            ]

    @property
    def refused(self) -> list[Call]:
        """Calls that were refused, faults on purpose not counted."""
        with self.changed:
            return [call for call in self.calls if call.refusal]

    def expects(self, words: str) -> None:
        """Declare that calls whose refusal contains these words belong to the test."""
        self.expected.append(words)

    def check(self) -> None:
        """Fail if a call was refused unexpectedly, or an expected refusal did not come."""
        if self.mistakes:
            raise self.mistakes[0]
        descriptions = [str(call.refusal) for call in self.refused]
        unexpected = [
            f"{call.method}: {call.refusal} (given {call.given})"
            for call in self.refused
            if not any(words in str(call.refusal) for words in self.expected)
        ]
        assert not unexpected, "refused calls:\n" + "\n".join(unexpected)
        for words in self.expected:
            assert any(words in text for text in descriptions), f"no refusal with {words!r}"


async def cancel_others() -> None:
    """End every other task of the running loop, as `asyncio.run` does when it is done."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
