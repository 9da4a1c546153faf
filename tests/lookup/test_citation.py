"""A text of law that is asked for with the part of it that is cited."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup

LOOKUP = Lookup(
    [
        Label("General Data Protection Regulation", "gdpr", "en", "preferred", "full_form"),
        Label("GDPR", "gdpr", "en", "admitted", "acronym"),
        Label("yleinen tietosuoja-asetus", "gdpr", "fi", "preferred", "full_form"),
        Label("인공지능 기본법", "act", "ko", "preferred", "full_form"),
        Label("AI Act", "ai-act", "en", "preferred", "full_form"),
        Label("AI Act Annex III", "annex", "en", "preferred", "full_form"),
        Label("TLS", "tls", "en", "preferred", "acronym"),
        Label("ISO", "iso", "en", "preferred", "acronym"),
        Label("ISO 27001", "iso-27001", "en", "preferred", "full_form"),
        Label("TOP", "top", "en", "preferred", "acronym"),
        Label("article", "article", "en", "preferred", "full_form"),
        Label("일상", "daily", "ko", "preferred", "full_form"),
    ]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("GDPR Article 6", "gdpr"),
        ("gdpr art. 6(1)(f)", "gdpr"),
        ("what is article 22 of the GDPR?", "gdpr"),
        ("GDPR:n artikla 17", "gdpr"),
        ("yleisen tietosuoja-asetuksen 6 artikla", "gdpr"),
        ("GDPR 17조", "gdpr"),
        ("인공지능 기본법 제31조", "act"),
        ("인공지능기본법 제28조의2 제1항", "act"),
        ("인공지능기본법 31조가 뭐야", "act"),
        ("인공지능 기본법에 따른", "act"),
        ("인공지능기본법상", "act"),
        ("AI Act Annex II", "ai-act"),
        ("AI Act Annex III", "annex"),  # an entry of its own
    ],
)
def test_a_cited_part_leads_to_the_text_that_it_is_of(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize("query", ["article 6", "제31조", "CCPR Article 6", "이상"])
def test_without_a_text_that_is_known_nothing_is_answered(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"


@pytest.mark.parametrize(
    "query", ["TLS 1.3", "tls-1.2", "what is TLS 1.3?", "TLS v1.2", "TLS 2018:5"]
)
def test_an_abbreviation_is_answered_with_a_version_or_year_after_it(query: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", "tls")


@pytest.mark.parametrize(
    "query",
    [
        "ISO 9001",  # as ISO 27001 has an entry of its own, so might this
        "top 10",  # a word of its own
        "article 5",  # no abbreviation
        "TLS 1.3 handshake",
    ],
)
def test_a_number_may_make_a_name_of_its_own(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
