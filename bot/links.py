"""Addresses that lead into the private chat with the bot.

https://core.telegram.org/bots/features#deep-linking: 1-64 of A-Z, a-z, 0-9, _ and -.
"""

from __future__ import annotations

import base64
import binascii
import re

_QUERY = "q_"
_ADD = "a_"
_EDIT = "e_"
_REVIEW = "v_"
_BROWSE = "b_"
PRIVACY = "p_"  # the parameter of ``/start`` that leads to what is kept; ids have no underscore
MINE = "m_"  # the one that leads to a person's own suggestions
_ROOM = (64 - len(_QUERY)) // 4 * 3  # bytes of a query that fit as base64


def to_concept(bot: str, concept: str) -> str:
    """The address that opens the bot at an entry."""
    return to_payload(bot, concept)


def browse_payload(field: str = "") -> str:
    """A subject field, or all of them, as the parameter of ``/start``."""
    return _BROWSE + field


def payload_field(payload: str) -> str | None:
    """The key of the subject field in a parameter of ``/start``; empty for all of them."""
    return payload.removeprefix(_BROWSE) if payload.startswith(_BROWSE) else None


def to_payload(bot: str, payload: str) -> str:
    """The address that opens the bot with a parameter."""
    return f"https://t.me/{bot}?start={payload}"


def query_payload(query: str) -> str:
    """A query as the parameter of ``/start``; what does not fit is cut."""
    return _coded(_QUERY, query)


def payload_query(payload: str) -> str | None:
    """The query in a parameter of ``/start``, if it holds one."""
    return _decoded(_QUERY, payload)


def add_payload(words: str) -> str:
    """Words to suggest as an entry, as the parameter of ``/start``; what does not fit is cut."""
    return _coded(_ADD, words)


def payload_add(payload: str) -> str | None:
    """The words to suggest in a parameter of ``/start``, if it holds them; "" for none yet."""
    return "" if payload == _ADD else _decoded(_ADD, payload)


def edit_payload(concept: str) -> str:
    """An entry to correct, as the parameter of ``/start``."""
    return _EDIT + concept


def payload_edit(payload: str) -> str | None:
    """The entry to correct in a parameter of ``/start``, if it holds one."""
    return payload.removeprefix(_EDIT) if payload.startswith(_EDIT) else None


def review_payload(number: int) -> str:
    """A suggestion to review, as the parameter of ``/start``."""
    return f"{_REVIEW}{number}"


def payload_review(payload: str) -> int | None:
    """The number of the suggestion in a parameter of ``/start``, if it holds one."""
    found = re.fullmatch(rf"{_REVIEW}([0-9]{{1,16}})", payload)
    return int(found[1]) if found else None


def _coded(prefix: str, text: str) -> str:
    kept = text.strip().encode(errors="replace")[:_ROOM].decode(errors="ignore").encode()
    return prefix + base64.urlsafe_b64encode(kept).decode().rstrip("=")


def _decoded(prefix: str, payload: str) -> str | None:
    if not payload.startswith(prefix):
        return None
    body = payload.removeprefix(prefix)
    try:
        return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode() or None
    except (binascii.Error, ValueError):
        return None
