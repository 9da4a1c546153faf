"""A question about what happens with a term is about the term; one for a longer term is not."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup

LOOKUP = Lookup(
    [
        Label("value added tax", "vat", "en", "preferred", "full_form"),
        Label("VAT", "vat", "en", "admitted", "acronym"),
        Label("refugee", "refugee", "en", "preferred", "full_form"),
        Label("päivystys", "duty", "fi", "preferred", "full_form"),
        Label("generatiivinen tekoäly", "genai", "fi", "preferred", "full_form"),
    ]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("how is VAT calculated", "vat"),
        ("who collects VAT", "vat"),
        ("how many refugees are there", "refugee"),
        ("when was the VAT introduced", "vat"),
        ("onko päivystys auki", "duty"),
        ("milloin päivystys perustettiin", "duty"),
        ("onko generatiivinen tekoäly vaarallista", "genai"),
    ],
)
def test_what_happens_with_a_term_is_a_question_about_it(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    "query",
    [
        "how do I join the refugee choir",
        "who won the refugee olympic medal",
        "where is the refugee museum",
        "what is a refugee choir",
        "kuka on päivystysministeri",
    ],
)
def test_a_question_for_something_longer_is_not_answered_with_a_part_of_it(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
