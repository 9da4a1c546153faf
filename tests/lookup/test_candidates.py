"""Which labels are held against a misspelt query, and which are not."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Lookup
from bot.lookup.candidates import close, promising, rejoined
from bot.lookup.index import Index


def _labels(*texts: str, language: Language = "en") -> list[Label]:
    return [Label(text, text, language, "preferred", "full_form") for text in texts]


RIGHTS = _labels(
    "human rights", "digital rights", "civil rights", "rights holder", "duty bearer",
    "human dignity", "data protection", "risk assessment",
)  # fmt: skip
INDEX = Index(RIGHTS)


def _texts(positions: object) -> list[str]:
    assert isinstance(positions, list | tuple)
    return [INDEX.labels[position].text for position in positions]


def test_of_labels_one_of_which_is_close_only_the_closest_are_looked_at() -> None:
    assert _texts(promising(["human", "rigths"], INDEX)) == ["human rights"]


def test_where_none_is_close_those_that_share_a_word_are_looked_at() -> None:
    found = _texts(promising(["rights", "houlderrr"], INDEX))
    assert "rights holder" in found
    assert "data protection" not in found


def test_a_reading_that_is_a_guess_itself_finds_only_what_is_close() -> None:
    assert _texts(close(["duty", "barer"], INDEX)) == ["duty bearer"]
    assert _texts(close(["rights", "houlderrr"], INDEX)) == []
    assert _texts(close(["xyzw"], INDEX)) == []


@pytest.mark.parametrize(
    ("words", "text", "joined"),
    [
        (["인공", "a", "지능"], "인공a지능", ["인공a지능"]),
        (["근", "o", "원인"], "근o 원인", ["근o", "원인"]),
        (["n", "명서"], "n명서", ["n명서"]),
        (["비타민", "c"], "비타민 c", ["비타민", "c"]),
        (["k", "팝"], "K팝", ["k", "팝"]),
        (["ai", "기본법"], "AI기본법", ["ai", "기본법"]),
        (["risk", "a"], "risk a", ["risk", "a"]),
    ],
)
def test_a_single_latin_letter_within_a_korean_word_is_a_slip(
    words: list[str], text: str, joined: list[str]
) -> None:
    assert rejoined(words, text, known=()) == joined


def test_a_latin_letter_that_is_a_word_of_a_label_is_none() -> None:
    assert rejoined(["c", "언어"], "c언어", known={"c"}) == ["c", "언어"]


@pytest.mark.parametrize("query", ["데이터 보o 책임자", "데e터 보호 책임자", "데이터 보호 책l자"])
def test_a_syllable_that_became_a_latin_letter_is_found(query: str) -> None:
    texts = ("데이터 보호 책임자", "데이터 이동권", "개인정보 보호", "접근 권한 관리자")
    answer = Lookup(_labels(*texts, language="ko")).ask(query)
    assert [match.concept for match in answer.matches][:1] == ["데이터 보호 책임자"]


def test_a_word_of_the_labels_stays_while_the_others_are_read_in_the_other_layout() -> None:
    lookup = Lookup(_labels("AI 교육", "AI", language="ko"))  # AI would be typed for 먀
    answer = lookup.ask("AI rydbr")
    assert (answer.verdict, answer.matches[0].concept) == ("answer", "AI 교육")
