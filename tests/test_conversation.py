"""The README's picture: drawn from what the bot really said, and safe to embed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.entities import Formatted, from_html
from bot.terminal.choice import buttons
from docs.conversation import BUBBLE, PICTURE, Said, picture, transcript

GLOSSARY = Path(__file__).parents[1] / "glossary.yaml"
SVG = "{http://www.w3.org/2000/svg}"
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "A & <B>", "callback_data": "a"}, {"text": "Two", "callback_data": "b"}],
        [{"text": "ihmisoikeusperustainen lähestymistapa " * 3, "callback_data": "c"}],
    ]
}


def shown(drawing: str) -> list[str]:
    """Every line of text in a drawing."""
    return ["".join(text.itertext()) for text in ET.fromstring(drawing).iter(f"{SVG}text")]


def drawn(html: str) -> list[str]:
    return shown(picture([[Said(own=False, text=from_html(html))]]))


def test_the_real_bot_is_asked_and_its_real_answer_is_kept() -> None:
    asked, answer = asyncio.run(transcript("en", ["FOC"], GLOSSARY))
    assert (asked.own, asked.text.text) == (True, "FOC")
    assert answer.text.text.startswith("Freedom Online Coalition (FOC)\n")
    assert answer.buttons
    assert "Freedom Online Coalition (FOC)" in shown(picture([[asked, answer]]))


def test_a_pressed_button_is_no_message_and_an_edit_takes_the_place_of_the_last() -> None:
    said = asyncio.run(transcript("en", ["FOC", "1"], GLOSSARY))
    assert [message.own for message in said] == [True, False]
    assert not said[1].text.text.startswith("Freedom Online Coalition")


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("one\ntwo", ["one", "two"]),
        ("a &lt;b&gt; &amp; \x1b[1m\u202ec", ["a <b> & [1mc"]),
        ("<blockquote>q</blockquote>", ["q"]),
        ("<blockquote expandable>1\n2\n3</blockquote>", ["1", "2", "3"]),
        ("word " * 12, ["word word word word word word word word", "word word word word"]),
    ],
)
def test_a_message_is_drawn_line_by_line(html: str, lines: list[str]) -> None:
    assert drawn(html) == lines


def test_of_a_folded_quote_only_the_first_lines_are_drawn() -> None:
    lines = drawn(f"<blockquote expandable>{'word ' * 80}</blockquote>after")
    assert len(lines) == 4
    assert lines[2].endswith("…")
    assert lines[3] == "after"


def test_buttons_share_the_width_of_their_row_and_long_labels_are_cut() -> None:
    said = Said(own=False, text=Formatted("a"), buttons=buttons(KEYBOARD))
    drawing = picture([[said]])
    assert shown(drawing)[1:3] == ["A & <B>", "Two"]
    assert shown(drawing)[3].endswith("…")
    widths = [int(r.attrib["width"]) for r in ET.fromstring(drawing).iter(f"{SVG}rect")][2:]
    assert widths == [(BUBBLE - 4) // 2] * 2 + [BUBBLE]


def test_the_committed_picture_is_small_and_names_no_other_host() -> None:
    assert PICTURE.stat().st_size < 200_000
    root = ET.fromstring(PICTURE.read_text(encoding="utf-8"))
    assert root.attrib["role"] == "img"
    assert not [name for node in root.iter() for name in node.attrib if name.endswith("href")], (
        "nothing is loaded from elsewhere"
    )
