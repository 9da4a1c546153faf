"""Telegram's HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import markup
from bot.markup import Html, bold, escape, join, link, one_line, plain, quote, shorten, units


@given(st.text())
def test_any_text_survives_escaping(text: str) -> None:
    assert plain(escape(text)) == text


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_shortened_text_is_never_too_long(text: str, limit: int) -> None:
    assert units(shorten(text, limit)) <= limit


@given(st.text())
def test_a_repeated_query_is_one_line(text: str) -> None:
    assert len(one_line(text, 40).splitlines()) <= 1


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (escape("<a & b>"), "&lt;a &amp; b&gt;"),
        (escape(Html("<b>x</b>")), "<b>x</b>"),
        (bold("a<b"), "<b>a&lt;b</b>"),
        (
            link("a", 'https://x.example/?q="1"&b'),
            '<a href="https://x.example/?q=&quot;1&quot;&amp;b">a</a>',
        ),
        (link("a<", None), "a&lt;"),
        (quote("a"), "<blockquote>a</blockquote>"),
        (quote("a", folded=True), "<blockquote expandable>a</blockquote>"),
        (join(["a", "", "<"], " "), "a &lt;"),
    ],
)
def test_markup_is_made_of_text_and_markup(made: Html, html: str) -> None:
    assert made == html


def test_length_is_counted_as_telegram_does() -> None:
    assert units("a가😀") == 4


def test_text_is_cut_between_words() -> None:
    assert shorten("one two three four", 10) == "one two…"


@pytest.mark.parametrize("text", ["\u202eabc", "a\u0000b", "a\u200fb"])
def test_characters_that_turn_or_hide_text_are_left_out(text: str) -> None:
    assert one_line(text, 20).isalpha()


def test_the_message_limit_is_telegrams() -> None:
    assert markup.MESSAGE_LENGTH == 4096


def test_markup_that_is_too_long_is_cut_to_text_that_fits() -> None:
    long = Html(f"<b>{'&amp;' * 50}</b>")
    assert markup.fit(long, 50) == long
    assert markup.fit(long, 20) == "&amp;" * 19 + "…"
