"""Several labels that are listed or compared, and labels that join two others themselves."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Lookup

TEXTS: tuple[tuple[str, str, Language], ...] = (
    ("supply", "supply", "en"),
    ("supply", "공급", "ko"),
    ("demand", "demand", "en"),
    ("demand", "수요", "ko"),
    ("both", "supply and demand", "en"),
    ("both", "kysyntä ja tarjonta", "fi"),
    ("both", "수요와 공급", "ko"),
    ("oil", "oil", "en"),
    ("gas", "gas", "en"),
    ("industry", "oil & gas", "en"),
    ("war", "전쟁", "ko"),
    ("peace", "평화", "ko"),
    ("novel", "전쟁과 평화", "ko"),
    ("coexistence", "인공지능과 인권의 공존", "ko"),
    ("trial", "trial", "en"),
    ("error", "error", "en"),
    ("attempt", "trial or error", "en"),
    ("law", "law", "en"),
    ("convention", "Convention on Order, Oil and Gas", "en"),
)
LOOKUP = Lookup([Label(text, id_, code, "preferred", "full_form") for id_, text, code in TEXTS])


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("tell me about oil & gas", "industry"),
        ("tell me about 전쟁과 평화", "novel"),
        ("전쟁과 평화에 대해 알려줘", "novel"),
        ("kysynnästä ja tarjonnasta", "both"),
        ("suply & demand", "both"),
        ("trial or error", "attempt"),
        ("what is trial or error?", "attempt"),
        ("convention on order, oil and gas", "convention"),
        ("what is the Convention on Order, Oil & Gas", "convention"),
    ],
)
def test_a_label_that_joins_two_others_is_found_whole(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("수요 및 공급", "both"),
        ("수요하고 공급", "both"),
        ("수요 공급", "both"),
        ("인공지능과 인권 공존", "coexistence"),
        ("인공지능 인권 공존", "coexistence"),
    ],
)
def test_korean_words_may_be_joined_by_another_particle_or_none(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize("query", ["supply or demand", "수요 또는 공급"])
def test_one_of_two_things_is_not_the_label_that_joins_both(query: str) -> None:
    answer = LOOKUP.ask(query)
    concepts = {match.concept for match in answer.matches}
    assert answer.verdict == "choices"
    assert {"supply", "demand"} <= concepts


@pytest.mark.parametrize(
    "query",
    [
        "difference between supply and demand",
        "what is the difference between supply and demand?",
        "between supply and demand",
    ],
)
def test_between_two_labels_both_are_offered(query: str) -> None:
    answer = LOOKUP.ask(query)
    assert [match.concept for match in answer.matches] == ["supply", "demand"]


@pytest.mark.parametrize("query", ["ai, ml and frt", "ai,ml,frt", "hi, ai, ml or frt?"])
def test_of_abbreviations_with_commas_between_them_all_are_offered(query: str) -> None:
    names = ("AI", "ML", "FRT")
    lookup = Lookup([Label(name, name, "en", "preferred", "acronym") for name in names])
    answer = lookup.ask(query)
    assert answer.verdict == "choices"
    assert {match.concept for match in answer.matches} == set(names)


@pytest.mark.parametrize(
    "query", ["what does WHO mean", "WHO meaning", "explain WHO please", "mitä WHO tarkoittaa"]
)
def test_an_abbreviation_in_capitals_is_no_word_of_the_question(query: str) -> None:
    lookup = Lookup([Label("WHO", "who", "en", "preferred", "acronym")])
    answer = lookup.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", "who")


@pytest.mark.parametrize("query", ["who means it", "WHO MEANS IT", "who said so"])
def test_without_capitals_of_its_own_it_is(query: str) -> None:
    lookup = Lookup([Label("WHO", "who", "en", "preferred", "acronym")])
    assert lookup.ask(query).verdict != "answer"
