"""ANSI: Telegram's HTML drawn for a terminal, and for a pipe."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ansi import lines, styled
from bot.columns import width
from bot.entities import EntityError
from bot.markup import escape

CODE = re.compile(r"\x1b\[[0-9;]*m")


def render(html: str, **options: Any) -> str:
    return "\n".join(lines(html, **options))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<b>FOC</b> is <i>it</i>", "FOC is it"),
        ('<a href="https://e.org/a">text</a>.', "text (https://e.org/a)."),
        ('<a href="https://e.org/">https://e.org</a>', "https://e.org"),
        ('<a href="https://e.org/">e.org</a>', "e.org"),
        ('<a href="mailto:a@e.org">a@e.org</a>', "a@e.org"),
        ('<a href="tg://user?id=1">Ann</a>', "Ann"),
        ('<b><a href="https://e.org">x</a></b>y', "x (https://e.org)y"),
        ("<blockquote><s>x</s> y</blockquote>", "│ ~x~ y"),
        ("<blockquote>a</blockquote><s>b</s>", "│ a\n~b~"),
        ("<s>a</s><blockquote>b</blockquote>", "~a~\n│ b"),
        ("<s><blockquote>b</blockquote></s>", "│ ~b~"),
        ("<s>old</s> new", "~old~ new"),
        ("<tg-spoiler>hidden</tg-spoiler>", "‖hidden‖"),
        ("<blockquote>one\ntwo</blockquote>\nafter", "│ one\n│ two\nafter"),
        ("<blockquote>one\n\ntwo</blockquote>after", "│ one\n│\n│ two\nafter"),
        ("before<blockquote expandable>one\ntwo</blockquote>", "before\n▾ one\n┆ two"),
        ("a\n\nb", "a\n\nb"),
        ("a\n", "a"),
        ("", ""),
    ],
)
def test_without_codes_everything_is_told_by_characters(html: str, shown: str) -> None:
    assert render(html) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<b>a</b>b", "\x1b[1ma\x1b[0mb"),
        ("<b>a<i>b</i></b>", "\x1b[1ma\x1b[0m\x1b[1;3mb\x1b[0m"),
        ("<u>a</u>", "\x1b[4ma\x1b[0m"),
        ("<s>a</s>", "\x1b[9ma\x1b[0m"),
        ("<code>a</code>", "\x1b[36ma\x1b[0m"),
        ('<a href="https://e.org">a</a>', "\x1b[4ma\x1b[0m (https://e.org)"),
        ("<b>a\nb</b>", "\x1b[1ma\x1b[0m\n\x1b[1mb\x1b[0m"),
    ],
)
def test_with_codes_every_line_ends_what_it_began(html: str, shown: str) -> None:
    assert render(html, color=True) == shown


def test_quotes_keep_their_bar_when_they_wrap() -> None:
    assert lines("<blockquote>one two three</blockquote>", 12) == ["│ one two", "│ three"]


def test_an_expandable_quote_is_marked_once_and_shown_whole() -> None:
    shown = lines("<blockquote expandable>one two three</blockquote>", 12)
    assert shown == ["▾ one two", "┆ three"]


def test_addresses_are_never_cut() -> None:
    address = "https://example.org/" + "a" * 60
    assert f"({address})" in lines(f'<a href="{address}">here</a>', 20)
    assert address in lines(f"see {address}", 200)[0]


def test_the_target_of_a_link_is_shown_as_asked() -> None:
    html = '<a href="https://t.me/x?start=foc">FOC</a>'
    assert render(html, address=lambda url: "/start foc") == "FOC (/start foc)"


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize(
    "html",
    [
        "\x1b[31mred",
        "&#27;]0;title&#7;",
        "<b>\x9b31m</b>",
        '<a href="https://e.org/\x1b[2J&#8238;">a</a>',
        "\u202eevil",
    ],
)
def test_content_cannot_steer_the_terminal(html: str, *, color: bool) -> None:
    rest = CODE.sub("", render(html, color=color))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)
    assert "\x1b[31m" not in render(html, color=color)


def test_what_telegram_would_refuse_is_refused() -> None:
    with pytest.raises(EntityError):
        lines("<b>open")


def test_a_styled_word_is_cleaned() -> None:
    assert styled("a\x1b", "bold", color=True) == "\x1b[1ma\x1b[0m"
    assert styled("a\x1b", "bold", color=False) == "a"


@given(
    st.lists(
        st.tuples(
            st.text(max_size=30), st.sampled_from(["b", "i", "s", "code", "blockquote", "u"])
        ),
        max_size=6,
    ),
    st.integers(12, 60),
)
def test_lines_fit_and_say_the_same_with_and_without_codes(
    parts: list[tuple[str, str]], columns: int
) -> None:
    html = "".join(f"<{tag}>{escape(text)}</{tag}>" for text, tag in parts)
    plain, colored = lines(html, columns), lines(html, columns, color=True)
    assert all(width(line) <= columns for line in plain)
    assert "".join("".join(plain).replace("~", "").split()) == "".join(
        CODE.sub("", "".join(colored)).replace("~", "").split()
    )
