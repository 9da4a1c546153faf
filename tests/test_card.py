"""The card of an entry."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.card import Card
from bot.concept import LANGUAGES, Label, Language
from bot.markup import MESSAGE_LENGTH, plain, units
from tests.samples import glossary

FOC = "freedom-online-coalition"


def card(concept: str = FOC, language: Language = "en", label: Label | None = None) -> str:
    """The text of a card of the sample glossary."""
    sample = glossary()
    return Card(sample.concepts[concept], sample, language, label).html()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<b>Freedom Online Coalition (FOC)</b>"),
        ("en", "coalition of governments that supports internet freedom"),
        ("en", "<blockquote>Set up in 2011.</blockquote>"),
        ("en", "Also: the Coalition"),
        ("en", "Not recommended: Freedom Alliance"),
        ("en", "Finnish: Freedom Online Coalition, FOC"),
        ("en", "Korean: 온라인 자유 연대 (not verified), FOC"),
        ("en", "• human rights: those are rights"),
        ("en", "Subject field: bodies &amp; roles"),
        ("en", '<a href="https://foc.example/about/?a=1&amp;b=2">About Us</a>, Freedom Online'),
        ("en", "2020-11, paragraph 2; A &lt;report&gt;"),
        ("en", "Not verified yet: the name in Korean has not been seen in a source."),
        ("fi", "• ihmisoikeudet: ne ovat oikeuksia"),
        ("fi", "Vahvistamatta: nimitystä ei ole nähty lähteessä (korea)."),
        ("ko", "<b>온라인 자유 연대 (FOC)</b>"),
        ("ko", "• 인권: those are rights"),
    ],
)
def test_a_card_says_what_the_entry_says(language: Language, line: str) -> None:
    assert line in card(language=language)


@pytest.mark.parametrize(
    ("label", "line"),
    [
        (Label("Freedom Online Coalition", FOC, "en", "preferred", "full_form"), None),
        (Label("FOC", FOC, "fi", "admitted", "acronym"), None),
        (Label("the Coalition", FOC, "en", "admitted", "full_form"), "is another name for this"),
        (Label("온라인 자유 연대", FOC, "ko", "preferred", "full_form"), "is the term in Korean"),
        (Label("Freedom Alliance", FOC, "en", "deprecated", "variant"), "Say “Freedom Online"),
        (Label("foc <group>", FOC, "en", "hidden", "variant"), "Found by “foc &lt;group&gt;”."),
    ],
)
def test_a_card_says_how_it_was_found_unless_that_is_plain(label: Label, line: str | None) -> None:
    shown, without = card(label=label), card()
    assert (shown == without) if line is None else (line in shown)


def test_a_missing_language_is_shown_in_english_with_a_word_saying_so() -> None:
    assert "ei ole vielä suomeksi, joten ne näytetään toisella kielellä (englanti)" in card(
        "accountability", "fi"
    )


def test_a_status_that_is_not_valid_is_said_in_words() -> None:
    assert "waits for review" in card("accountability")


@pytest.mark.parametrize(
    ("status", "words"), [("retired", "Retired: "), ("superseded", "Supersed")]
)
def test_that_an_entry_is_out_of_use_is_said_before_that_its_names_are_unverified(
    status: str, words: str
) -> None:
    terms = [{"term": "old name", "verified": False}]
    old = {"id": "old", "status": status, "languages": {"en": {"terms": terms}}}
    sample = glossary(old)
    html = Card(sample.concepts["old"], sample, "en").html()
    assert words in html
    assert "Not verified yet" not in html


def test_a_valid_entry_needs_no_word_on_its_status() -> None:
    assert "valid" not in card("human-rights")


def test_a_superseded_entry_names_the_one_to_use() -> None:
    old = {
        "id": "old",
        "status": "superseded",
        "replaced_by": FOC,
        "languages": {"en": {"terms": ["old name"]}},
    }
    sample = glossary(old)
    html = Card(sample.concepts["old"], sample, "en", None, lambda c: f"https://x/{c}").html()
    assert f'Use instead: <a href="https://x/{FOC}">Freedom Online Coalition</a>' in html


def test_a_long_note_is_folded() -> None:
    entry = {"id": "x", "languages": {"en": {"terms": ["x"], "note": "Word. " * 100}}}
    sample = glossary(entry)
    assert "<blockquote expandable>" in Card(sample.concepts["x"], sample, "en").html()


TEXT = st.text(min_size=1, max_size=120).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    terms=st.lists(TEXT, min_size=1, max_size=30),
    definition=st.text(max_size=600),
    note=st.text(max_size=9000),
    language=st.sampled_from(LANGUAGES),
)
def test_a_card_is_never_too_long(
    terms: list[str], definition: str, note: str, language: Language
) -> None:
    """Nor is it ever without its definition."""
    section: dict[str, Any] = {"terms": terms, "definition": definition, "note": note}
    entry = {"id": "x", "subject_field": "bodies", "languages": {"en": section, "ko": section}}
    sample = glossary(entry)
    text = plain(Card(sample.concepts["x"], sample, language).html())
    assert units(text) <= MESSAGE_LENGTH
    assert definition in text
