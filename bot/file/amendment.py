"""One entry's lines changed as little as the change allows.

Only the lines of the fields that differ are written anew; comments, order and the way the other
fields are written stay. What comes out is read back and compared, so that a layout which is not
understood costs comments inside the entry at worst, never a word of its content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pydantic import ValidationError

from bot.concept import Concept
from bot.file.composition import compose_entry
from bot.file.entry import validated
from bot.file.plain import ENTRY, SECTION, TERM, Plain, plain
from bot.file.rendering import entry, item, pair
from bot.file.yamlfile import Node, YamlError, outline

_ORDERS = (ENTRY, SECTION, TERM)
_OTHER_BREAKS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")  # lines to YAML, but not to us
_COMMENT = re.compile(r"(?:^|(?<=\s))(?P<text>#.*)")
_ALL = 1 << 30  # the whole line is text


class _TangledError(Exception):
    """The lines cannot be told apart by fields."""


def rendered(concept: Concept, indent: int) -> str:
    """A new entry as text, its dash ``indent`` spaces from the left."""
    return "".join(f"{line}\n" for line in entry(plain(concept), indent))


def amended(text: str, old: Concept, new: Concept, indent: int) -> str:
    """The text of an entry, from its dash on, changed from ``old`` to ``new``.

    Every line of ``text`` ends in a line feed alone. Comments that stand in the way of a change
    are kept in front of what was changed.
    """
    attempts: tuple[Callable[[], str], ...] = (
        lambda: _Amendment(text, deep=True).made(plain(old), plain(new)),
        lambda: _Amendment(text, deep=False).made(plain(old), plain(new)),
        lambda: _Amendment(text, deep=False).whole(new, indent),
    )
    for attempt in attempts:
        try:
            made = attempt()
            if validated(compose_entry(made.encode())) == new:
                return made
        except (_TangledError, YamlError, ValidationError):
            continue
    return rendered(new, indent)


class _Amendment:
    """Collects edits of whole lines; ``deep`` goes into lists, item by item."""

    def __init__(self, text: str, *, deep: bool) -> None:
        if _OTHER_BREAKS.search(text):
            raise _TangledError
        self._lines = text.split("\n")[:-1]
        self._tree = outline(text.encode()).items[0]
        self._written = _written(self._tree)
        self._deep = deep
        self._edits: list[tuple[int, int, list[str]]] = []

    def made(self, old: Plain, new: Plain) -> str:
        self._change(self._tree, old, new)
        lines = list(self._lines)
        self._edits.sort(key=lambda edit: edit[:2])
        for start, end, fresh in reversed(self._edits):
            lines[start - 1 : end] = fresh
        return "".join(f"{line}\n" for line in lines)

    def whole(self, new: Concept, indent: int) -> str:
        kept = self._comments(1, len(self._lines))
        return "".join(f"{' ' * indent}{text}\n" for _, text in kept) + rendered(new, indent)

    def _change(self, node: Node, old: Plain, new: Plain) -> None:
        if isinstance(old, dict) and isinstance(new, dict) and _is_block(node, "mapping"):
            for key in dict.fromkeys((*old, *new)):
                if old.get(key) != new.get(key):
                    self._change_key(node, key, old, new)
        elif isinstance(old, list) and isinstance(new, list) and _is_block(node, "sequence"):
            self._change_items(node, old, new)
        else:
            raise _TangledError

    def _change_key(
        self, node: Node, key: str, old: dict[str, Plain], new: dict[str, Plain]
    ) -> None:
        child = node.child(key)
        if child is None:
            self._insert_key(node, key, new[key])
        elif key not in new:
            self._remove_key(node, child)
        elif key in old and self._may_enter(child, old[key], new[key]):
            self._change(child, old[key], new[key])
        else:
            self._replace_key(node, child, key, new[key])

    def _may_enter(self, child: Node, old: Plain, new: Plain) -> bool:
        if isinstance(old, dict) and isinstance(new, dict):
            return _is_block(child, "mapping")
        both = isinstance(old, list) and isinstance(new, list)
        return self._deep and both and _is_block(child, "sequence")

    def _replace_key(self, node: Node, child: Node, key: str, value: Plain) -> None:
        lead, lines = self._lines[child.key - 1][: node.column], pair(key, value, node.column)
        lines[0] = lead + lines[0][node.column :]
        self._replace(child, node.column, lines, shares_line=bool(lead.strip()))

    def _remove_key(self, node: Node, child: Node) -> None:
        if self._lines[child.key - 1][: node.column].strip():
            raise _TangledError  # it shares its line with a dash
        self._replace(child, node.column, [])

    def _replace(
        self, child: Node, column: int, lines: list[str], *, shares_line: bool = False
    ) -> None:
        """New lines for a value and its key; the comments among the old ones stay."""
        end = self._end(child)
        kept = self._comments(child.key, end)
        if len(kept) == 1 and len(lines) == 1 and not kept[0][0]:
            lines = [f"{lines[0]}  {kept.pop()[1]}"]
        if kept and shares_line:
            raise _TangledError
        above = [" " * column + text for _, text in kept]
        self._edits.append((child.key, end, [*above, *lines]))

    def _insert_key(self, node: Node, key: str, value: Plain) -> None:
        before = _before(key, node.keys)
        if before is None:
            raise _TangledError
        sibling = node.child(before)
        if sibling is None:
            raise _TangledError
        at = self._end(sibling) + 1
        self._edits.append((at, at - 1, pair(key, value, node.column)))

    def _change_items(self, node: Node, old: Sequence[Plain], new: Sequence[Plain]) -> None:
        if len(node.items) != len(old) or not old or not new:
            raise _TangledError
        same = _common(old, new)
        left = _common(old[same:][::-1], new[same:][::-1])
        changed, fresh = old[same : len(old) - left], new[same : len(new) - left]
        for index, value in enumerate(fresh):
            if index < len(changed):
                self._change_item(node, same + index, changed[index], value)
            else:
                self._insert_item(node, same + len(changed), value)
        for index in range(len(fresh), len(changed)):
            self._check_dash(node, node.items[same + index])
            self._replace(node.items[same + index], node.column, [])

    def _change_item(self, node: Node, index: int, old: Plain, new: Plain) -> None:
        one = node.items[index]
        if isinstance(old, dict) and isinstance(new, dict) and _is_block(one, "mapping"):
            self._change(one, old, new)
            return
        self._check_dash(node, one)
        self._replace(one, node.column, item(new, node.column))

    def _insert_item(self, node: Node, index: int, value: Plain) -> None:
        """A new item where item ``index`` was, below the comments on the one before it."""
        if index:
            at = self._end(node.items[index - 1]) + 1
        else:
            self._check_dash(node, node.items[0])
            at = node.items[0].key
            while self._lines[at - 2].lstrip().startswith("#"):
                at -= 1
        self._edits.append((at, at - 1, item(value, node.column)))

    def _check_dash(self, node: Node, one: Node) -> None:
        """An item must begin on the line of its dash, and the dash with that line."""
        if self._lines[one.key - 1][: node.column + 1].strip(" ") != "-":
            raise _TangledError

    def _end(self, node: Node) -> int:
        """The last line of a value, without the blank lines that a block of text ends in."""
        end = node.end
        while end > node.key and not self._lines[end - 1].strip():
            end -= 1
        return end

    def _comments(self, start: int, end: int) -> list[tuple[bool, str]]:
        """The comments from line ``start`` to ``end``: whether it has its own line, its text."""
        found = []
        for number in range(start, end + 1):
            line = self._lines[number - 1]
            comment = _COMMENT.search(line, self._written.get(number, 0))
            if comment:
                found.append((line.lstrip().startswith("#"), comment["text"]))
        return found


def _written(node: Node) -> dict[int, int]:
    """For each line with text on it, the column up to which a ``#`` is no comment."""
    if node.kind != "scalar" and node.items:
        columns = {node.end: node.last} if node.style else {}
        for each in node.items:
            for number, column in _written(each).items():
                columns[number] = max(column, columns.get(number, 0))
        return columns
    if node.style in ("|", ">"):
        return {node.line: 0} | dict.fromkeys(range(node.line + 1, node.end + 1), node.last)
    return dict.fromkeys(range(node.line, node.end), _ALL) | {node.end: node.last}


def _is_block(node: Node, kind: str) -> bool:
    return node.kind == kind and not node.style and bool(node.items)


def _before(key: str, keys: tuple[str, ...]) -> str | None:
    """The key of ``keys`` after which ``key`` is put."""
    order = next((order for order in _ORDERS if key in order and keys[0] in order), None)
    if order is None:
        return keys[-1]
    rank = order.index(key)
    return next((k for k in reversed(keys) if k in order and order.index(k) < rank), None)


def _common(one: Sequence[Plain], other: Sequence[Plain]) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
