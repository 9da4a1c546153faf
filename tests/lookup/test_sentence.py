"""Terms inside longer texts."""

from __future__ import annotations

import pytest

from bot.concept import Label, TermType
from bot.lookup import Lookup

_LABELS: list[tuple[str, TermType]] = [
    ("GDPR", "acronym"),
    ("CCTV", "acronym"),
    ("IoT", "acronym"),
    ("RAG", "acronym"),
    ("HTML", "acronym"),
    ("phishing", "full_form"),
]
LOOKUP = Lookup([Label(text, text, "en", "preferred", kind) for text, kind in _LABELS])
KOREAN = Lookup(
    [Label(text, text, "ko", "preferred", "full_form") for text in ("육아휴직", "비식별화")]
)
FINNISH = Lookup(
    [Label(text, text, "fi", "preferred", "full_form") for text in ("tekoäly", "kanta")]
)


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("the minister talked about gdpr and I did not get it", "GDPR"),
        ("eilen kokouksessa puhuttiin että gdpr:n takia ei saa kysyä", "GDPR"),
        ("kävin eilen IoT:ssa", "IoT"),
        ("they want to put an iot sensor in my kitchen now", "IoT"),
    ],
)
def test_an_abbreviation_in_small_letters_is_found_in_a_sentence(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("gdpr request", "answer"),
        ("what is an IoT device", "answer"),
        ("cctv 설치", "answer"),
        ("GDPR-pyyntö", "answer"),
        ("gdpr magic", "choices"),
        ("gdpr-sauna", "choices"),
        ("cctv 사자", "choices"),
        ("phishing request", "choices"),  # no abbreviation
    ],
)
def test_a_common_noun_after_an_abbreviation_leaves_it_what_is_meant(
    query: str, verdict: str
) -> None:
    assert LOOKUP.ask(query).verdict == verdict


@pytest.mark.parametrize(
    "query",
    [
        "a wet rag on the floor",
        "https://example.org/index.html",
        "write to me@gdpr.example",
    ],
)
def test_a_word_of_its_own_or_a_part_of_an_address_is_no_abbreviation(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("tekoälyä käytetään nykyään joka paikassa", "answer"),
        ("hallitus valmistelee tekoälylle sääntöjä", "answer"),
        ("tekoälyn sääntely Euroopan unionissa", "choices"),  # something of it
        ("tekoälyyn perustuva uusi lähestymistapa", "choices"),
        ("meidän kanta asiaan selvisi", "choices"),
    ],
)
def test_a_finnish_term_in_a_case_of_its_own_is_what_a_sentence_is_about(
    query: str, verdict: str
) -> None:
    assert FINNISH.ask(query).verdict == verdict


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("육아휴직 끝나고 복귀했는데요", "answer"),
        ("자료가 비식별화됐어요", "answer"),
        ("육아휴직 급여 신청했는데요", "choices"),  # something of it
    ],
)
def test_a_verb_after_a_korean_term_makes_no_longer_term_of_it(query: str, verdict: str) -> None:
    assert KOREAN.ask(query).verdict == verdict


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("그 교수는 표절 의혹이 제기되자 자리에서 물러났다.", "answer"),
        ("옆 밭에서 뿌린 제초제 때문에 고추가 다 말라 죽었어요.", "answer"),
        ("표절 의혹", "choices"),  # perhaps what has a name of its own
        ("우리 학교는 어제 소풍을 즐겁게 갔다", "choices"),
    ],
)
def test_a_short_korean_noun_is_the_term_of_a_whole_sentence(query: str, verdict: str) -> None:
    nouns = ("표절", "제초제", "학교")  # the last one an everyday word
    lookup = Lookup(Label(noun, noun, "ko", "preferred", "full_form") for noun in nouns)
    assert lookup.ask(query).verdict == verdict
