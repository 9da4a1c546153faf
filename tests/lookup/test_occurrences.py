"""The terms in a text."""

from __future__ import annotations

import unicodedata

import pytest

from tests.lookup.samples import LOOKUP


def found(text: str) -> list[tuple[str, str]]:
    """Concept and words of every occurrence."""
    return [(one.concept, text[one.start : one.end]) for one in LOOKUP.occurrences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Freedom Online Coalition (FOC) met.",
            [("foc", "Freedom Online Coalition"), ("foc", "FOC")],
        ),
        ("human-rights based approaches", [("hrba", "human-rights based approaches")]),
        ("on human rights, and approach", [("hr", "human rights")]),
        (
            "FOC:n ihmisoikeuksien ja tekoälyn",
            [("foc", "FOC"), ("hr", "ihmisoikeuksien"), ("ai", "tekoälyn")],
        ),
        ("generatiivisesta tekoälystä", [("gai", "generatiivisesta tekoälystä")]),
        ("인공지능은 인권에 대한", [("ai", "인공지능"), ("hr", "인권")]),
        ("알고리즘의 편향이", [("bias", "알고리즘의 편향")]),
        ("온라인자유연대가", [("foc", "온라인자유연대")]),
        ("생성형 AI를", [("gai", "생성형 AI")]),
        ("인공지능법과 계약서", []),
        ("contracts and contraction", [("contract", "contracts")]),
        ("nothing at all here", []),
        ("", []),
    ],
)
def test_terms_are_found_in_order_and_the_longest_of_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_a_short_abbreviation_is_one_only_in_its_own_case() -> None:
    assert found("those who asked, said WHO") == [("who", "WHO")]


def test_places_hold_in_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "인공지능은 tekoälyn 인권에")
    assert [(c, unicodedata.normalize("NFC", t)) for c, t in found(text)] == [
        ("ai", "인공지능"),
        ("ai", "tekoälyn"),
        ("hr", "인권"),
    ]


def test_a_label_of_two_concepts_gives_both_at_one_place() -> None:
    assert found("the APA says") == [("apa-author", "APA"), ("apa-rule", "APA")]


def test_a_term_is_found_as_often_as_it_occurs() -> None:
    assert len(found("tekoäly " * 1000)) == 1000
