from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from bot.concept import Concept
from bot.file.plain import plain
from tests.concepts import CONCEPTS

ADAPTER = TypeAdapter(Concept)


@given(CONCEPTS)
def test_plain_data_means_the_concept_that_it_was_made_of(concept: Concept) -> None:
    assert ADAPTER.validate_python(plain(concept)) == concept


PREFERRED = {"normative_status": "preferred"}
ADMITTED = {"normative_status": "admitted"}


@pytest.mark.parametrize(
    ("terms", "short"),
    [
        (["a", "b"], ["a", "b"]),
        ([{"term": "a"} | PREFERRED, {"term": "b"} | ADMITTED], ["a", "b"]),
        (["a", {"term": "b"} | PREFERRED], ["a", {"term": "b"} | PREFERRED]),
        ([{"term": "a"} | ADMITTED, "b"], [{"term": "a"} | ADMITTED, "b"]),
        (
            [{"term": "a"} | PREFERRED, {"term": "b"} | PREFERRED],
            [{"term": "a"} | PREFERRED, {"term": "b"} | PREFERRED],
        ),
        ([{"term": "a", "type": "full_form", "part_of_speech": "noun"}], ["a"]),
        ([{"term": "a", "verified": "no"}], [{"term": "a", "verified": "no"}]),
        ([{"term": "a", "source": {"source": "s"}}], [{"term": "a", "source": ["s"]}]),
    ],
)
def test_what_goes_without_saying_is_left_out(terms: list[Any], short: list[Any]) -> None:
    concept = ADAPTER.validate_python({"id": "x", "languages": {"en": {"terms": terms}}})
    languages: Any = plain(concept)["languages"]
    assert languages["en"]["terms"] == short


def test_a_status_is_always_said() -> None:
    concept = ADAPTER.validate_python({"id": "x", "languages": {"en": {"terms": ["a"]}}})
    assert list(plain(concept)) == ["id", "status", "languages"]
