from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file.yamlfile import (
    LONGEST_SCALAR,
    Node,
    Value,
    YamlError,
    check_encoding,
    outline,
    parse,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("null", "null"),
        ("~", "~"),
        ("010", "010"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("2020-11-05", "2020-11-05"),
        (".inf", ".inf"),
        ('""', ""),
        ("''", ""),
        ("", None),
        ("# x", None),
        ("C#", "C#"),
        ('"@bot"', "@bot"),
        ("|\n  two\n  lines", "two\nlines\n"),
        (">-\n  two\n  lines", "two lines"),
        ("[no, 010]", ["no", "010"]),
    ],
)
def test_every_scalar_stays_the_text_that_was_written(written: str, value: Value) -> None:
    assert parse(f"a: {written}\n".encode()) == {"a": value}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("definition: coalition: of states", 1, 'definition: "coalition: of states"'),
        ("term: @bot", 1, 'term: "@bot"'),
        ("term: `x`", 1, 'term: "`x`"'),
        ("term: %x", 1, 'term: "%x"'),
        ("term: *x", 1, 'term: "*x"'),
        ("term: &x y", 1, 'term: "&x y"'),
        ("term: !x y", 1, 'term: "!x y"'),
        ("term: >x", 1, 'term: ">x"'),
        ("term: 'it's'", 1, 'term: "it\'s"'),
        ('term: "a" b', 1, "term: '\"a\" b'"),
        ("a: b\nterm: [sic] x", 2, 'term: "[sic] x"'),
        ("a: b\n\tc: d", 2, "tab"),
        ("a: b\nc: 'd\ne: f", 2, "never closed"),
        ('a: "\\q"', 1, "backslash"),
        ("a: [b, c\nd: e", 1, "[brackets]"),
        ("a: {b: c", 1, "{braces}"),
        ("a:\n  b: c\n   d: e", 3, "indented"),
        ("a: - b", 1, "line of its own"),
        ("a: b\nc", 2, "no “key: value”"),
        ("a: b\na: c", 2, "“a” is written twice"),
        ("a:\n  b: c\n  d: e\n  b: f", 4, "“b” is written twice"),
        ("a: {b: c, b: d}", 1, "“b” is written twice"),
        ("<<: *x", 1, "quotation marks"),
        ("a: b\n---\nc: d", 2, "second document"),
        ("[a]: b", 1, "single word"),
        (": b", 1, "indented"),
        ("", 1, "empty"),
        ("# only a comment", 1, "empty"),
        ("a: b\nc: \x07", 2, "U+0007"),
        ("a: b\nc: \x9f", 2, "U+009F"),
        ("a: " + "x" * (LONGEST_SCALAR + 1), 1, "longer than 20,000 characters"),
        ("a: " + "[" * 40 + "]" * 40, 1, "too deep"),
        ("a: " + "[" * 100_000, 1, "too deep"),
        ("a: " + "{a: " * 500, 1, "too deep"),
        ("x: &a [1]\ny: &b [*a, *a]", 1, "take away what begins with “&”"),
        ("- &a\n  b: c", 1, "take away what begins with “&”"),
        ("a: !!map\n  b: c", 1, "or “!”"),
        ("a: *b", 1, 'quotation marks: a: "*b"; if it stands for what “&b” marks'),
        ("a: &b c", 1, 'quotation marks: a: "&b c"'),
    ],
)
def test_what_is_refused_says_where_and_what_to_write(text: str, line: int, part: str) -> None:
    with pytest.raises(YamlError) as refused:
        parse(text.encode())
    assert refused.value.line == line
    assert part in refused.value.sentence
    with pytest.raises(YamlError) as again:
        outline(text.encode())
    assert str(again.value) == str(refused.value)


@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"\xff\xfea\x00", 1, "UTF-8"),
        (b"\xfe\xff\x00a", 1, "UTF-8"),
        ("a: b\n".encode("utf-16-le"), 1, "U+0000"),
        ("a: b\nc: ä".encode("latin-1"), 2, "UTF-8"),
        ("a: b\nc: 한".encode("cp949"), 2, "UTF-8"),
        (b"a: b\nc: \xed\xa0\x80", 2, "UTF-8"),
    ],
)
def test_an_encoding_other_than_utf8_is_refused(data: bytes, line: int, part: str) -> None:
    with pytest.raises(YamlError) as refused:
        parse(data)
    assert refused.value.line == line
    assert part in refused.value.sentence


def test_another_encoding_is_seen_before_anything_is_parsed() -> None:
    with pytest.raises(YamlError, match="UTF-8"):
        check_encoding("a: b\n".encode("utf-16"))


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert parse(b"\xef\xbb\xbfa: b") == {"a": "b"}


def test_lines_are_counted_from_the_line_the_text_begins_on() -> None:
    with pytest.raises(YamlError) as refused:
        parse(b"a: b\nc: @d", line=100)
    assert refused.value.line == 101


def _spans(node: Node) -> list[tuple[int, int]]:
    return [(node.key, node.end), *(span for item in node.items for span in _spans(item))]


def test_an_outline_knows_the_lines_of_every_value() -> None:
    tree = outline(
        b"a: b\nc:\n  - d  # e\n  -\n    f: |\n      g\n\n      h\n# i\nj: [k,\n    l]\n"
    )
    assert _spans(tree) == [
        (1, 11), (1, 1), (2, 8), (3, 3), (5, 8), (5, 8), (10, 11), (10, 10), (11, 11),
    ]  # fmt: skip


def _data(node: Node) -> Value:
    if node.kind == "scalar":
        return node.text
    if node.kind == "sequence":
        return [_data(item) for item in node.items]
    return {key: _data(item) for key, item in zip(node.keys, node.items, strict=True)}


fragments = st.sampled_from(
    ["a: ", "b:", "- ", "  ", "\n", "\n  ", "x", "'", '"', "[", "]", "{", "}", ", ", "#", " #",
     "|", "|\n", ">", "&a ", "*a", "!t ", "? ", ": ", "---\n", "...\n", "%", "@", "\t", "\r\n",
     "\r",     "ä", "한", "\u2028", "\x85", "\ufeff", "null", "<<: "]
)  # fmt: skip


@given(st.lists(fragments, max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_is_data_or_a_sentence_and_an_outline_agrees(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        value = parse(data)
    except YamlError as error:
        assert min(error.line, len(error.sentence)) >= 1  # noqa: PT017 - either may happen
        with pytest.raises(YamlError):
            outline(data)
    else:
        tree = outline(data)
        assert _data(tree) == value
        assert all(key <= end for key, end in _spans(tree))
        assert all(a.end <= b.key for a, b in pairwise(tree.items))


@given(st.binary(max_size=60))
def test_any_bytes_are_data_or_a_sentence(data: bytes) -> None:
    try:
        parse(data)
    except YamlError as error:
        assert error.sentence  # noqa: PT017 - either may happen


def test_without_the_c_parser_the_same_is_read() -> None:
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from bot.file import yamlfile\n"
        "assert yamlfile._Parser.__name__ == 'SafeLoader'\n"
        "print(yamlfile.parse(b'a: [no, 010]\\nb: |\\n  c\\n'))\n"
        "try: yamlfile.parse(b'a: b: c')\n"
        "except yamlfile.YamlError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "{'a': ['no', '010'], 'b': 'c\\n'}",
        'line 1: put the text in quotation marks: a: "b: c"',
    ]
