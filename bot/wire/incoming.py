"""An update as Telegram sends it, read."""

from __future__ import annotations

from typing import Any

from telegram import Bot, Update

from bot.wire.shape import fits


def update_of(content: Any, bot: Bot) -> Update | None:
    """The update in a JSON value; None for what is none, or is not as Telegram writes it."""
    if not fits(content):
        return None
    try:
        return Update.de_json(content, bot)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return None


def number_of(content: Any) -> int | None:
    """The number of the update in a JSON value."""
    number = content.get("update_id") if isinstance(content, dict) else None
    return number if isinstance(number, int) else None
