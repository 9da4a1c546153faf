"""Draws the README's picture from a real conversation: ``python -m docs.conversation``.

The bot itself answers in the terminal chat; what it said is drawn as bubbles. Nothing in the
picture is written by hand but the questions.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby
from pathlib import Path

from bot.ansi import blocks
from bot.application import build
from bot.columns import Cell, cells, clean, wrap
from bot.concept import Language
from bot.desk import Desk
from bot.edition import Edition
from bot.entities import Formatted, Span
from bot.file.reading import read
from bot.settings import Settings
from bot.state import State
from bot.terminal import TOKEN, Person, Screen, run_chat
from bot.terminal.choice import Choice

CONVERSATIONS: tuple[tuple[Language, tuple[str, ...]], ...] = (
    ("en", ("what does FOC stand for?",)),
    ("ko", ("생성형 AI가 뭐야?",)),
)
PICTURE = Path(__file__).with_suffix(".svg")

COLUMN, MARGIN, PADDING, GAP, SPARE = 440, 16, 12, 10, 16  # pixels, as all that follows
BUBBLE, LINE, SIZE, BUTTON = 380, 20, 15, 32
FOLDED = 3  # lines of an expandable quote that Telegram shows
INK, FAINT, LINK, PAPER, OWN, TINT = (
    "#111820", "#5b6773", "#1f6fb2", "#ffffff", "#e3f6d5", "#eef4fa",
)  # fmt: skip
FONTS = (
    "-apple-system, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, "
    "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"
)
STYLE = (
    f"text {{ font: {SIZE}px {FONTS}; fill: {INK}; white-space: pre }} "
    f".bold {{ font-weight: 600 }} .italic {{ font-style: italic }} "
    f".text_link, .url {{ fill: {LINK} }} .underline {{ text-decoration: underline }} "
    f".strikethrough {{ text-decoration: line-through }} .code {{ font-family: monospace }} "
    f".button {{ font-size: 13px; fill: {PAPER}; text-anchor: middle }}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One message: who said it, what, and the buttons under it."""

    own: bool
    text: Formatted
    buttons: list[Choice] = field(default_factory=list)


class Recorder(Screen):
    """A screen that keeps what was said instead of writing it."""

    def __init__(self, output: io.StringIO) -> None:
        super().__init__(output)
        self.messages: list[Said] = []

    def said(self, text: Formatted, choices: list[Choice], note: str = "") -> None:
        """Keep a message; an edited one takes the place of the last."""
        if note == "edited":
            self.messages.pop()
        self.messages.append(Said(note == "via", text, choices))

    def heard(self, text: str) -> None:
        """Keep what was typed, unless it pressed a button."""
        if not text.isdecimal():
            self.messages.append(Said(own=True, text=Formatted(text)))


async def transcript(language: Language, lines: Sequence[str], glossary: Path) -> list[Said]:
    """Hold a conversation with the real bot and return what was said."""
    edition = Edition.of(read(glossary)).prepare()
    recorder = Recorder(io.StringIO())
    with tempfile.TemporaryDirectory() as folder:
        state = await State.open(Path(folder) / "conversation.db")
        try:
            desk = Desk(Settings(glossary=glossary), edition, state)
            await run_chat(
                lambda request: build(desk, TOKEN, request, request),
                person=Person(language_code=language),
                source=io.StringIO("".join(f"{line}\n" for line in lines)),
                screen=recorder,
            )
        finally:
            await state.close()
    return recorder.messages


def picture(conversations: Sequence[Sequence[Said]]) -> str:
    """Draw conversations side by side."""
    columns = [list(_column(said, COLUMN * place)) for place, said in enumerate(conversations)]
    height = max(column[-1][0] for column in columns) + MARGIN
    width = COLUMN * len(columns)
    body = "\n".join(shape for column in columns for _, shape in column)
    questions = "; ".join(m.text.text for said in conversations for m in said if m.own)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title">\n'
        f'<title id="title">{_text(f"The bot answers: {questions}")}</title>\n'
        f"<style>{STYLE}</style>\n"
        f'<rect width="{width}" height="{height}" rx="12" fill="#c9dbe8"/>\n{body}\n</svg>\n'
    )


