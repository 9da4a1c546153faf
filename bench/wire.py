"""A Bot API light enough not to hold anyone up: bare asyncio, no checks, answers from constants.

The strict one is in `tests/standin`; this one only counts, waits and keeps the time.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections import deque
from typing import Any

CHAT = re.compile(rb"chat_id\"?(?:=|:\s*\"?|\r\n\r\n|\"\r\n\r\n)(-?\d+)")
LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)
OFFSET = re.compile(rb"offset\"?(?:=|:\s*|\r\n\r\n|\"\r\n\r\n)(-?\d+)")
WAIT = re.compile(rb"timeout\"?(?:=|:\s*|\r\n\r\n|\"\r\n\r\n)(\d+)")
BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
RESULTS: dict[bytes, Any] = {
    b"getMe": BOT | {"supports_inline_queries": True},
    b"getMyCommands": [],
    b"getMyName": {"name": ""},
    b"getMyDescription": {"description": ""},
    b"getMyShortDescription": {"short_description": ""},
    b"getChatMenuButton": {"type": "commands"},
    b"getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}


def update(number: int, chat: int, text: str) -> dict[str, Any]:
    """A message of a person to the bot."""
    person = {"id": chat, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    message = {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private", "first_name": "Ada"},
        "from": person,
        "text": text,
    }
    return {"update_id": number, "message": message}


class Api:
    """What is pending, what was sent when. ``delay`` is the seconds before every answer."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.pending: deque[tuple[int, int, bytes]] = deque()
        self.taken = 0
        self.number = 1000
        self.left: dict[int, float] = {}
        self.sent: list[tuple[int, float]] = []
        self.news = asyncio.Event()
        self.progress = asyncio.Event()
        self.polled = asyncio.Event()

    def offer(self, chat: int, text: str) -> bytes:
        """Queue an update; return it as JSON."""
        self.number += 1
        body = json.dumps(update(self.number, chat, text)).encode()
        self.pending.append((self.number, chat, body))
        self.news.set()
        return body

    async def answer(self, method: bytes, body: bytes) -> bytes:
        """The result of a call, as JSON."""
        if method == b"getUpdates":
            return await self.updates(body)
        if method == b"sendMessage":
            return self.message(body)
        return json.dumps(RESULTS.get(method, True)).encode()

    def message(self, body: bytes) -> bytes:
        """Note that a message was sent."""
        found = CHAT.search(body)
        chat = int(found[1]) if found else 0
        self.sent.append((chat, time.perf_counter()))
        self.progress.set()
        return (
            b'{"message_id":1,"date":1700000000,"text":"x","chat":'
            b'{"id":%d,"type":"private","first_name":"Ada"}}' % chat
        )

    async def updates(self, body: bytes) -> bytes:
        """Up to 100 updates, waited for."""
        self.polled.set()
        offset, wait = OFFSET.search(body), WAIT.search(body)
        while self.pending and offset and self.pending[0][0] < int(offset[1]):
            self.pending.popleft()
        if not self.pending and wait and int(wait[1]):
            self.news.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.news.wait(), int(wait[1]))
        self.taken = min(100, len(self.pending))
        return b"[" + b",".join(self.pending[n][2] for n in range(self.taken)) + b"]"

    def leaves(self, chat: int) -> None:
        """An update leaves for the bot: from now on the time is the bot's."""
        self.left.setdefault(chat, time.perf_counter())


class Connection(asyncio.Protocol):
    """HTTP/1.1 with Content-Length or chunks, one request after another."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.data = b""
        self.transport: asyncio.Transport | None = None
        self.tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Someone calls."""
        self.transport = transport  # type: ignore[assignment]

    def connection_lost(self, _: Exception | None) -> None:
        """Nobody listens any more."""
        self.transport = None

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self.data += data
        while (request := self.request()) is not None:
            task = asyncio.ensure_future(self.respond(*request))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def request(self) -> tuple[bytes, bytes] | None:
        """Method and body of the next complete request."""
        end = self.data.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self.data[:end]
        found = LENGTH.search(head)
        if found is None and b"chunked" in head.lower():
            stop = self.data.find(b"0\r\n\r\n", end)
            if stop < 0:
                return None
            size = stop + 5 - end - 4
        else:
            size = int(found[1]) if found else 0
        if len(self.data) < end + 4 + size:
            return None
        body, self.data = self.data[end + 4 : end + 4 + size], self.data[end + 4 + size :]
        path = head.split(b" ", 2)[1].partition(b"?")
        return path[0].rpartition(b"/")[2], body + b"&" + path[2]

    async def respond(self, method: bytes, body: bytes) -> None:
        """Write the answer after the delay."""
        result = await self.api.answer(method, body)
        if self.api.delay:
            await asyncio.sleep(self.api.delay)
        if method == b"getUpdates":
            for number in range(min(self.api.taken, len(self.api.pending))):
                self.api.leaves(self.api.pending[number][1])
        if self.transport is not None:
            text = b'{"ok":true,"result":' + result + b"}"
            self.transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n%s" % (len(text), text)
            )


class Hook:
    """Delivers updates to a webhook over a few connections that stay open."""

    def __init__(self, api: Api, port: int, path: str, secret: str, connections: int = 40) -> None:
        self.api = api
        self.port = port
        self.head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self.queue: asyncio.Queue[tuple[int, bytes]] = asyncio.Queue()
        self.connections = connections
        self.workers: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Deliver from now on."""
        self.workers = [asyncio.create_task(self.work()) for _ in range(self.connections)]

    def stop(self) -> None:
        """Deliver no more."""
        for worker in self.workers:
            worker.cancel()

    async def work(self) -> None:
        """One connection: an update, its answer, the next update."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            while True:
                chat, body = await self.queue.get()
                self.api.leaves(chat)
                writer.write(self.head + b"%d\r\n\r\n" % len(body) + body)
                head = await reader.readuntil(b"\r\n\r\n")
                found = LENGTH.search(head)
                await reader.readexactly(int(found[1]) if found else 0)
        finally:
            writer.close()
