from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concept import ID_LENGTH, ID_PATTERN
from bot.naming import new_id, romanised


@pytest.mark.parametrize(
    ("words", "taken", "id_"),
    [
        ("Human rights due diligence", [], "human-rights-due-diligence"),
        ("tekoälysäädös", [], "tekoalysaados"),
        ("인권영향평가", [], "ingwonyeonghyangpyeongga"),
        ("5G", [], "entry-5g"),
        ("C++", [], "c"),
        ("…", [], "entry"),
        ("human rights", ["human-rights"], "human-rights-2"),
        ("human rights", ["human-rights", "human-rights-2"], "human-rights-3"),
        (
            "a statement on the use of artificial intelligence in the public sector",
            [],
            "a-statement-on-the-use-of-artificial",
        ),
    ],
)
def test_an_id_is_made_of_the_words(words: str, taken: list[str], id_: str) -> None:
    assert new_id(words, taken) == id_


@given(st.text(max_size=80), st.integers(0, 3))
def test_an_id_always_fits_the_model_and_is_new(words: str, times: int) -> None:
    taken: set[str] = set()
    for _ in range(times + 1):
        id_ = new_id(words, taken)
        assert re.fullmatch(ID_PATTERN, id_)
        assert len(id_) <= ID_LENGTH
        assert id_ not in taken
        taken.add(id_)


@pytest.mark.parametrize(
    ("text", "latin"), [("서울", "seoul"), ("인공지능", "ingongjineung"), ("AI법", "AIbeop")]
)
def test_hangul_is_written_in_latin_letters(text: str, latin: str) -> None:
    assert romanised(text) == latin
