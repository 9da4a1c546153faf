"""What a person should write where YAML's own parser says only what it did not expect."""

from __future__ import annotations

import re

# What is not printable in YAML (https://yaml.org/spec/1.1/#c-printable).
_FORBIDDEN_BYTES = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]"
)
_PAIR = re.compile(r"^\s*(?:- +)?(?P<key>[\w-]+):\s+(?P<value>\S.*)$")
_LONGEST_EXCERPT = 60

# What the two parsers of PyYAML say → what to do about it; the first that fits is taken.
_ADVICE = (
    ("block sequence entries are not", "a list begins on a line of its own, under its key"),
    ("sequence entries are not", "a list begins on a line of its own, under its key"),
    ("unknown escape character", "inside double quotes write “\\\\” for a backslash"),
    ("end of stream", "a quotation mark is opened here and never closed"),
    ("',' or ']'", "a list in [brackets] is not closed, or lacks a comma"),
    ("',' or '}'", "a list in {braces} is not closed, or lacks a comma"),
    ("expected node content", "[brackets] or {braces} are not closed, or have a comma too many"),
    ("'-' indicator", "this line is not indented like the list it stands in"),
    ("could not find expected ':'", "this line has no “key: value”; indent it if it goes on"),
    ("document", "only one document may stand in the file; remove the lines “---” and “...”"),
    ("directive", "a line may not begin with “%”"),
)


def advice(problem: str, text: str) -> str:
    """The sentence for a parser's ``problem`` on the line ``text``."""
    indentation = text[: len(text) - len(text.lstrip())]
    if "\t" in indentation:
        return "a tab stands at the start of this line; indent with spaces"
    pair = _PAIR.match(text)
    if pair and _needs_quotes(problem, pair["value"]):
        return quote_it(text)
    found = next((sentence for part, sentence in _ADVICE if part in problem), None)
    if found is None and pair and pair["value"][0] in "'\"":
        return f"{quote_it(text)}; nothing may follow the closing quotation mark"
    return found or "this line is not indented like its neighbours, or it lacks “key: ”"


def _needs_quotes(problem: str, value: str) -> bool:
    if "mapping values" in problem:
        return value[0] not in "'\"" and ": " in f"{value} "
    if "cannot start any token" in problem or "expected node content" in problem:
        return True
    if "comment or line break" in problem or "indentation indicators" in problem:
        return True
    return value[0] in "[{" and "expected" in problem and "',' or" not in problem


def quote_it(text: str) -> str:
    """How to write the value of the line ``text`` so that it is plain text."""
    pair = _PAIR.match(text)
    if pair is None:
        return f"put this text in quotation marks: {_quoted(text.strip())}"
    value = pair["value"].rstrip()
    if value[0] in "'\"" and value[-1] == value[0]:
        value = value[1:-1]
    return f"put the text in quotation marks: {pair['key']}: {_quoted(value)}"


def _quoted(text: str) -> str:
    short = text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT]}…"
    return "'" + short.replace("'", "''") + "'" if '"' in short else f'"{short}"'


def excerpt(data: bytes, line: int) -> str:
    """Line ``line`` (from 0) of a text, without its end; "" where there is no such line."""
    lines = data.split(b"\n", line + 1)
    return lines[line].decode("utf-8", "replace").rstrip() if line < len(lines) else ""


def ended_early(context: str, problem: str) -> bool:
    """Whether what went wrong began where the ``context`` began, not where it was noticed."""
    unclosed = "quoted scalar" in context and "end of" in problem
    return unclosed or "flow" in context or "simple key" in context


def broken_text(data: bytes, first: int = 1) -> tuple[int, str] | None:
    """The line and the sentence for the first byte that is no text, if there is one."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = first + data.count(b"\n", 0, error.start)
        return line, "this line is not UTF-8; save the file again with encoding UTF-8"
    if found := _FORBIDDEN_BYTES.search(data):
        line = first + data.count(b"\n", 0, found.start())
        return line, f"remove the invisible character {_named(found[0])} from this line"
    return None


def _named(character: bytes) -> str:
    return f"U+{ord(character.decode('utf-8')):04X}"
