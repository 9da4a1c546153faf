from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from bot.concept import Concept, Language
from bot.file.book import Book
from bot.file.repair import repaired, repairs
from bot.file.splicing import spliced
from bot.glossary import Glossary
from tests.concepts import CONCEPTS
from tests.linter.entries import entry


def definition(language: Language, text: str) -> str | None:
    concept = entry("x", languages={language: {"terms": ["x"], "definition": text}})
    return repaired(concept).languages[language].definition


def term(written: Any, **more: Any) -> str:
    concept = entry("x", languages={"en": {"terms": [written]}}, **more)
    return repaired(concept).languages["en"].terms[0].term


@pytest.mark.parametrize(
    ("language", "written", "mended"),
    [
        ("en", "signal of danger.", "signal of danger"),
        ("en", "The signal  of danger", "signal of danger"),
        ("en", "a signal", "signal"),
        ("en", "signal. It is loud.", "signal. It is loud."),
        ("en", "sound, light etc.", "sound, light etc."),
        ("en", "law of the U.S.", "law of the U.S."),
        ("fi", "merkki vaarasta.", "merkki vaarasta"),
        ("fi", "ha\u0308lytys", "hälytys"),
        ("ko", "위험 신호.", "위험 신호"),
        ("ko", "\u1112\u1161\u11ab", "한"),
        ("en", "sig\u00adnal\u200b", "signal"),
        ("en", "Signal of danger", "Signal of danger"),
    ],
)
def test_a_definition_is_put_right_where_a_program_can(
    language: Language, written: str, mended: str
) -> None:
    assert definition(language, written) == mended


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("the alert", "alert"),
        ("the a  alert", "alert"),
        (" early  alert ", "early alert"),
        ("al\u200bert", "alert"),
        ("a\u0308", "ä"),
        ({"term": "the alert", "type": "variant"}, "the alert"),
        ("\u200b", "\u200b"),
        ("a posteriori", "a posteriori"),
    ],
)
def test_a_term_is_put_right_where_a_program_can(written: Any, mended: str) -> None:
    assert term(written) == mended


def test_a_name_keeps_its_article() -> None:
    assert term("The Hague", concept_type="individual") == "The Hague"


def test_only_entries_that_need_it_are_named() -> None:
    good, bad = entry("good"), entry("bad", languages={"en": {"terms": ["the term"]}})
    assert list(repairs(Glossary({"good": good, "bad": bad}))) == ["bad"]


def test_only_the_lines_that_are_put_right_change_in_the_file() -> None:
    text = "schema_version: 1\nentries:\n  - id: a  # x\n    languages:\n      en:\n"
    text += "        terms: [a]  # y\n        definition: the thing.  # z\n"
    book = Book.of(text.encode(), Path("g.yaml"))
    made = spliced(book, repairs(book.glossary)).decode()
    assert made == text.replace("the thing.", "thing")


@given(CONCEPTS)
def test_what_was_put_right_once_stays(concept: Concept) -> None:
    once = repaired(concept)
    assert repaired(once) == once
