"""Text that YAML takes for a comment: what follows `` #`` on the line of an unquoted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.file.yamlfile import Value

_TEXT = re.compile(
    r"\s*(?:- )?(definition|note|example|usage_note|context|title|publisher|en|fi|ko):"
    r"\s+([^\s\"'\[{|>#&*!%@`].*?)\s+#"
)


def swallowed(data: bytes, values: Value) -> Iterator[tuple[int, str]]:
    """Line and key of each text that ends at a comment, where the file was read like that.

    Args:
        data: The text of the file.
        values: What was read from it; a line within a longer text is told apart by it.
    """
    read: set[str] | None = None
    for number, line in enumerate(data.decode(errors="replace").splitlines(), 1):
        if found := _TEXT.match(line):
            read = set(_texts(values)) if read is None else read
            if found[2] in read:
                yield number, found[1]


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
