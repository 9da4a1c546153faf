"""Plain data as lines of YAML that are pleasant to read and edit by hand.

No line has over 120 characters. Text stands without quotation marks where it can; long text is
folded (``>-``). Lists and terms stand on one line where they fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.file.plain import Plain

WIDTH = 120  # characters in a line
_FOLD = 112  # where long text is broken
_STEP = 2

# YAML resolves such words to something else than text; this project does not, but editors do.
_RESOLVED = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[.]?(?:inf|nan)|[-+]?[0-9][0-9_,.:eExXoO+-]*"
    r"|[-+.]?[0-9].*[0-9]|=|<<)",
    re.I,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST = "-?:,[]{}#&*!|>'\"%@`"
_UNSAFE = re.compile(
    r": |:$| #|[\t\n\r\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}]|:[\"']")
_ESCAPED = re.compile(
    r'[\\"\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]'
)
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry(data: Mapping[str, Plain], indent: int) -> list[str]:
    """The lines of an entry whose dash stands ``indent`` spaces from the left."""
    return _dashed(mapping(data, indent + _STEP), indent)


def item(data: Plain, indent: int) -> list[str]:
    """The lines of an item of a list."""
    if isinstance(data, str):
        return _text("- ", data, indent)
    line = " " * indent + "- " + (_inline(data) or "")
    if _inline(data) and len(line) <= WIDTH and _compact(data):
        return [line]
    if isinstance(data, list):
        raise TypeError("a list in a list is nothing that the model has")
    return _dashed(mapping(data, indent + _STEP), indent)


def mapping(data: Mapping[str, Plain], indent: int) -> list[str]:
    """The lines of keys and values, the keys ``indent`` spaces from the left."""
    return [line for key, value in data.items() for line in pair(key, value, indent)]


def pair(key: str, value: Plain, indent: int) -> list[str]:
    """The lines of one key and its value."""
    if isinstance(value, str):
        plain_day = key in ("created", "updated", "accessed") and _DAY.fullmatch(value)
        if plain_day or (key == "verified" and value in ("yes", "no")):
            return [f"{' ' * indent}{key}: {value}"]
        return _text(f"{key}: ", value, indent)
    head = " " * indent + f"{key}:"
    if isinstance(value, dict):
        return [head, *mapping(value, indent + _STEP)]
    line = f"{head} {_inline(value)}"
    if _inline(value) and len(line) <= WIDTH and key not in ("terms", "confusable"):
        return [line]
    return [head, *(each for data in value for each in item(data, indent + _STEP))]


def _dashed(lines: list[str], indent: int) -> list[str]:
    first = " " * indent + "- " + lines[0].lstrip(" ")
    return [first, *lines[1:]]


def _compact(data: Plain) -> bool:
    """Whether a term reads well on one line: long remarks do not."""
    return not isinstance(data, dict) or not {"usage_note", "context", "difference"} & data.keys()


def _inline(data: Plain) -> str | None:
    """A value in brackets; None where a part of it would not fit in any line."""
    if isinstance(data, str):
        return _scalar(data, brackets=True)
    if isinstance(data, list):
        return f"[{', '.join(str(_inline(value)) for value in data)}]"
    pairs = (f"{key}: {_member(key, value)}" for key, value in data.items())
    return f"{{{', '.join(pairs)}}}"


def _member(key: str, value: Plain) -> str:
    return "no" if (key, value) == ("verified", "no") else str(_inline(value))


def _text(prefix: str, text: str, indent: int) -> list[str]:
    line = " " * indent + prefix + _scalar(text)
    if len(line) <= WIDTH:
        return [line]
    deeper = indent + _STEP
    if folded := _folded(text, deeper):
        return [f"{' ' * indent}{prefix}>-", *folded]
    return _broken(" " * indent + prefix, text, deeper)


def _scalar(text: str, *, brackets: bool = False) -> str:
    unsafe = (
        not text
        or text != text.strip()
        or (text[0] in _FIRST and not (text[0] in "-?:" and len(text) > 1 and text[1].isalnum()))
        or text.startswith(("---", "..."))
        or _UNSAFE.search(text)
        or _RESOLVED.fullmatch(text)
        or (brackets and (_UNSAFE_IN_BRACKETS.search(text) or text[0] in "-?:"))
    )
    return f'"{_escaped(text)}"' if unsafe else text


def _escaped(text: str) -> str:
    return _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _NAMED.get(character) or f"\\u{ord(character):04X}"


def _folded(text: str, indent: int) -> list[str]:
    """The lines below ``>-``; [] where folding would change the text or leave a line too long."""
    if text != text.strip(" ") or re.search(
        r"[^\S ]|  |[\x00-\x1f\x7f-\xa0\ufeff\ufffe\uffff]", text
    ):
        return []
    lines, line = [], ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > _FOLD:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines = [" " * indent + line for line in (*lines, line)]
    return lines if max(map(len, lines)) <= WIDTH else []


def _broken(start: str, text: str, indent: int) -> list[str]:
    """A text in quotation marks that goes on after a backslash at the end of each line."""
    lines, line = [], f'{start}"'
    for piece in re.findall(r"\\u....|\\.|.", _escaped(text)):
        if len(line) + len(piece) > WIDTH - 2:
            lines.append(line + "\\")
            line = " " * indent + ("\\" if piece == " " else "")
        line += piece
    return [*lines, f'{line}"']
