"""Entities: Telegram's HTML as Telegram reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.entities import EntityError, Formatted, Span, from_html, from_json, to_json
from bot.markup import escape


@pytest.mark.parametrize(
    ("html", "text", "spans"),
    [
        ("plain", "plain", []),
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 2)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 2)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 2)]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 2)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 2)]),
        ("<code>x &lt; y</code>", "x < y", [("code", 0, 5)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1), ("code", 0, 1)]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("a &amp; b &quot;c&quot; &#39;d&#x27; &nbsp;", "a & b \"c\" 'd' &nbsp;", []),
        ("R&D; AT&T &amp;lt;", "R&D; AT&T &lt;", []),
        ("a > b", "a > b", []),
        ("<b></b>empty", "empty", []),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", []),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_a_text_and_its_entities(
    html: str, text: str, spans: list[tuple[str, int, int]]
) -> None:
    found = from_html(html)
    assert found.text == text
    assert [(span.type, span.start, span.end) for span in found.spans] == spans


def test_the_address_of_a_link_is_unescaped() -> None:
    assert from_html('<a href="https://e.org/?a=1&amp;b=2">x</a>').spans[0].url == (
        "https://e.org/?a=1&b=2"
    )


@pytest.mark.parametrize(
    "html",
    ["<b>a", "a</b>", "<b><i>a</b></i>", "<p>a</p>", "a < b", "<span>a</span>", "<br/>", "<b"],
)
def test_html_that_telegram_refuses_is_refused(html: str) -> None:
    with pytest.raises(EntityError):
        from_html(html)


def test_places_are_told_in_utf_16_units() -> None:
    assert to_json(from_html("👍 <b>온라인</b>")) == [{"type": "bold", "offset": 3, "length": 3}]


def test_entities_come_back_as_they_were() -> None:
    formatted = from_html('👍<b>a</b> <a href="https://e.org">👩‍👩‍👧</a>!')
    assert from_json(formatted.text, to_json(formatted)) == formatted


def test_entities_outside_the_text_are_left_out() -> None:
    assert from_json("ab", [{"type": "bold", "offset": 1, "length": 5}]).spans == ()


@given(st.text())
def test_an_escaped_text_is_read_as_itself(text: str) -> None:
    assert from_html(f"<b>{escape(text)}</b>") == Formatted(
        text, (Span("bold", 0, len(text)),) if text else ()
    )
