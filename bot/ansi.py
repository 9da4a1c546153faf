"""Telegram's HTML → lines for a terminal: SGR codes where wanted, plain text elsewhere.

SGR parameters are those of ECMA-48 (8.3.117). Nothing depends on them alone: quotes have a bar,
links show their address, struck-out words stand between tildes when there are no codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.columns import Cell, cells, clean, width, wrap
from bot.entities import Formatted, Span, from_html

_SGR = {
    "bold": "1",
    "italic": "3",
    "underline": "4",
    "strikethrough": "9",
    "code": "36",
    "pre": "36",
    "text_link": "4",
    "spoiler": "2",
}
_MARKS = {"strikethrough": "~", "spoiler": "‖"}
_BARS = {"blockquote": "│ ", "expandable_blockquote": "┆ "}
_FOLD = "▾ "  # first line of a quote that Telegram shows folded; here it is always whole
_LEAST = 10

Address = Callable[[str], str]


class Block(NamedTuple):
    """One line of a text: its place, and the quote that it is in."""

    start: int
    end: int
    quote: Span | None


def lines(
    html: str,
    columns: int | None = None,
    *,
    color: bool = False,
    address: Address = str,
) -> list[str]:
    """Return a text of Telegram's HTML as the lines to print.

    Args:
        html: the text, in Telegram's HTML.
        columns: the width to wrap at; ``None`` leaves every line as long as it is.
        color: whether escape codes may be used at all.
        address: says how the target of a link is shown.

    Raises:
        bot.entities.EntityError: the text is not Telegram's HTML.
    """
    return drawn(from_html(html), columns, color=color, address=address)


def drawn(
    formatted: Formatted,
    columns: int | None = None,
    *,
    color: bool = False,
    address: Address = str,
) -> list[str]:
    """Return a formatted text as the lines to print; as :func:`lines`."""
    text, spans = _spelled(formatted, address, marks=not color)
    whole = frozenset(
        place for span in spans if span.type == "address" for place in range(span.start, span.end)
    )
    result: list[str] = []
    for block in blocks(text, spans):
        bar, rest = _bars(block)
        piece = text[block.start : block.end]
        line = [cell._replace(start=cell.start + block.start) for cell in cells(piece)]
        room = None if columns is None else max(columns - width(bar), _LEAST)
        rows = [line] if room is None else wrap(line, room, whole)
        result += [
            (rest if number else bar) + _coded(row, spans, color=color)
            for number, row in enumerate(rows)
        ]
    return [row.rstrip() for row in result]


def styled(text: str, kind: str, *, color: bool) -> str:
    """Return cleaned text with the look of one entity type, where codes may be used."""
    body = clean(text)
    return f"\x1b[{_SGR[kind]}m{body}\x1b[0m" if color and body else body


def _spelled(formatted: Formatted, address: Address, *, marks: bool) -> tuple[str, list[Span]]:
    """Write into the text what a terminal cannot show: addresses, and marks without codes."""
    text, spans = formatted.text, list(formatted.spans)
    for span in sorted(formatted.spans, key=lambda span: span.end, reverse=True):
        if span.type == "text_link":
            target = clean(address(span.url)).replace("\n", "")
            if _shown(text[span.start : span.end], target):
                continue
            text, spans = _inserted(text, spans, span.end, f" ({target})")
            spans.append(Span("address", span.end + 2, span.end + 2 + len(target)))
        elif marks and span.type in _MARKS:
            mark = _MARKS[span.type]
            text, spans = _inserted(text, spans, span.end, mark)
            text, spans = _inserted(text, spans, span.start, mark, opening=True)
    spans += [Span("address", span.start, span.end) for span in spans if span.type == "url"]
    return text, spans


def _shown(text: str, target: str) -> bool:
    """Tell whether a link needs no address: its text is one already, or it leads nowhere else."""
    plain = target.rstrip("/")
    names = {plain, plain.partition("://")[2], plain.removeprefix("mailto:")}
    return not target or target.startswith("tg://") or text.strip().rstrip("/") in names


def _inserted(
    text: str, spans: list[Span], place: int, extra: str, *, opening: bool = False
) -> tuple[str, list[Span]]:
    """Insert a piece of text after what ends there, or before what begins (``opening``).

    It stands in the quote of that; other spans do not grow.
    """

    def moved(point: int, *, there: bool) -> int:
        return point + len(extra) if point > place or (there and point == place) else point

    shifted = [
        Span(
            span.type,
            moved(span.start, there=span.end > place and not (opening and span.type in _BARS)),
            moved(span.end, there=span.type in _BARS and not opening),
            span.url,
        )
        for span in spans
    ]
    return text[:place] + extra + text[place:], shifted


def blocks(text: str, spans: Sequence[Span]) -> Iterator[Block]:
    """Yield the lines of a text in order; a quote has its lines to itself, as in Telegram."""
    quotes = [span for span in spans if span.type in _BARS]
    edges = {span.start for span in quotes} | {span.end for span in quotes}
    start = 0
    for place in range(len(text) + 1):
        feed = place < len(text) and text[place] == "\n"
        if not (feed or place == len(text) or place in edges):
            continue
        quote = next((span for span in quotes if span.start <= start < span.end), None)
        if place > start or (feed and (quote or start not in edges)):
            yield Block(start, place, quote)
        start = place + 1 if feed else place


def _bars(block: Block) -> tuple[str, str]:
    """Return the bars of a line's first and of its further rows."""
    if block.quote is None:
        return "", ""
    bar = _BARS[block.quote.type]
    first = block.quote.type == "expandable_blockquote" and block.start == block.quote.start
    return (_FOLD if first else bar), bar


def _coded(row: Sequence[Cell], spans: Sequence[Span], *, color: bool) -> str:
    if not color:
        return "".join(cell.text for cell in row)
    result = ""
    for codes, run in groupby(row, key=lambda cell: _codes(spans, cell.start)):
        body = "".join(cell.text for cell in run)
        result += f"\x1b[{codes}m{body}\x1b[0m" if codes else body
    return result


def _codes(spans: Sequence[Span], place: int) -> str:
    found = {_SGR[s.type] for s in spans if s.type in _SGR and s.start <= place < s.end}
    return ";".join(sorted(found))
