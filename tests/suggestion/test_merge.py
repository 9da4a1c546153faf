from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.suggestion import merged

TERMS = [{"term": "a", "normative_status": "preferred"}]


@pytest.mark.parametrize(
    ("before", "wanted", "now", "result"),
    [
        (
            {"note": "1"},
            {"note": "2"},
            {"note": "1", "example": "x"},
            {"note": "2", "example": "x"},
        ),
        ({"note": "1"}, {}, {"note": "1", "example": "x"}, {"example": "x"}),
        ({"note": "1"}, {"note": "2"}, {"note": "3"}, {"note": "2"}),
        ({}, {"note": "2"}, {}, {"note": "2"}),
        ({"s": ["a"]}, {"s": ["a", "b"]}, {"s": ["a", "c"]}, {"s": ["a", "c", "b"]}),
        ({"s": ["a", "b"]}, {"s": ["a"]}, {"s": ["a", "b", "c"]}, {"s": ["a", "c"]}),
        (
            {"terms": TERMS},
            {"terms": [*TERMS, {"term": "b"}]},
            {"terms": [TERMS[0] | {"type": "acronym"}, {"term": "c"}]},
            {"terms": [TERMS[0] | {"type": "acronym"}, {"term": "c"}, {"term": "b"}]},
        ),
    ],
)
def test_both_changes_are_kept(
    before: dict[str, Any], wanted: dict[str, Any], now: dict[str, Any], result: dict[str, Any]
) -> None:
    assert merged(before, wanted, now) == result


DATA = st.dictionaries(
    st.sampled_from("abc"),
    st.one_of(st.text(max_size=2), st.lists(st.sampled_from("xyz"), unique=True, max_size=3)),
)


@given(DATA, DATA)
def test_a_change_of_what_nobody_else_changed_is_that_change(
    before: dict[str, Any], wanted: dict[str, Any]
) -> None:
    assert merged(before, wanted, before) == wanted


@given(DATA, DATA)
def test_no_change_changes_nothing(before: dict[str, Any], now: dict[str, Any]) -> None:
    assert merged(before, before, now) == now
