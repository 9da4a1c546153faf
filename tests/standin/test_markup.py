import pytest

from tests.standin.markup import parse
from tests.standin.refusal import Refusal


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#65; &#x42;", 'a <b> & "c" A B', []),
        ("&nbsp; &copy", "&nbsp; &copy", []),
        ("<b>x</b>", "x", [("bold", 0, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<strong>x</strong><em>y</em>", "xy", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<b>x <i>y</i></b>", "x y", [("bold", 0, 3), ("italic", 2, 1)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("  <b> x </b>\n", "x", [("bold", 0, 1)]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<ins>a</ins><del>b</del>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ('<a href="https://a.fi/?x=1&amp;y=2">x</a>', "x", [("text_link", 0, 1)]),
        ("<a href='https://a.fi'>x</a>", "x", [("text_link", 0, 1)]),
        ('<a href="not a link">x</a>', "x", []),
        ('<a href="tg://user?id=5">x</a>', "x", [("text_mention", 0, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ("<code>x <b>y</b></code>", "x y", [("code", 0, 3)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_allowed_markup_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    plain, found = parse(source)
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("ä<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=", "Unclosed start tag"),
        ('<a href="x', "at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b bold>x</b>", "Expected equal sign"),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("&#xD800;", "invalid Unicode characters"),
    ],
)
def test_other_markup_is_refused_with_its_place(source: str, problem: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities: ") as refused:
        parse(source)
    assert problem in str(refused.value)
