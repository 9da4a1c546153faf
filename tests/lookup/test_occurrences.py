"""The terms in a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concept import Label
from bot.lookup import Lookup
from tests.lookup.samples import LOOKUP, labels

PLACES = st.lists(
    st.tuples(st.sampled_from(labels()), st.sampled_from([" ", ", ", "\n", " ja ", " zebras "])),
    max_size=12,
)


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
        ("the AIs of FOCs", [("ai", "AIs"), ("foc", "FOCs")]),
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


@given(PLACES)
def test_every_label_is_found_where_it_stands_whatever_stands_beside_it(
    places: list[tuple[Label, str]],
) -> None:
    text = "".join(label.text + between for label, between in places)
    every = {(one.concept, one.start, one.end) for one in LOOKUP.overlapping(text)}
    start = 0
    for label, between in places:
        assert (label.concept, start, start + len(label.text)) in every
        start += len(label.text) + len(between)


@given(PLACES)
def test_the_same_is_found_in_words_that_were_seen_before_and_in_new_ones(
    places: list[tuple[Label, str]],
) -> None:
    text = "".join(label.text.swapcase() + between for label, between in places)
    fresh = Lookup(labels())
    assert fresh.overlapping(text) == fresh.overlapping(text) == LOOKUP.overlapping(text)


def test_a_label_is_found_once_at_a_place() -> None:
    assert len(LOOKUP.overlapping("인공지능")) == 1


def test_a_term_after_a_word_of_a_hundred_thousand_syllables_is_found() -> None:
    assert found("가" * 100_000 + " 인권") == [("hr", "인권")]
