"""How many columns of a terminal a text takes, and where to break it.

Widths follow Unicode Standard Annex #11 (East Asian Width): wide and fullwidth characters take
two columns, ambiguous ones one, combining marks none. Emoji sequences (UTS #51) count as one
picture of two columns. Nothing that could steer a terminal survives :func:`clean`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
# embeddings, overrides and isolates can make a line read as something it does not say
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\ufeff")
_BREAKS = frozenset("\u2028\u2029")


class Cell(NamedTuple):
    """What stands in one place: a character with its marks, its columns, where it starts."""

    text: str
    width: int
    start: int


def safe(char: str) -> str:
    """Return the character as it may be sent to a terminal: itself, a substitute or nothing."""
    if char == "\t":
        return TAB
    if char in _BREAKS:
        return " "
    if char in _BIDI or char in _INVISIBLE:
        return ""
    category = unicodedata.category(char)
    if category == "Cc":
        return ""
    return "\ufffd" if category == "Cs" else char


def clean(text: str) -> str:
    """Return the text without anything that steers a terminal; line feeds stay."""
    return "".join(char if char == "\n" else safe(char) for char in text)


def cells(text: str) -> Iterator[Cell]:
    """Split one line into cells, cleaning it on the way; ``start`` counts in ``text`` as given."""
    cluster, start = "", 0
    for index, char in enumerate(text):
        for part in safe(char):
            if cluster and _continues(cluster, part):
                cluster += part
                continue
            if cluster:
                yield Cell(cluster, _columns(cluster), start)
            cluster, start = part, index
    if cluster:
        yield Cell(cluster, _columns(cluster), start)


def width(text: str) -> int:
    """Return the columns that one line of text takes."""
    return sum(cell.width for cell in cells(text))


def wrap(
    line: Sequence[Cell], columns: int, whole: frozenset[int] = frozenset()
) -> list[list[Cell]]:
    """Break a line at its spaces so that no part is wider than ``columns``.

    A word wider than that is cut, unless it holds a place named in ``whole``: an address that is
    cut can be neither clicked nor copied, and the terminal wraps it by itself.
    """
    rows: list[list[Cell]] = [[]]
    room = columns
    for word in _words(line):
        keep = any(cell.start in whole for cell in word)
        for piece in [word] if keep else _cut(word, columns):
            needed = sum(cell.width for cell in piece)
            if needed > room and rows[-1]:
                rows.append([])
                room = columns
            if piece[0].text == " " and len(rows) > 1 and not rows[-1]:
                continue
            rows[-1] += piece
            room -= needed
    return [_trimmed(row) for row in rows]


def _words(line: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield runs of spaces and runs of everything else, in order."""
    run: list[Cell] = []
    for cell in line:
        if run and (run[0].text == " ") != (cell.text == " "):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run


def _cut(word: Sequence[Cell], columns: int) -> list[list[Cell]]:
    pieces: list[list[Cell]] = [[]]
    room = columns
    for cell in word:
        if cell.width > room and pieces[-1]:
            pieces.append([])
            room = columns
        pieces[-1].append(cell)
        room -= cell.width
    return pieces


def _trimmed(row: list[Cell]) -> list[Cell]:
    end = len(row)
    while end and row[end - 1].text == " ":
        end -= 1
    return row[:end]


def _continues(cluster: str, char: str) -> bool:
    if cluster[-1] == _JOINER:
        return unicodedata.category(char) == "So"
    if _regional(char):
        return len(cluster) == 1 and _regional(cluster)
    return _mark(char) or "\U0001f3fb" <= char <= "\U0001f3ff"


def _mark(char: str) -> bool:
    """Tell whether the character takes no column of its own (marks, joiners, Hangul vowels)."""
    return unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff"


def _regional(char: str) -> bool:
    return "\U0001f1e6" <= char[0] <= "\U0001f1ff"


def _columns(cluster: str) -> int:
    if _mark(cluster[0]):
        return 0
    if _regional(cluster):
        return 2 if len(cluster) > 1 else 1
    wide = unicodedata.east_asian_width(cluster[0]) in {"W", "F"}
    return 2 if wide or _EMOJI_STYLE in cluster else 1