def _column(messages: Sequence[Said], left: int) -> Iterator[tuple[int, str]]:
    """Yield the shapes of one conversation, each with where it ends."""
    top = MARGIN
    for said in messages:
        rows = list(_rows(said.text))
        wide = min(BUBBLE, max(row.width for row in rows) + 2 * PADDING) if said.own else BUBBLE
        x = left + (COLUMN - MARGIN - wide if said.own else MARGIN)
        high = LINE * len(rows) + 2 * PADDING - 4
        yield top + high, _box(x, top, wide, high, OWN if said.own else PAPER)
        for number, row in enumerate(rows):
            y = top + PADDING + LINE * number
            yield y + LINE, row.drawn(x + PADDING, y, wide - 2 * PADDING)
        top += high
        for _, line in groupby(said.buttons, key=lambda choice: choice.row):
            top += 4
            yield top + BUTTON, _buttons(list(line), x, top, wide)
            top += BUTTON
        top += GAP


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a bubble: its cells, the spans they are in, and whether it is quoted."""

    line: list[Cell]
    spans: Sequence[Span]
    quoted: bool = False
    cut: bool = False

    @property
    def width(self) -> int:
        """Pixels, as wide as common fonts make it."""
        return sum(cell.width for cell in self.line) // 10 + 1

    def drawn(self, x: int, y: int, width: int) -> str:
        """Draw it from its upper left corner."""
        bar = ""
        if self.quoted:
            bar = (
                f'<rect x="{x}" y="{y}" width="{width}" height="{LINE}" fill="{TINT}"/>'
                f'<rect x="{x}" y="{y}" width="3" height="{LINE}" fill="{LINK}"/>'
            )
        runs = groupby(self.line, key=lambda cell: _styles(self.spans, cell.start))
        body = "".join(_run(style, "".join(cell.text for cell in run)) for style, run in runs)
        more = "…" if self.cut else ""
        start = x + (10 if self.quoted else 0)
        return bar + (f'<text x="{start}" y="{y + 15}">{body}{more}</text>' if body else "")


def _rows(text: Formatted) -> Iterator[Row]:
    """Break a message into rows; of a quote that Telegram folds only the first are drawn."""
    shown: dict[Span, int] = {}
    for block in blocks(text.text, text.spans):
        room = BUBBLE - 2 * PADDING - SPARE - (16 if block.quote else 0)
        line = [_measured(cell, block.start, text.spans) for cell in
                cells(text.text[block.start : block.end])]  # fmt: skip
        rows = [Row(row, text.spans, bool(block.quote)) for row in wrap(line, 10 * room)]
        if block.quote and block.quote.type == "expandable_blockquote":
            left = FOLDED - shown.get(block.quote, 0)
            shown[block.quote] = FOLDED - left + len(rows)
            if 0 < left < len(rows):
                rows[left - 1] = replace(rows[left - 1], cut=True)
            rows = rows[: max(left, 0)]
        yield from rows


def _measured(cell: Cell, start: int, spans: Sequence[Span]) -> Cell:
    """Give a cell the tenths of a pixel that it takes in a common proportional font."""
    em = 1.0 if cell.width == 2 else _em(cell.text[0])
    heavy = 1.07 if "bold" in _styles(spans, start + cell.start) else 1.0
    return Cell(cell.text, int(10 * SIZE * em * heavy), start + cell.start)


def _em(char: str) -> float:
    groups = {" ": 0.28, "iljtfrI.,:;'’|!()[]/-•": 0.36, "mwMW—": 0.9, "…%@&": 0.95}
    narrow = next((em for chars, em in groups.items() if char in chars), None)
    return narrow or (0.7 if char.isupper() else 0.585)


def _styles(spans: Sequence[Span], place: int) -> str:
    quotes = ("blockquote", "expandable_blockquote")
    found = {s.type for s in spans if s.start <= place < s.end and s.type not in quotes}
    return " ".join(sorted(found))


def _run(style: str, body: str) -> str:
    return f'<tspan class="{style}">{_text(body)}</tspan>' if style else _text(body)


def _buttons(line: list[Choice], x: int, y: int, width: int) -> str:
    wide = (width - 4 * (len(line) - 1)) / len(line)
    drawn = ""
    for number, choice in enumerate(line):
        left = x + number * (wide + 4)
        label = _fitting(" ".join(choice.label.split()), int(wide) - 12)
        drawn += _box(left, y, wide, BUTTON, "#5f86a3") + (
            f'<text class="button" x="{left + wide / 2:.0f}" y="{y + 21}">{_text(label)}</text>'
        )
    return drawn


def _fitting(label: str, room: int) -> str:
    """Cut a label as Telegram does when it does not fit its button."""
    measured = [_measured(cell, 0, ()) for cell in cells(label)]
    first = wrap(measured, int(room * 10 * SIZE / 13))[0]
    shown = "".join(cell.text for cell in first)
    return shown if shown == label else f"{shown}…"


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    place = f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}"'
    return f'<rect {place} rx="10" fill="{fill}"/>'


def _text(text: str) -> str:
    return escape(clean(text).replace("\n", " "))


async def _all(glossary: Path) -> list[list[Said]]:
    return [await transcript(language, lines, glossary) for language, lines in CONVERSATIONS]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Hold the conversations and write the picture beside this file."""
    glossary = Path(__file__).parents[1] / "glossary.yaml"
    PICTURE.write_text(picture(asyncio.run(_all(glossary))), encoding="utf-8")
    write(f"{PICTURE}: {PICTURE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
