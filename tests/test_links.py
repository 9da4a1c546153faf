"""Links into the private chat."""

from __future__ import annotations

import re

import pytest

from bot.concept import ID_LENGTH
from bot.links import (
    PRIVACY,
    browse_payload,
    payload_field,
    payload_query,
    query_payload,
    to_concept,
)

QUERIES = [
    "FOC",
    "tekoälylukutaito",
    "생성형 인공지능이란 무엇인가",
    "x" * 200,
    "가" * 200,
    "<&>",
    "a_b-c",
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_travels_in_a_link(query: str) -> None:
    payload = query_payload(query)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert query.startswith(payload_query(payload) or "nothing")


@pytest.mark.parametrize("payload", ["", "foc", "q_*", "q_/w", "q_gA"])
def test_a_payload_that_holds_no_query_gives_none(payload: str) -> None:
    assert payload_query(payload) is None


def test_an_entry_has_an_address() -> None:
    assert to_concept("a_bot", "deepfake") == "https://t.me/a_bot?start=deepfake"


@pytest.mark.parametrize("field", ["", "bodies-and-roles", "x" * ID_LENGTH])
def test_a_subject_field_travels_in_a_link(field: str) -> None:
    payload = browse_payload(field)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert payload_field(payload) == field


@pytest.mark.parametrize("payload", ["bodies", "q_Zm9j", PRIVACY, ""])
def test_a_payload_that_holds_no_field_gives_none(payload: str) -> None:
    assert payload_field(payload) is None
