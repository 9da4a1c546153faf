"""Alphabetical order and index letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alphabet import OTHER, letter, place
from bot.concept import LANGUAGES, Language


@pytest.mark.parametrize(
    ("language", "terms"),
    [
        ("en", ["3D print", "Ada", "AI", "AI act", "AI-based", "AIDS", "äkta", "Zulu", "가"]),
        ("en", ["Ångström", "apple", "oil", "Öl", "orange"]),
        ("fi", ["aakkonen", "tekoäly", "tekoälyn", "työ", "vaara", "wiki", "Yöllä", "Zen",
                "Åland", "ääni", "äänne", "Öljy", "가"]),
        ("fi", ["Bach", "Böll", "data", "dåta", "dæta", "döta"]),
        ("fi", ["Über", "yö", "zoo"]),
        ("ko", ["가", "가격 AI", "까마귀", "나", "따로", "마", "빵", "쓰기", "찌개", "하", "AI"]),
        ("ko", ["인공", "인공 지능", "인공지능", "인권", "AI", "ö", "zoo"]),
    ],
)  # fmt: skip
def test_terms_stand_in_the_order_of_the_language(language: Language, terms: list[str]) -> None:
    assert sorted(set(terms), key=lambda term: place(term, language)) == terms


@pytest.mark.parametrize(
    ("term", "language", "expected"),
    [
        ("artificial", "en", "A"),
        ("“quoted”", "en", "Q"),
        ("Ångström", "en", "A"),
        ("Ångström", "fi", "Å"),
        ("A\u030angström", "fi", "Å"),
        ("äly", "fi", "Ä"),
        ("Ærø", "fi", "Ä"),
        ("öljy", "fi", "Ö"),
        ("Øre", "fi", "Ö"),
        ("über", "fi", "Y"),
        ("wiki", "fi", "W"),
        ("šakki", "fi", "S"),
        ("äly", "ko", "A"),
        ("가치", "ko", "ㄱ"),
        ("까치", "ko", "ㄱ"),
        ("따옴표", "ko", "ㄷ"),
        ("빵", "ko", "ㅂ"),
        ("쓰레기", "ko", "ㅅ"),
        ("찌개", "en", "ㅈ"),
        ("ㄲ", "ko", "ㄱ"),
        ("인공지능", "fi", "ㅇ"),
        ("힣", "ko", "ㅎ"),
        ("AI 기본법", "ko", "A"),
        ("3D", "en", OTHER),
        ("😀", "fi", OTHER),
        ("", "ko", OTHER),
        ("حقوق", "en", "ح"),
        ("<b>bold</b>", "en", "B"),
    ],
)
def test_a_term_stands_under_its_letter(term: str, language: Language, expected: str) -> None:
    assert letter(term, language) == expected


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_one_letter_and_a_place(text: str, language: Language) -> None:
    assert len(letter(text, language)) == 1
    assert letter(text, language) != ":"
    assert sorted([text, text], key=lambda term: place(term, language)) == [text, text]
