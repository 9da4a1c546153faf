"""The canonical layout of a glossary file, without the loss of a comment.

Entries stand grouped by subject field in the order in which those are declared, a blank line
between them; keys stand in the order of the model, two spaces deeper at each level; no line ends
in spaces. How values are written stays, unless a line is too long.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.file.book import Book
from bot.file.composition import compose_entry
from bot.file.manuscript import Manuscript
from bot.file.plain import ENTRY, SECTION, TERM, Plain
from bot.file.rendering import WIDTH, pair
from bot.file.yamlfile import Node, Value, YamlError, outline, parse

_ORDERS = (ENTRY, SECTION, TERM)
_INDENT = 2


def laid_out(book: Book) -> bytes:
    """The text of ``book`` in canonical layout; it means the same, and laid out again is the same.

    A file whose entries do not stand on lines of their own is left as it is.
    """
    text = book.text
    if text is None or not len(text):
        return book.data
    pieces = [_Piece(text, index) for index in range(len(text))]
    fields = list(book.glossary.subject_fields)
    concepts = book.glossary.concepts

    def rank(piece: _Piece) -> int:
        group = concepts[book.ids[piece.index]].subject_field[:1]
        return fields.index(group[0]) if group else len(fields)

    ordered = sorted(pieces, key=rank)
    entries = "\n".join("".join(f"{line}\n" for line in piece.lines()) for piece in ordered)
    gap = "\n" if pieces[0].is_apart else ""
    head = _trimmed(text.data[: text.first]) + gap
    after = text.data[text.span(len(text) - 1).end :].decode().replace("\r\n", "\n")
    made = head + entries + _stripped(after) if after.strip() else head + entries
    return made.replace("\n", text.newline.decode()).encode()


class _Piece:
    """One entry with all that stands between the entry before it and its own last line."""

    def __init__(self, text: Manuscript, index: int) -> None:
        self.index = index
        span = text.span(index)
        start = text.span(index - 1).end if index else text.first
        self._above = text.data[start : span.start].decode().replace("\r\n", "\n")
        self._entry = text.data[span.start : span.end].decode().replace("\r\n", "\n")

    @property
    def is_apart(self) -> bool:
        """Whether a blank line precedes it."""
        return not self._above.split("\n")[0].strip() and "\n" in self._above

    def lines(self) -> list[str]:
        above = [line.strip() for line in self._above.split("\n")]
        while above and not above[0]:
            above.pop(0)
        remarks = [f"{' ' * _INDENT}{line}".rstrip() for line in above[:-1]]
        return [*remarks, *self._body()]

    def _body(self) -> list[str]:
        entry = self._entry if self._entry.endswith("\n") else f"{self._entry}\n"
        try:
            lines = _Sheet(entry).lines()
            made = "".join(f"{line}\n" for line in lines)
            if compose_entry(made.encode()) == compose_entry(entry.encode()):
                return lines
        except YamlError:
            pass
        return entry.split("\n")[:-1]  # a layout that is not understood stays


class _Sheet:
    """The lines of one entry, put in order by what they hold."""

    def __init__(self, entry: str) -> None:
        self._lines = entry.split("\n")[:-1]
        self._tree = outline(entry.encode())

    def lines(self) -> list[str]:
        made = self._item(self._tree, 0, _INDENT, (1, len(self._lines)))
        return [line.rstrip() if not line.strip() else line for line in made]

    def _sequence(self, node: Node, column: int, start: int, end: int) -> list[str]:
        shares = self._shares(node, start, end)
        items = (self._item(node, n, column, share) for n, share in enumerate(shares))
        tail = self._remarks(shares[-1][1] + 1, end, column)
        return [*(line for made in items for line in made), *tail]

    def _item(self, node: Node, number: int, column: int, share: tuple[int, int]) -> list[str]:
        """An item, its comments above its dash."""
        item, (first, last) = node.items[number], share
        dash = next((n for n in range(item.key, 0, -1) if self._has_dash(n, node.column)), 0)
        if not dash:
            raise YamlError(item.key, "an item shares its line with another")
        above = self._remarks(first, dash - 1, column)
        block = self._block(item, column + 2, item.key, last, dash)
        lead = next((n for n, line in enumerate(block) if not _is_comment(line)), 0)
        above += [f"{' ' * column}{line.strip()}" for line in block[:lead]]
        return [*above, f"{' ' * column}- {block[lead].lstrip()}", *block[lead + 1 :]]

    def _has_dash(self, number: int, column: int) -> bool:
        return self._lines[number - 1][: column + 1].strip() == "-"

    def _block(self, node: Node, column: int, start: int, end: int, dash: int) -> list[str]:
        """The lines of an item, whose own dash is on line ``dash``."""
        before = self._remarks(dash + 1, node.key - 1, column)
        if node.kind == "mapping" and not node.style and node.items:
            return [*before, *self._mapping(node, column, start, end)]
        if node.kind == "sequence" and not node.style and node.items:
            return [*before, *self._sequence(node, column, start, end)]
        return [
            *before,
            *self._value(node, None, column, node.column),
            *self._rest(node, end, column),
        ]

    def _mapping(self, node: Node, column: int, start: int, end: int) -> list[str]:
        order = next((order for order in _ORDERS if node.keys and node.keys[0] in order), ())
        blocks: list[tuple[int, list[str]]] = []
        shares = self._shares(node, start, end)
        for key, child, (first, last) in zip(node.keys, node.items, shares, strict=True):
            made = self._remarks(first, child.key - 1, column)
            made += self._pair(key, child, column, node.column, last)
            blocks.append((order.index(key) if key in order else len(order), made))
        ordered = sorted(blocks, key=lambda block: block[0])
        tail = self._remarks(shares[-1][1] + 1, end, column)
        return [*(line for _, made in ordered for line in made), *tail]

    def _pair(self, key: str, child: Node, column: int, old: int, last: int) -> list[str]:
        nested = child.kind != "scalar" and not child.style and child.items
        if not nested or child.line == child.key:
            return [*self._value(child, key, column, old), *self._rest(child, last, column)]
        head = f"{' ' * column}{self._lines[child.key - 1][old:].strip()}"
        build = self._mapping if child.kind == "mapping" else self._sequence
        return [head, *build(child, column + 2, child.key + 1, last)]

    def _value(self, node: Node, key: str | None, column: int, old: int) -> list[str]:
        """The lines of a key and its value as they are, moved from column ``old``."""
        first = f"{' ' * column}{self._lines[node.key - 1][old:].strip()}"
        text = node.style in ("|", ">")
        made = [first]
        for line in self._lines[node.key : node.end]:
            depth = len(line) - len(line.lstrip(" "))
            deeper = depth + column - old
            depth = max(deeper, 0 if text else column + 2)
            made.append(" " * depth + line.strip(" ") if line.strip() else "")
        while len(made) > 1 and not made[-1] and not text:
            made.pop()
        if key and max(map(len, made)) > WIDTH and not any("#" in line for line in made):
            return pair(key, _plain(node), column)
        return made

    def _rest(self, node: Node, end: int, column: int) -> list[str]:
        return self._remarks(node.end + 1, end, column)

    def _remarks(self, start: int, end: int, column: int) -> list[str]:
        lines = (self._lines[number - 1].strip() for number in range(start, end + 1))
        return [f"{' ' * column}{line}" for line in lines if line.startswith("#")]

    def _shares(self, node: Node, start: int, end: int) -> list[tuple[int, int]]:
        """For each child its lines, with the comments before it and those further right below."""
        shares: list[tuple[int, int]] = []
        for child, after in zip(node.items, [*node.items[1:], None], strict=True):
            last = child.end
            stop = after.key - 1 if after else end
            while last < stop and self._is_deeper(last + 1, node.column):
                last += 1
            shares.append((start, last))
            start = last + 1
        return shares

    def _is_deeper(self, number: int, column: int) -> bool:
        line = self._lines[number - 1]
        return not line.strip() or (_is_comment(line) and line[: column + 1].isspace())


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _plain(node: Node) -> Plain:
    if node.kind == "scalar":
        return node.text or ""
    if node.kind == "sequence":
        return [_plain(item) for item in node.items]
    return {key: _plain(item) for key, item in zip(node.keys, node.items, strict=True)}


def _trimmed(head: bytes) -> str:
    text = head.decode().replace("\r\n", "\n")
    text = text if text.endswith("\n") else f"{text}\n"
    stripped = _stripped(text)
    return stripped if _read(stripped) == _read(text) else text


def _stripped(text: str) -> str:
    lines: Sequence[str] = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n"


def _read(text: str) -> Value:
    return parse(text.encode())
