"""The words of a text as they are written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.tokens import split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("human-rights based", ["human", "rights", "based"]),
        ("snake_case, twice", ["snake", "case", "twice"]),
        ("the U.N. and F.O.C met.", ["the", "U.N", "and", "F.O.C", "met"]),
        ("e.g this is no.b", ["e.g", "this", "is", "no", "b"]),
        ("women's company’s o'clock", ["women's", "company’s", "o", "clock"]),
        ("C++, C# and A+", ["C++", "C#", "and", "A+"]),
        ("FOC의 인권AI", ["FOC", "의", "인권", "AI"]),
        (unicodedata.normalize("NFD", "tekoäly 인권"), ["tekoa\u0308ly", "인권"]),
        ("\u0301 ~ §", ["\u0301"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words(text: str, words: list[str]) -> None:
    found = [unicodedata.normalize("NFC", piece) for piece in split(text).pieces]
    assert found == [unicodedata.normalize("NFC", word) for word in words]


@given(st.text(alphabet="aBé9_ .,’'+#가나ㄱᄀᆨ\u0301\n𝒜人-", max_size=20))
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    for piece, start in zip(*split(text), strict=True):
        assert text.startswith(piece, start)
        assert piece
