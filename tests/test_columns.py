"""Columns: how wide a text is, where it breaks, and what never reaches a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.columns import cells, clean, safe, width, wrap


def wrapped(text: str, columns: int) -> list[str]:
    return ["".join(cell.text for cell in row) for row in wrap(list(cells(text)), columns)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("tekoäly", 7),
        ("tekoa\u0308ly", 7),
        ("생성형 AI", 9),
        ("\u1112\u1161\u11ab", 2),  # one syllable in three letters
        ("ＦＯＣ", 6),
        ("(FOC)…", 6),
        ("👩‍👩‍👧", 2),
        ("👍🏽", 2),
        ("🇫🇮🇰🇷", 4),
        ("❤️", 2),
        ("שלום", 4),
        ("a\u200bb", 2),
        ("a\tb", 6),
    ],
)
def test_a_text_takes_the_columns_of_its_characters(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]8;;http://evil\x07x", "]8;;http://evilx"),
        ("\x9b31mred\x90q", "31mredq"),
        ("a\rb\x08c\x00d\x7fe", "abcde"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("\u2066left\u2069", "left"),
        ("lone\ud800", "lone\ufffd"),
        ("line\nfeed", "line\nfeed"),
        ("para\u2029graph", "para graph"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_nothing_that_steers_a_terminal_survives(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one     two", 5, ["one", "two"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("ihmisoikeusperustainen", 10, ["ihmisoikeu", "sperustain", "en"]),
        ("a ihmisoikeusperustainen b", 10, ["a", "ihmisoikeu", "sperustain", "en b"]),
        ("온라인자유연합", 5, ["온라", "인자", "유연", "합"]),
        ("온라인 자유 연합", 11, ["온라인 자유", "연합"]),
        ("", 5, [""]),
        ("   ", 5, [""]),
    ],
)
def test_a_line_breaks_at_spaces_and_else_between_characters(
    text: str, columns: int, rows: list[str]
) -> None:
    assert wrapped(text, columns) == rows


def test_a_word_that_must_stay_whole_is_not_cut() -> None:
    text = "see https://example.org/long now"
    rows = wrap(list(cells(text)), 10, frozenset(range(4, 28)))
    assert ["".join(cell.text for cell in row) for row in rows] == [
        "see",
        "https://example.org/long",
        "now",
    ]


@given(st.text(max_size=200), st.integers(2, 40))
def test_no_row_is_wider_than_asked_and_no_character_is_lost(text: str, columns: int) -> None:
    line = text.replace("\n", " ")
    rows = wrapped(line, columns)
    assert all(width(row) <= columns for row in rows)
    assert "".join(rows).replace(" ", "") == clean(line).replace(" ", "")


@given(st.text())
def test_a_cleaned_text_has_no_control_character_and_cleaning_again_changes_nothing(
    text: str,
) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(unicodedata.category(char) == "Cc" for char in once if char != "\n")
    assert all(safe(char) == char for char in once if char != "\n")
