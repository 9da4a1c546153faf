"""What a number stands for: the buttons of a message, or the results of an inline query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Json = dict[str, Any]

Kind: TypeAlias = Literal["callback", "url", "inline", "copy", "text", "result", "more"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it says, what choosing it does and with which value.

    ``row`` tells which choices stand side by side; ``details`` is what an inline result says
    under its title; ``result`` is that result itself.
    """

    label: str
    kind: Kind
    value: str
    row: int = 0
    details: str = ""
    result: Json | None = None


def buttons(markup: Json | None) -> list[Choice]:
    """Read an ``InlineKeyboardMarkup`` or a ``ReplyKeyboardMarkup``, row by row."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [_button(button, row) for row, line in enumerate(rows) for button in line]


def results(found: list[Json], button: Json | None, offset: str) -> list[Choice]:
    """Read the answer to an inline query: results, button, and a nameless one for the rest."""
    rows = [
        Choice(
            str(result.get("title") or result.get("id")),
            "result",
            str(result.get("id")),
            row,
            str(result.get("description") or ""),
            result,
        )
        for row, result in enumerate(found)
    ]
    if button and "start_parameter" in button:
        command = f"/start {button['start_parameter']}"
        rows.insert(0, Choice(str(button["text"]), "text", command, -1))
    return rows + ([Choice("", "more", offset, len(rows))] if offset else [])


def _button(button: Json | str, row: int) -> Choice:
    if isinstance(button, str):
        return Choice(button, "text", button, row)
    label = str(button["text"])
    if "callback_data" in button:
        return Choice(label, "callback", button["callback_data"], row)
    if "copy_text" in button:
        return Choice(label, "copy", button["copy_text"]["text"], row)
    for key in ("switch_inline_query_current_chat", "switch_inline_query"):
        if key in button:
            return Choice(label, "inline", button[key], row)
    if "switch_inline_query_chosen_chat" in button:
        query = button["switch_inline_query_chosen_chat"].get("query") or ""
        return Choice(label, "inline", query, row)
    page = button.get("web_app") or button.get("login_url") or button
    return (
        Choice(label, "url", page["url"], row)
        if "url" in page
        else Choice(label, "text", label, row)
    )
