"""Which requests to the Bot API are made again when they failed, and after how long.

Twice, at once, what cannot have been carried out, since nothing was sent, and what does nothing
more when it is done twice. Everything else only when a server said that it failed, once: 502, 503
and 504 come from before Telegram's servers, mostly without having reached them, and for somebody
who waits a message that comes twice is better than none. Never when the connection ended or the
time was over after the request had been sent: then it has more likely been carried out.
"""

from __future__ import annotations

import aiohttp

QUICK = (0.05, 0.5)  # seconds before each repetition that is safe
LATER = (1.0,)  # seconds before one that is not; a server that starts anew takes that long
FAILED = (500, 502, 503, 504)
ANSWER_ONLY = ("setMessageReaction", "setWebhook", "setChatMenuButton", "sendChatAction")
"""Methods besides those of ``SAFE`` that do the same when done twice."""
SAFE = ("get", "setMy", "deleteMy", "editMessage")
"""How the names of methods begin that do the same when done twice."""


class Repeating:
    """How often one request may still be made.

    Args:
        method: the method of the Bot API.
        files: whether the request carries files; such a one is never made again.
    """

    def __init__(self, method: str, *, files: bool) -> None:
        self._harmless = method in ANSWER_ONLY or method.startswith(SAFE)
        self._quick, self._later = (iter(()), iter(())) if files else (iter(QUICK), iter(LATER))

    def after(self, outcome: int | Exception) -> float | None:
        """Seconds to wait after a status or a failure before the next attempt; None for none."""
        if isinstance(outcome, Exception):
            safe = unsent(outcome) or (self._harmless and not over(outcome))
            return next(self._quick, None) if safe else None
        if outcome not in FAILED:
            return None
        return next(self._quick if self._harmless else self._later, None)


def unsent(failure: Exception) -> bool:
    """Whether nothing can have arrived: no connection, or one that had been closed before."""
    lost = isinstance(failure, aiohttp.ClientConnectorError | aiohttp.ClientConnectionResetError)
    return lost and not over(failure)


def over(failure: Exception) -> bool:
    """Whether trying again would only take as long, or fail in the same way."""
    return isinstance(failure, TimeoutError | aiohttp.ClientSSLError)
