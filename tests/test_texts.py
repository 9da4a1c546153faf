"""The bot's own sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bot
from bot.concept import LANGUAGES, Language
from bot.markup import Html
from bot.texts import Texts, known, texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_placeholders(
    language: Language,
) -> None:
    assert texts(language).keys() == texts("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_in_english(language: Language) -> None:
    """A sentence of more than two words is not the same in two languages."""
    if language == "en":
        return
    english, other = texts("en"), texts(language)
    same = [
        key
        for key, names in english.keys().items()
        if len(english(key, **dict.fromkeys(names, "x")).split()) > 2
        and english(key, **dict.fromkeys(names, "x")) == other(key, **dict.fromkeys(names, "x"))
    ]
    assert not same


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tag_of_a_sentence_is_closed(language: Language) -> None:
    for key, names in texts(language).keys().items():
        sentence = texts(language)(key, **dict.fromkeys(names, "x"))
        opened = re.findall(r"<([a-z]+)>", sentence)
        closed = re.findall(r"</([a-z]+)>", sentence)
        assert sorted(opened) == sorted(closed), key


def test_a_value_is_escaped_and_markup_is_not() -> None:
    text = Texts("en", {"key": "{a} {b}"})
    assert text("key", a="<b>", b=Html("<i>x</i>")) == "&lt;b&gt; <i>x</i>"


def test_a_plain_sentence_has_no_markup() -> None:
    assert Texts("en", {"key": "<b>{a}</b>"}).plain("key", a="a & b") == "a & b"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("fi_FI.UTF-8", "fi"),
        ("ko-KR", "ko"),
        ("KO", "ko"),
        ("sv", None),
        ("C.UTF-8", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_tag_leads_to_its_language(code: str | None, language: str | None) -> None:
    assert known(code) == language


def test_every_sentence_that_the_program_names_is_in_the_catalogue() -> None:
    named = {
        key
        for path in Path(bot.__file__).parent.rglob("*.py")
        for key in re.findall(
            r'(?:text|texts?_for\(\w+\)|texts\(\w+\))(?:\.plain)?\(\s*"([a-z_]+(?:\.[a-z_]+)+)"',
            path.read_text(encoding="utf-8"),
        )
    }
    assert len(named) > 50
    assert not named - set(texts("en").keys())
