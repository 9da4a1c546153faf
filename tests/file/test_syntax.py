from __future__ import annotations

import pytest

from bot.file.syntax import advice, broken_text, ended_early, excerpt, quote_it


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("term: @bot", 'term: "@bot"'),
        ("  - term: @bot", 'term: "@bot"'),
        ('term: say "a": b', "term: 'say \"a\": b'"),
        ('term: it\'s "a"', "term: 'it''s \"a\"'"),
        ("@bot", '"@bot"'),
        ("note: " + "x" * 80, f'note: "{"x" * 60}…"'),
    ],
)
def test_a_text_that_needs_quotation_marks_is_shown_with_them(line: str, written: str) -> None:
    assert quote_it(line).endswith(written)


def test_advice_for_an_unknown_problem_speaks_of_indentation() -> None:
    assert "indented" in advice("something new", "key: value")


@pytest.mark.parametrize(("line", "text"), [(0, "a"), (1, "ä"), (2, ""), (9, "")])
def test_an_excerpt_is_one_line_without_its_end(line: int, text: str) -> None:
    assert excerpt("a\r\nä\n\n".encode(), line) == text


def test_an_unclosed_quotation_mark_is_told_where_it_was_opened() -> None:
    assert ended_early("while scanning a quoted scalar", "found unexpected end of stream")
    assert not ended_early("while parsing a block mapping", "did not find expected key")


def test_text_that_is_whole_has_nothing_broken() -> None:
    assert broken_text("ä 한 \t\r\n".encode()) is None
    assert broken_text(b"a\nb\x00", first=10) == (
        11,
        "remove the invisible character U+0000 from this line",
    )
