"""When two spellings count as the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.folding import composed, fold, folds, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FOC", "foc"),
        ("F.O.C.", "FOC"),
        ("A. I.", "AI"),
        ("ＦＯＣ", "foc"),
        ("Heinrich Böll", "heinrich boll"),
        ("tekoäly", "tekoaly"),
        ("human-rights based", "Human rights–based"),
        ("duty_bearer", "duty bearer"),
        ("e-mail", "email"),
        ("“deepfake”", "deepfake"),
        ("women’s rights", "women's rights"),
        ("company's", "company"),
        ("soft\u00adware", "software"),
        ("zero\u200bwidth", "zerowidth"),
        ("생성형 인공지능", "생성형인공지능"),
        (unicodedata.normalize("NFD", "인공지능"), "인공지능"),
        ("ﾃﾞｰﾀ", "データ"),
        ("Straße", "strasse"),
        ("Kierkegård Ø", "kierkegard o"),
    ],
)
def test_spellings_that_count_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("C++", "C#"), ("C", "C#"), ("ISO 27001", "ISO 27002"), ("가", "나")],
)
def test_spellings_that_tell_things_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_standalone_jamo_stay_standalone_where_nfkc_would_join_them() -> None:
    assert fold("ㄹㅐㅊ") == "ㄹㅐㅊ"
    assert unicodedata.normalize("NFKC", "ㄹ") != "ㄹ"
    assert fold("ﾡ") == "ㄱ"


def test_an_empty_place_among_the_halfwidth_letters_folds_to_nothing() -> None:
    assert all(fold(fold(chr(code))) == fold(chr(code)) for code in range(0xFF00, 0xFFF0))
    assert fold("a\uffbfb") == "ab"


@pytest.mark.parametrize("text", ["", "  ", "?!", "…", "—", "🙂", "'", "\u200b"])
def test_nothing_but_punctuation_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FOC가 뭐야", ["foc", "가", "뭐야"]),
        ("children's rights", ["children", "rights"]),
        ("C++ and C#.", ["c++", "and", "c#"]),
        ("C ++ or c #?", ["c++", "or", "c#"]),
        ("P + R, P+R", ["p+", "r", "p+", "r"]),
        ("AI + robots", ["ai", "robots"]),
        ("plan b #AI", ["plan", "b", "ai"]),
        ("don't", ["dont"]),
    ],
)
def test_words_are_parted_by_everything_else_and_by_script(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_possessive_can_be_kept_as_it_is_typed_without_the_apostrophe() -> None:
    assert words("children’s rights", possessive=True) == ["childrens", "rights"]


@given(st.text(max_size=40))
def test_folding_is_the_same_for_every_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(composed(text))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded


@given(st.lists(st.text(alphabet="aBéÄß9.'+#가ㄱᄀﾡ\u0301\u1161ͺ人Ｆ😀", min_size=1, max_size=8)))
def test_many_pieces_fold_as_each_does_by_itself(pieces: list[str]) -> None:
    assert folds(pieces) == [fold(piece) for piece in pieces]
