"""Calls of the Bot API for looking only, with what the transport keeps to itself: the clock."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.settings import Settings

TIMEOUT = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Said:
    """What the Bot API said.

    Attributes:
        result: What was asked for; None when it was refused.
        refusal: Why it was refused; empty when it was not.
        code: The status.
        seconds: How long it took.
        drift: Seconds by which this machine's clock is ahead of the server's, if it told.
    """

    result: Any
    refusal: str
    code: int
    seconds: float
    drift: float | None


class ApiError(Exception):
    """The Bot API was not reached; the message tells no address."""


class Api:
    """A connection to the Bot API, for ``async with``."""

    def __init__(self, settings: Settings) -> None:
        self._root = f"{settings.api_url}/bot{settings.token}"
        self._proxy = settings.proxy
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        limits = aiohttp.ClientTimeout(total=TIMEOUT)
        self._session = aiohttp.ClientSession(timeout=limits, trust_env=False)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, **parameters: str) -> Said:
        """What the Bot API says.

        Raises:
            ApiError: It was not reached, or did not answer as the Bot API does.
        """
        assert self._session is not None  # inside of the `async with`
        began, failure = time.monotonic(), ""
        try:
            async with self._session.post(
                f"{self._root}/{method}", data=parameters, proxy=self._proxy, allow_redirects=False
            ) as response:
                content = await response.read()
            return _said(content, response, time.monotonic() - began)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            failure = f"it cannot be reached ({type(error).__name__})"
        except ValueError:
            failure = "what answers there is not the Bot API"
        raise ApiError(failure)  # not from the error above, in which the token may stand


def _said(content: bytes, response: aiohttp.ClientResponse, seconds: float) -> Said:
    answer = json.loads(content)
    if not isinstance(answer, dict) or "ok" not in answer:
        raise ValueError
    return Said(
        answer.get("result"),
        "" if answer["ok"] else str(answer.get("description", "no reason given")),
        response.status,
        seconds,
        _drift(response.headers.get("Date")),
    )


def _drift(date: str | None) -> float | None:
    """Seconds by which this clock is ahead of a ``Date`` header, which counts whole ones."""
    try:
        return time.time() - parsedate_to_datetime(date or "").timestamp() - 0.5
    except ValueError:
        return None
