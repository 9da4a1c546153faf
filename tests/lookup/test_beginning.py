"""A term of which only the beginning was typed, alone or in a question."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup

LOOKUP = Lookup(
    [
        Label("facial recognition", "face", "en", "preferred", "full_form"),
        Label("ihmisoikeusvaikutusten arviointi", "hria", "fi", "preferred", "full_form"),
        Label("NIS2 Directive", "nis2", "en", "preferred", "full_form"),
        Label("ePrivacy Directive", "eprivacy", "en", "preferred", "full_form"),
        Label("eIDAS 규정", "eidas", "ko", "preferred", "full_form"),
        Label("data protection", "data", "en", "preferred", "full_form"),
    ]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("facial recog", "face"),
        ("what is facial recog", "face"),
        ("can u tell me abt facial recog", "face"),
        ("mitä on ihmisoikeusvaikutusten arv", "hria"),
        ("NIS2", "nis2"),
        ("what is NIS2?", "nis2"),
        ("ePrivacy", "eprivacy"),
        ("eidas", "eidas"),
    ],
)
def test_most_of_a_term_is_enough(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize("query", ["data", "what is data", "facial", "can you help me"])
def test_a_word_of_its_own_is_not_answered_with_what_begins_so(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
