"""YAML to plain data, the only module that knows YAML's library.

Every scalar stays the text that was written (``no``, ``010``, ``12:30`` and ``null`` are words
here); only a value that is not there at all is ``None``. Repeated keys, anchors, aliases and tags
are refused, and so is anything too large or too deep to have been written by a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import yaml

from bot.file.syntax import advice, broken_text, ended_early, excerpt, quote_it

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Kind: TypeAlias = Literal["scalar", "sequence", "mapping"]

LONGEST_FILE = 256 * 1024 * 1024  # bytes: 200,000 entries of a usual length
LONGEST_SCALAR = 20_000  # characters
DEEPEST = 16  # the model needs 8

_WHOLE_LINE = 1 << 30  # the end of a block of text is the end of its line
_NOT_UTF8 = "the file is not UTF-8; save it again with encoding UTF-8"
_BOM = b"\xef\xbb\xbf"
_FOREIGN_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class YamlError(Exception):
    """A text is not the YAML that is read here: ``line`` (from 1) and what to write instead."""

    def __init__(self, line: int, sentence: str) -> None:
        self.line, self.sentence = line, sentence
        super().__init__(f"line {line}: {sentence}")


@dataclass(slots=True)
class Node:
    """A value and the lines it stands on, counted from 1.

    ``line`` and ``end`` are the first and last line of the value, ``column`` the first character
    of it (from 0), ``last`` the column after its last character. ``key`` is the line of its key,
    and ``line`` where it has none. ``style`` is ``""`` for plain text, a quote,
    ``|`` or ``>`` for scalars and ``[`` for anything written in brackets.
    """

    kind: Kind
    line: int
    column: int
    end: int
    last: int
    key: int
    style: str
    text: str | None
    keys: tuple[str, ...]
    items: list[Node]

    def child(self, step: str | int) -> Node | None:
        """The value of a key, or an item; None where there is no such thing."""
        if isinstance(step, int):
            inside = self.kind == "sequence" and step < len(self.items)
            return self.items[step] if inside else None
        return self.items[self.keys.index(step)] if step in self.keys else None


def parse(data: bytes, line: int = 1) -> Value:
    """The data of one YAML document whose first line is number ``line`` of its file.

    Raises:
        YamlError: the text is not YAML, or is YAML that is refused here.
    """
    return _Reader(data, line).document()


def outline(data: bytes, line: int = 1) -> Node:
    """The same document as a tree that knows its lines; some three times slower.

    Raises:
        YamlError: as ``parse``.
    """
    return _Reader(data, line).tree()


def check_encoding(data: bytes) -> None:
    """Refuse a file that is too long, or plainly in another encoding than UTF-8.

    What is wrong further inside is found by ``parse``.

    Raises:
        YamlError: with what to do about it.
    """
    if len(data) > LONGEST_FILE:
        size = f"{LONGEST_FILE // 1024**2} MB"
        raise YamlError(1, f"the file is larger than {size}; split the glossary")
    if data.startswith(_FOREIGN_BOMS):
        raise YamlError(1, _NOT_UTF8)


class _Reader:
    """Pulls the parser's events; one instance reads one text."""

    def __init__(self, data: bytes, line: int) -> None:
        self._data, self._first = data, line
        self._pull: Any = None

    def document(self) -> Value:
        return self._guarded(self._value)  # type: ignore[no-any-return]

    def tree(self) -> Node:
        return self._guarded(self._tree)  # type: ignore[no-any-return]

    def _tree(self, event: Any, depth: int) -> Node:
        return self._node(event, depth, 0)

    def _guarded(self, build: Any) -> Any:
        if self._data.startswith(_FOREIGN_BOMS):
            raise YamlError(self._first, _NOT_UTF8)
        data = self._data.removeprefix(_BOM)
        try:
            parser = _Parser(data)
            self._pull = parser.get_event
            self._pull()  # the stream's start
            event = self._pull()
            if isinstance(event, yaml.StreamEndEvent):
                raise YamlError(self._first, "there is nothing here; the file is empty")
            value = build(self._pull(), 1)
            self._pull()  # the document's end
            event = self._pull()
            if not isinstance(event, yaml.StreamEndEvent):
                raise self._refusal(event, "a second document begins here; remove the “---”")
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from None
        except yaml.YAMLError:
            raise YamlError(*(broken_text(data, self._first) or (self._first, ""))) from None
        except RecursionError:
            raise YamlError(self._first, "brackets are nested too deep") from None
        return value

    def _value(self, event: Any, depth: int) -> Value:
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event)
        if type(event) is yaml.AliasEvent or event.anchor or event.tag:
            raise self._special(event)
        if depth > DEEPEST:
            raise self._refusal(event, "this is nested too deep; see the example on top")
        if type(event) is yaml.SequenceStartEvent:
            return self._items(depth + 1)
        return self._pairs(depth + 1)

    def _items(self, depth: int) -> list[Value]:
        items: list[Value] = []
        pull, scalar = self._pull, yaml.ScalarEvent
        while type(event := pull()) is not yaml.SequenceEndEvent:
            plain = type(event) is scalar
            items.append(self._scalar(event) if plain else self._value(event, depth))
        return items

    def _pairs(self, depth: int) -> dict[str, Value]:
        pairs: dict[str, Value] = {}
        pull, scalar = self._pull, yaml.ScalarEvent
        while type(event := pull()) is not yaml.MappingEndEvent:
            key = self._key(event, pairs)
            event = pull()
            plain = type(event) is scalar
            pairs[key] = self._scalar(event) if plain else self._value(event, depth)
        return pairs

    def _scalar(self, event: Any) -> str | None:
        if event.anchor or event.tag:
            raise self._special(event)
        text: str = event.value
        if len(text) > LONGEST_SCALAR:
            raise self._refusal(event, f"this text is longer than {LONGEST_SCALAR:,} characters")
        return text if text or event.style else None

    def _key(self, event: Any, known: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            raise self._refusal(event, "a key must be a single word before a “:”")
        key = self._scalar(event)
        if key is None:
            raise self._refusal(event, "there is a “:” without a key before it")
        if key in known:
            raise self._refusal(event, f"“{key}” is written twice here; keep one of the two")
        return key

    def _node(self, event: Any, depth: int, key: int) -> Node:
        start = event.start_mark
        line = start.line + self._first
        if type(event) is yaml.ScalarEvent:
            text = self._scalar(event)
            style = event.style or ""
            end, last = self._scalar_end(event, style)
            return Node("scalar", line, start.column, end, last, key or line, style, text, (), [])
        if type(event) is yaml.AliasEvent or event.anchor or event.tag:
            raise self._special(event)
        if depth > DEEPEST:
            raise self._refusal(event, "this is nested too deep; see the example on top")
        return self._collection(event, depth, key or line)

    def _scalar_end(self, event: Any, style: str) -> tuple[int, int]:
        end = event.end_mark
        if style in ("|", ">") and not end.column:
            return end.line - 1 + self._first, _WHOLE_LINE
        return end.line + self._first, end.column

    def _collection(self, event: Any, depth: int, key: int) -> Node:
        start, style = event.start_mark, "[" if event.flow_style else ""
        items: list[Node] = []
        keys: dict[str, None] = {}
        if type(event) is yaml.SequenceStartEvent:
            kind: Kind = "sequence"
            while type(event := self._pull()) is not yaml.SequenceEndEvent:
                items.append(self._node(event, depth + 1, 0))
        else:
            kind = "mapping"
            while type(event := self._pull()) is not yaml.MappingEndEvent:
                keys[self._key(event, keys)] = None
                at = event.start_mark.line + self._first
                items.append(self._node(self._pull(), depth + 1, at))
        line = start.line + self._first
        if style or not items:
            end, last = event.end_mark.line + self._first, event.end_mark.column
        else:
            end, last = items[-1].end, items[-1].last
        return Node(kind, line, start.column, end, last, key, style, None, tuple(keys), items)

    def _refusal(self, event: Any, sentence: str) -> YamlError:
        return YamlError(event.start_mark.line + self._first, sentence)

    def _special(self, event: Any) -> YamlError:
        if isinstance(event, yaml.CollectionStartEvent):
            told = (
                "take away what begins with “&” or “!”; everything is written out where it stands"
            )
            return self._refusal(event, told)
        told = quote_it(excerpt(self._data, event.start_mark.line))
        if type(event) is yaml.AliasEvent:
            told += f"; if it stands for what “&{event.anchor}” marks, write that out here"
        return self._refusal(event, told)

    def _explained(self, error: yaml.MarkedYAMLError) -> YamlError:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        if error.context_mark and ended_early(str(error.context), str(error.problem)):
            line = error.context_mark.line
        text = excerpt(self._data, line)
        return YamlError(line + self._first, advice(str(error.problem), text))
