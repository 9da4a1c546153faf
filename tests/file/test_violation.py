from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.concept import Concept
from bot.file.violation import near, place, violations


def found(**fields: Any) -> list[tuple[tuple[str | int, ...], str]]:
    data = {"id": "x", "languages": {"en": {"terms": ["x"]}}} | fields
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Concept).validate_python(data)
    return [(each.steps, each.sentence) for each in violations(refused.value)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), ""),
        (("status",), ""),
        (("languages", "fi"), "Finnish"),
        (("languages", "fi", "terms", 1), "term 2 of Finnish"),
        (("languages", "ko", "terms", 0, "source", 2), "source 3 of term 1 of Korean"),
        (("languages", "en", "hidden_terms", 0), "hidden term 1 of English"),
        (("confusable", 0, "difference", "fi"), "Finnish of confusable entry 1"),
        (("sources", "foc"), "source “foc”"),
        (("subject_fields", "net"), "subject field “net”"),
    ],
)
def test_a_place_is_told_in_words(steps: tuple[str | int, ...], words: str) -> None:
    assert place(steps) == words


def test_a_misspelt_key_that_is_needed_is_told_once() -> None:
    steps = ("languages", "en", "terms", 0, "trem")
    assert found(languages={"en": {"terms": [{"trem": "x"}]}}) == [
        (steps, "term 1 of English: “trem” is not a key here; did you mean “term”?")
    ]


def test_a_key_like_no_other_is_answered_with_those_there_are() -> None:
    (_, told), *_ = found(zzz="x")
    assert "the keys here are id, " in told


def test_a_list_of_broken_terms_is_not_called_empty() -> None:
    sentences = [told for _, told in found(languages={"en": {"terms": [None]}})]
    assert sentences == [
        "term 1 of English: this item is empty; write it, in quotation marks if it begins with “#”"
    ]


@pytest.mark.parametrize(
    ("word", "meant"), [("statsu", "status"), ("reltaed", "related"), ("q", None)]
)
def test_a_word_is_meant_for_the_one_it_is_near(word: str, meant: str | None) -> None:
    assert near(word, ["status", "related", "broader"]) == meant
