from __future__ import annotations

from typing import Any

import pytest

from bot.linter.terms import acronym_rule, term_rules
from tests.linter.entries import entry


def codes(*terms: Any, hidden: tuple[str, ...] = (), **more: Any) -> list[str]:
    """The rules that these English terms break."""
    section = {"terms": list(terms), "hidden_terms": hidden}
    concept = entry("x", languages={"en": section}, **more)
    return [found.code for found in (*term_rules(concept, "en"), *acronym_rule(concept))]


@pytest.mark.parametrize(
    "term",
    [
        "alert",
        "C++",
        "human rights-based approach",
        "a posteriori rule",
        "한국어",
        "ihmisoikeudet",
    ],
)
def test_a_term_in_its_base_form_breaks_no_rule(term: str) -> None:
    assert codes(term) == []


@pytest.mark.parametrize(
    "term",
    ["the alert", "An alert", "alert.", "alert,", "alert!", "early  alert", " alert", "alert ",
     "a\u0308iti", "\u1112\u1161\u11ab", "al\u200bert", "alert\u200f", "early\u00a0 alert"],
)  # fmt: skip
def test_a_term_with_an_article_or_a_slip_of_the_keyboard_is_found(term: str) -> None:
    assert set(codes(term)) == {"T04"}


@pytest.mark.parametrize(
    ("term", "more"),
    [
        ({"term": "approx.", "type": "abbreviation"}, {}),
        ("The Hague", {"concept_type": "individual"}),
    ],
)
def test_abbreviations_may_end_in_a_point_and_names_begin_with_an_article(
    term: Any, more: dict[str, Any]
) -> None:
    assert codes(term, **more) == []


PREFERRED = {"normative_status": "preferred"}


@pytest.mark.parametrize(
    ("terms", "status", "found"),
    [
        (["a", "b"], "valid", []),
        ([{"term": "a"} | PREFERRED, {"term": "b"} | PREFERRED], "draft", ["T02"]),
        ([{"term": "a", "normative_status": "admitted"}], "valid", ["T02"]),
        ([{"term": "a", "normative_status": "admitted"}], "draft", []),
    ],
)
def test_a_valid_entry_has_one_preferred_term(
    terms: list[Any], status: str, found: list[str]
) -> None:
    assert codes(*terms, status=status) == found


def test_an_acronym_needs_its_full_form_in_some_language() -> None:
    acronym = {"term": "FOC", "type": "acronym"}
    assert codes(acronym) == ["T03"]
    assert codes(acronym, "Freedom Online Coalition") == []
    other = {"en": {"terms": [acronym]}, "ko": {"terms": ["자유 온라인 연합"]}}
    assert not list(acronym_rule(entry("x", languages=other)))


def test_a_deprecated_term_says_why() -> None:
    deprecated = {"term": "AI law", "normative_status": "deprecated"}
    assert codes("AI Act", deprecated) == ["T07"]
    assert codes("AI Act", deprecated | {"usage_note": "say AI Act"}) == []


@pytest.mark.parametrize(("status", "found"), [("valid", ["T08"]), ("draft", [])])
def test_a_valid_entry_has_no_term_that_is_not_verified(status: str, found: list[str]) -> None:
    assert codes({"term": "a", "verified": "no"}, status=status) == found


def test_a_context_cites_its_source() -> None:
    assert codes({"term": "a", "context": "an a is seen"}) == ["T06"]
    assert codes({"term": "a", "context": "an a is seen", "context_source": "report"}) == []


def test_a_term_is_written_once_in_a_language() -> None:
    assert codes("a", "b", "a") == ["T11"]
    assert codes("a", hidden=("b", "a")) == ["T11"]
