"""The words of labels that a word of a text may be a form of."""

from __future__ import annotations

import unicodedata

import pytest

from bot.lookup import forms
from bot.lookup.index import Index
from tests.lookup.samples import labels


def met(word: str) -> list[tuple[str, str]]:
    """The forms of a word, and the part of it that each takes up."""
    (found,) = Index(labels()).words.forms([word])
    return [(form, word[:size]) for form, size in found.words]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Rights", [("rights", "Rights")]),
        ("Contracts", [("contract", "Contracts")]),
        ("TEKOÄLYSTÄ", [("tekoaly", "TEKOÄLYSTÄ")]),
        ("인권에", [("인권", "인권")]),
        (unicodedata.normalize("NFD", "인권에"), [("인권", unicodedata.normalize("NFD", "인권"))]),
        ("인권법", []),
        ("zebra", []),
        ("\u0301", []),
    ],
)
def test_a_form_takes_up_a_word_without_its_particles(
    word: str, expected: list[tuple[str, str]]
) -> None:
    assert met(word) == expected


def test_words_are_kept_up_to_a_number_and_met_again_after_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(forms, "_REMEMBERED", 3)
    words = Index(labels()).words
    first = words.forms(["rights", "contracts"])
    words.forms(["one", "two", "three"])
    assert words.forms(["rights", "contracts", "and", "more"])[:2] == first
