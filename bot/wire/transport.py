"""Requests to the Bot API over aiohttp, for python-telegram-bot.

The library's own request object spends more than half of the process's time in httpx. This one
keeps connections open, takes a proxy from the settings and never from the environment, and lets
no address, in which the token stands, into an exception.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.wire.repeating import Repeating

Seconds: TypeAlias = Any  # a number, None for no limit, or the library's mark for "not given"

IDLE = 15.0  # seconds; far less than servers keep a connection, so that they seldom close it first
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """A pool of connections to the Bot API.

    Args:
        connections: how many requests may be under way at once; others wait for their turn.
        read_timeout: seconds without a byte of the answer before a request is given up.
        connect_timeout: seconds for a new connection.
        pool_timeout: seconds to wait for a free connection, if all are in use.
        upload_timeout: seconds more for requests that carry files.
        proxy: address of an HTTP proxy, perhaps with user and password.
        answered: is called whenever the Bot API has answered.
    """

    __slots__ = ("_answered", "_connections", "_proxy", "_session", "_timeouts")

    def __init__(
        self,
        *,
        connections: int = 100,
        read_timeout: float = 10.0,
        connect_timeout: float = 5.0,
        pool_timeout: float = 10.0,
        upload_timeout: float = 20.0,
        proxy: str | None = None,
        answered: Callable[[], None] = lambda: None,
    ) -> None:
        self._answered = answered
        self._connections = connections
        self._timeouts = (read_timeout, connect_timeout, pool_timeout, upload_timeout)
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(connections={self._connections})"

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte of the answer before a request is given up."""
        return self._timeouts[0]

    async def initialize(self) -> None:
        """Open the pool; connections are made when they are needed."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=IDLE),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; return status and body.

        A request that failed is made again where `bot.wire.repeating` says so.

        Raises:
            TimedOut: when a limit of time is over; the request may have been carried out.
            NetworkError: when the connection failed; the message names neither address nor token.
        """
        files = request_data is not None and request_data.contains_files
        limits = self._limits(
            read_timeout, write_timeout, connect_timeout, pool_timeout, files=files
        )
        repeating = Repeating(url.rpartition("/")[2], files=files)
        while True:
            failure = None
            try:
                status, content = await self._send(url, method, request_data, limits)
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                failure = error
            wait = repeating.after(failure or status)
            if wait is not None:
                await asyncio.sleep(wait)
            elif failure is None:
                return status, content
            else:
                break
        # raised outside of the handler, so that nothing with an address hangs on it
        raise _translated(failure)

    async def _send(
        self,
        url: str,
        method: str,
        data: RequestData | None,
        limits: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("The connection to the Bot API is closed.")
        body, headers = _body(data)
        async with self._session.request(
            method,
            _address(url) if data else URL(url, encoded=True),
            data=body,
            headers=headers,
            timeout=limits,
            proxy=self._proxy,
            allow_redirects=False,
        ) as response:
            content = await response.read()
        if response.status < 500:  # else a proxy may have answered
            self._answered()
        return response.status, content

    def _limits(
        self, read: Seconds, write: Seconds, connect: Seconds, pool: Seconds, *, files: bool
    ) -> aiohttp.ClientTimeout:
        """The limits of one request: those given, else the pool's."""
        given = self.DEFAULT_NONE
        usual_read, usual_connect, usual_pool, upload = self._timeouts
        read = usual_read if read is given else read
        connect = usual_connect if connect is given else connect
        pool = usual_pool if pool is given else pool
        if files and read is not None:
            # the answer's first byte comes after the last byte of the file
            read += upload if write is given or write is None else write
        return _timeout(read, connect, pool)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON; unlike the library's, an unreadable one is not logged.

        Raises:
            NetworkError: when it is not an object with a result or a refusal.
        """
        answer = None
        with contextlib.suppress(ValueError):
            answer = json.loads(payload)
        if not isinstance(answer, dict) or not ("result" in answer or "description" in answer):
            raise NetworkError("The Bot API's answer cannot be read; it may have been cut off.")
        return answer


@lru_cache(maxsize=64)
def _timeout(
    read: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    parts = (read, connect, pool)
    # a server that sends one byte now and then must not hold a request for ever
    total = None if None in parts else 2 * sum(part or 0 for part in parts)
    return aiohttp.ClientTimeout(total=total, connect=pool, sock_connect=connect, sock_read=read)


def _body(data: RequestData | None) -> tuple[Any, dict[str, str]]:
    """The parameters as a form, with files as a form in several parts."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return _form(data.json_parameters), FORM
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form, {}


def _form(parameters: dict[str, str]) -> bytes:
    """``application/x-www-form-urlencoded``, five times as fast as `urllib.parse.urlencode`."""
    query = URL.build(path="/", query=parameters).raw_query_string
    return query.replace(";", "%3B").encode()  # some parsers take a semicolon for a separator


@lru_cache(maxsize=64)
def _address(url: str) -> URL:
    """The address, read once; there are as many as methods in use."""
    return URL(url, encoded=True)


def _translated(error: Exception | None) -> TelegramError:
    """The library's error for a failed request."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return TimedOut(f"No connection to the Bot API in time; nothing was sent ({name}).")
    if isinstance(error, TimeoutError):
        return TimedOut(f"The Bot API did not answer in time ({name}).")
    return NetworkError(f"The connection to the Bot API failed ({name}).")
