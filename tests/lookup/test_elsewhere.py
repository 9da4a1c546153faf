"""Terms in the other keyboard layout, and Korean ones in Latin letters."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup

LOOKUP = Lookup(
    [
        Label("제재", "sanction", "ko", "preferred", "full_form"),
        Label("조약", "treaty", "ko", "preferred", "full_form"),
        Label("격리", "isolation", "ko", "preferred", "full_form"),
        Label("군비통제", "control", "ko", "preferred", "full_form"),
        Label("UNHCR", "unhcr", "en", "preferred", "acronym"),
    ]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("wpwo", "sanction"),  # four keys, as they are
        ("rnsqlxhdwp", "control"),
        ("rnsqlxhdwpr", "control"),  # a key too much
        ("ㅕㅜㅗㅊㄱ", "unhcr"),
        ("joyak", "treaty"),
        ("gunbitongje", "control"),
        ("kunbi tongje", "control"),
    ],
)
def test_a_term_in_other_letters_is_found(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize("query", ["rural", "wpw", "zoyag", "jojak", "the rural"])
def test_words_of_their_own_and_few_letters_are_meant_as_they_are(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
