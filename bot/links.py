"""Addresses that lead into the private chat with the bot.

https://core.telegram.org/bots/features#deep-linking: 1-64 of A-Z, a-z, 0-9, _ and -.
"""

from __future__ import annotations

import base64
import binascii

_QUERY = "q_"
_ROOM = (64 - len(_QUERY)) // 4 * 3  # bytes of a query that fit as base64


def to_concept(bot: str, concept: str) -> str:
    """The address that opens the bot at an entry."""
    return f"https://t.me/{bot}?start={concept}"


def query_payload(query: str) -> str:
    """A query as the parameter of ``/start``; what does not fit is cut."""
    kept = query.strip().encode()[:_ROOM].decode(errors="ignore").encode()
    return _QUERY + base64.urlsafe_b64encode(kept).decode().rstrip("=")


def payload_query(payload: str) -> str | None:
    """The query in a parameter of ``/start``, if it holds one."""
    if not payload.startswith(_QUERY):
        return None
    body = payload.removeprefix(_QUERY)
    try:
        return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode() or None
    except (binascii.Error, ValueError):
        return None
