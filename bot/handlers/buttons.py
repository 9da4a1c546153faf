"""The buttons of suggesting and reviewing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback import pack
from bot.markup import one_line

LABEL = 60
ROW = 36  # characters of two labels side by side


def button(label: str, verb: str, *arguments: str | int) -> InlineKeyboardButton:
    """A button that asks the bot for something."""
    data = pack(verb, *map(str, arguments))
    return InlineKeyboardButton(text=one_line(label, LABEL), callback_data=data)


def column(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """One button to a row."""
    return [[each] for each in buttons]


def pairs(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two to a row where both are short."""
    rows: list[list[InlineKeyboardButton]] = []
    for each in buttons:
        if rows and len(rows[-1]) == 1 and len(rows[-1][0].text + each.text) <= ROW:
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def markup(*rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """A keyboard of the rows that hold something."""
    return InlineKeyboardMarkup([row for row in rows if row])


def pages(verb: str, page: int, *, more: bool, back: str, on: str) -> list[InlineKeyboardButton]:
    """The ways to the page before and the page after."""
    ways = [button(back, verb, page - 1)] if page else []
    return ways + ([button(on, verb, page + 1)] if more else [])
