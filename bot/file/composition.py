"""A glossary file's text as plain data, entry by entry, with every value's line at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.file.manuscript import Manuscript, manuscript
from bot.file.yamlfile import Node, Value, YamlError, check_encoding, outline, parse

Steps = Sequence[str | int]

# A file whose entries cannot be told apart by their dashes is parsed whole only up to this size.
LARGEST_WHOLE = 4 * 1024 * 1024


@dataclass
class Composition:
    """The data of a file: ``head`` has every key but ``entries``.

    ``entries`` gives each entry with its index, and can be gone through once; what cannot be
    parsed is left out and told in ``errors``. ``text`` is None for a file that had to be parsed
    whole; its entries cannot be replaced one by one.
    """

    data: bytes
    text: Manuscript | None = None
    head: dict[str, Value] = field(default_factory=dict)
    entries: Iterable[tuple[int, Value]] = ()
    errors: list[YamlError] = field(default_factory=list)

    def line(self, index: int | None, steps: Steps = ()) -> int:
        """The line, from 1, of a value in entry ``index``; of one outside the entries for None."""
        if index is None:
            return _deepest(self._head_tree(), steps)
        if self.text is None:
            return _deepest(_tree(self.data, 1), ("entries", index, *steps))
        start = self.text.lines[index]
        return _deepest(_tree(self.text.entry(index), start), (0, *steps))

    def _head_tree(self) -> Node:
        if self.text is None:
            return _tree(self.data, 1)
        return _tree(self.text.head, 1)


def compose(data: bytes) -> Composition:
    """The data of a file; what is wrong with its YAML is in ``errors``."""
    try:
        check_encoding(data)
    except YamlError as error:
        return Composition(data, errors=[error])
    text = manuscript(data)
    if text is None:
        return _whole(data)
    composition = _by_entry(text)
    if len(data) > LARGEST_WHOLE:
        return composition
    composition.entries = list(composition.entries)
    if not composition.errors:
        return composition
    whole = _whole(data)
    return composition if whole.errors else whole


def compose_entry(data: bytes, line: int = 1) -> Value:
    """The data of the one entry that a text from dash to dash holds.

    Raises:
        YamlError: the text is not exactly one entry.
    """
    items = parse(data, line)
    if not isinstance(items, list) or len(items) != 1:
        raise YamlError(line, "an entry is a “-” and below it lines of “key: value”")
    return items[0]


def _by_entry(text: Manuscript) -> Composition:
    composition = Composition(text.data, text)
    composition.entries = _entries(text, composition.errors)
    try:
        composition.head = _head(text)
    except YamlError as error:
        composition.errors.append(error)
    return composition


def _entries(text: Manuscript, errors: list[YamlError]) -> Iterator[tuple[int, Value]]:
    for index, line in enumerate(text.lines):
        try:
            yield index, compose_entry(text.entry(index), line)
        except YamlError as error:
            errors.append(error)


def _head(text: Manuscript) -> dict[str, Value]:
    head = parse(text.head)
    if not isinstance(head, dict) or (head.pop("entries", "") is not None and text.starts):
        raise YamlError(1, "the file must have the keys schema_version and entries")
    line = text.line(text.end)
    if text.tail.strip():
        _merge(head, text.tail, line)
    return head


def _merge(head: dict[str, Value], tail: bytes, line: int) -> None:
    if any(row.startswith((b"---", b"...", b"%")) for row in tail.splitlines()):
        raise YamlError(line, "only one document may stand in the file; remove “---” and “...”")
    more = parse(tail, line)
    if not isinstance(more, dict):
        raise YamlError(line, "this line is no “key: value”; indent it if it goes on")
    for key in more:
        if key in head or key == "entries":
            raise YamlError(line, f"“{key}” is written twice; keep one of the two")
    head |= more


def _whole(data: bytes) -> Composition:
    try:
        value = parse(data)
    except YamlError as error:
        return Composition(data, errors=[error])
    if not isinstance(value, dict):
        missing = YamlError(1, "the file must have the keys schema_version and entries")
        return Composition(data, errors=[missing])
    entries = value.pop("entries", "")
    if not isinstance(entries, list | None):
        shape = YamlError(1, "“entries” is missing or no list; begin each entry with “- id: ”")
        return Composition(data, errors=[shape])
    return Composition(data, None, value, list(enumerate(entries or [])))


def _deepest(node: Node, steps: Steps) -> int:
    line = node.key
    for step in steps:
        child = node.child(step)
        if child is None:
            break
        node, line = child, child.key
    return line


@lru_cache(maxsize=4)
def _tree(data: bytes, line: int) -> Node:
    return outline(data, line)
