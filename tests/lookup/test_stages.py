"""What single stages find that no other does, on labels of other people's kinds of glossaries."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Kind, Lookup

TEXTS: tuple[tuple[str, str, Language], ...] = (
    ("privacy", "privacy policy", "en"),
    ("approach", "human rights-based approach", "en"),
    ("approach-ai", "human rights-based approach to artificial intelligence", "en"),
    ("ai", "artificial intelligence", "en"),
    ("act", "U.S. Small Business Jobs Act", "en"),
    ("small", "Small business", "en"),
    ("node", "연결 절점", "ko"),
    ("scale", "축척", "ko"),
    ("compass", "나침방위", "ko"),
    ("sekki", "sekit", "fi"),
    ("officer", "Office of the Chief Procurement Officer", "en"),
    ("procurement", "Procurement", "en"),
    ("accessibility", "accessibility", "en"),
    ("information", "accessibility information", "en"),
    ("cpr", "cost performance ratio", "en"),
    ("gateway", "gateway", "en"),
    ("layer", "transport layer", "en"),
    ("interface", "transport layer interface", "en"),
)
LOOKUP = Lookup([Label(text, id_, code, "preferred", "full_form") for id_, text, code in TEXTS])


@pytest.mark.parametrize(
    ("query", "concept", "kind"),
    [
        ("policy of privacy", "privacy", "words"),
        ("policy, privacy", "privacy", "words"),
        ("information accessibility", "information", "words"),
        ("HRBA to AI", "approach-ai", "initialism"),
        ("CPR", "cpr", "initialism"),
        ("what is cpr", "cpr", "initialism"),
        ("결연 절점으로", "node", "typo"),
        ("나방침위가 뭐야", "compass", "typo"),
        ("gateway in general", "gateway", "folded"),
        ("explain gateway like im 5", "gateway", "question"),
        ("There was a long talk about the U.S. Small Business Jobs Act today", "act", "sentence"),
        ("Office of the Chief Procurement Officor", "officer", "typo"),
    ],
)
def test_it_is_found_in_this_way(query: str, concept: str, kind: Kind) -> None:
    answer = LOOKUP.ask(query)
    found = answer.matches[0]
    assert (answer.verdict, found.concept, found.kind) == ("answer", concept, kind)


@pytest.mark.parametrize(
    "query",
    ["see you tomorrow", "what is the definition of omnivore?", "get away", "inaccessibility"],
)
def test_it_is_not_answered(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"


def test_a_longer_label_that_is_being_typed_is_not_taken_for_the_shorter() -> None:
    answer = LOOKUP.ask("transport layer i")
    assert answer.verdict != "answer" or answer.matches[0].concept == "interface"


def test_of_labels_that_differ_in_figures_alone_a_romanised_query_meets_only_some() -> None:
    names = [f"한국어 용어 {number}" for number in range(300)]
    alike = Lookup([Label(name, name, "ko", "preferred", "full_form") for name in names])
    explained = alike.explain("hangugeo yongeo")
    met = [one for tried in explained.stages for one in tried.evidence if one.kind == "romanised"]
    assert explained.verdict == "choices"
    assert 5 <= len(met) <= 50


def test_a_label_with_an_article_more_is_no_rival_of_the_one_that_was_misspelt() -> None:
    texts = ("human rights-based approach to AI", "A Human Rights-Based Approach to AI")
    lookup = Lookup([Label(text, text, "en", "preferred", "full_form") for text in texts])
    answer = lookup.ask("human right-based aproach to AI")
    assert (answer.verdict, answer.matches[0].concept) == ("answer", texts[0])
