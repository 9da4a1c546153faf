"""A part of a term in full that the entry abbreviates, or by its initials where it does not."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup

_LABELS = [
    ("AI", "ai"),
    ("artificial intelligence", "ai"),
    ("AI risk", "risk"),
    ("genetically modified organism", "gmo"),
    ("human rights due diligence", "diligence"),
    ("United Nations Entity for Gender Equality and the Empowerment of Women", "women"),
    ("data protection officer", "officer"),
    ("digital public officer", "digital-officer"),
]
LOOKUP = Lookup(
    [Label(text, concept, "en", "preferred", "full_form") for text, concept in _LABELS]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("artificial intelligence risk", "risk"),
        ("GM organism", "gmo"),
        ("what are gm organisms?", "gmo"),
        ("HR due diligence", "diligence"),
        ("UN entity for gender equality and empowerment of women", "women"),
    ],
)
def test_a_part_may_be_abbreviated_or_not(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    "query",
    [
        "DP officer",  # of two entries
        "GM officer",
        "XY organism",
    ],
)
def test_initials_of_nothing_or_of_two_entries_answer_nothing(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
