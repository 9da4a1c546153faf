"""A label misspelt by one slip in a word, and what is left to the stages after that one."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Lookup
from bot.lookup.asked import read
from bot.lookup.index import Index
from bot.lookup.plain import one_slip_off


def _labels(*texts: str, language: Language = "en") -> list[Label]:
    return [Label(text, text, language, "preferred", "full_form") for text in texts]


LABELS = [
    *_labels("human rights", "risk assessment", "civil rights", "trade unit", "trade union"),
    *_labels("device interface", "EFTPOS", "complaint", "compliance", "data set", "data settings"),
    *_labels("tekoälysopimus", "pankkipalvelut", language="fi"),
    *_labels("데이터 보호 책임자", language="ko"),
]
INDEX = Index(LABELS)


def _found(query: str) -> list[str]:
    return [LABELS[hit.position].text for hit in one_slip_off(read(query, INDEX), INDEX)]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("humam rights", "human rights"),
        ("human rihgts", "human rights"),
        ("humn rrights", "human rights"),  # one in each word
        ("risk assesment", "risk assessment"),
        ("tekoälysopimsu", "tekoälysopimus"),
        ("데이터 보호 첵임자", "데이터 보호 책임자"),
    ],
)
def test_a_plain_slip_is_found(query: str, label: str) -> None:
    assert _found(query) == [label]


@pytest.mark.parametrize(
    ("query", "left_to"),
    [
        ("what is risk assesment", "the question is stripped first"),
        ("EFTPS", "it may be another abbreviation"),
        ("compliant", "it is of the family of compliance"),
        ("trade unin", "two entries are as near"),
        ("trade unito", "a slip and a half from either"),
        ("devise interface", "devise is a word"),
        ("tekoälysopimukset", "it is a form of the word"),
        ("tekoälysopimusta", "it is a form of the word"),
        ("pilvipalvelut", "it is a compound of known words"),
        ("data setti", "data settings is being typed"),
        ("rsik asesmnet", "there are too many"),
        ("humanrihgts", "the words are not told apart"),
        ("", "nothing was asked"),
    ],
)
def test_whatever_else_may_be_meant_is_left_to_other_stages(query: str, left_to: str) -> None:
    assert _found(query) == [], left_to


def test_a_title_that_begins_with_an_article_is_found_misspelt_as_a_whole() -> None:
    texts = ("human rights-based approach", "A Human Rights-Based Approach to AI")
    answer = Lookup(_labels(*texts)).ask("A Humna Rights-Based Approach to AI")
    assert (answer.verdict, answer.matches[0].concept) == ("answer", texts[1])
