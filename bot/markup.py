"""Telegram's HTML, and the only place that escapes it.

Rules: https://core.telegram.org/bots/api#html-style. Text becomes HTML by ``escape`` alone;
a ``str`` given to any function here is taken as text, an ``Html`` as markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

MESSAGE_LENGTH = 4096  # UTF-16 units after parsing, Bot API sendMessage

_TAG = re.compile(r"<[^>]*>")


class Html(str):
    """A piece of markup that is safe to send as it stands."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Text as markup; markup unchanged."""
    return text if isinstance(text, Html) else Html(html.escape(text, quote=True))


def bold(text: str) -> Html:
    """Bold text."""
    return Html(f"<b>{escape(text)}</b>")


def italic(text: str) -> Html:
    """Italic text."""
    return Html(f"<i>{escape(text)}</i>")


def code(text: str) -> Html:
    """Text in letters of one width, copied with a tap."""
    return Html(f"<code>{escape(text)}</code>")


def strike(text: str) -> Html:
    """Text that is crossed out."""
    return Html(f"<s>{escape(text)}</s>")


def link(text: str, address: str | None) -> Html:
    """Text that leads to an address; plain text where there is none."""
    return (
        Html(f'<a href="{html.escape(address)}">{escape(text)}</a>') if address else escape(text)
    )


def quote(text: str, *, folded: bool = False) -> Html:
    """A block quotation; a folded one shows three lines until it is tapped."""
    return Html(f"<blockquote{' expandable' if folded else ''}>{escape(text)}</blockquote>")


def join(parts: Iterable[str], separator: str = "\n") -> Html:
    """Parts put together; empty ones are left out."""
    return Html(escape(separator).join(escape(part) for part in parts if part))


def plain(markup: str) -> str:
    """The text that a person sees."""
    return html.unescape(_TAG.sub("", markup))


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def shorten(text: str, limit: int) -> str:
    """Text of at most ``limit`` UTF-16 units, cut between words where it can be."""
    if units(text) <= limit:
        return text
    cut = text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore")
    head, space, _ = cut.rpartition(" ")
    return f"{head.rstrip(' ,;:') if space and len(head) > len(cut) // 2 else cut}…"


def fit(markup: Html, limit: int = MESSAGE_LENGTH) -> Html:
    """Markup that is short enough to be sent; what is too long is cut, and plain from then on."""
    told = plain(markup)
    return markup if units(told) <= limit else escape(shorten(told, limit))


def one_line(text: str, limit: int) -> str:
    """Somebody's words fit to be repeated: one line, no control or direction characters."""
    kept = "".join(c for c in text if c.isprintable() or c.isspace())
    return shorten(" ".join(kept.split()), limit)
