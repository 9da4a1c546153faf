"""Compounds of a term and another noun."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Lookup

_LABELS: list[tuple[str, Language]] = [
    ("과태료", "ko"),
    ("개인정보", "ko"),
    ("개인정보 처리", "ko"),
    ("국민건강보험공단", "ko"),
    ("lapsilisä", "fi"),
    ("hyvinvointialue", "fi"),
    ("takuueläke", "fi"),
    ("kanta", "fi"),
    ("ransom", "en"),
]
LOOKUP = Lookup([Label(text, text, code, "preferred", "full_form") for text, code in _LABELS])


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("과태료부과", "과태료"),
        ("과태료고지서가 뭐예요", "과태료"),
        ("개인정보처리방침", "개인정보 처리"),
        ("건강보험공단", "국민건강보험공단"),  # whose it is left out
        ("건강보험공단은", "국민건강보험공단"),
        ("lapsilisähakemus", "lapsilisä"),
        ("takuueläkkeensaaja", "takuueläke"),
        ("mikä on hyvinvointialuejohtaja", "hyvinvointialue"),
    ],
)
def test_of_a_compound_the_longest_term_that_it_begins_with_is_offered(
    query: str, concept: str
) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("choices", concept)


@pytest.mark.parametrize("query", ["kantapaikka", "ransomware", "lapsilisäxyzzy", "과"])
def test_what_is_no_compound_of_a_term_is_unknown(query: str) -> None:
    assert LOOKUP.ask(query).verdict == "unknown"
