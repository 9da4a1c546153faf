"""Hangul as keys, and the two layouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.hangul import strokes, syllables, typed_as_hangul, typed_as_latin
from bot.lookup.korean import is_tail, letters
from bot.lookup.romanised import loose, romanised


@pytest.mark.parametrize(
    ("hangul", "keys"),
    [
        ("인공지능", "dlsrhdwlsmd"),
        ("챗봇", "cotqht"),
        ("과학관", "rhkgkrrhks"),
        ("닭고기", "ekfrrhrl"),
        ("없다", "djqtek"),
        ("꽃", "Rhc"),
    ],
)
def test_the_keys_of_one_layout_are_those_of_the_other(hangul: str, keys: str) -> None:
    assert typed_as_latin(hangul) == keys
    assert typed_as_hangul(keys) == hangul


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=1))
def test_every_syllable_is_put_together_from_its_keys(syllable: str) -> None:
    assert syllables(strokes(syllable)) == syllable


@pytest.mark.parametrize(
    "tail",
    [
        "은",
        "까지도",
        "라든가",
        "였나",
        "로서의",
        "한테",
        "입니까",
        "이뭐야",
        "들에게",
        "에서조차",
        "이라는게",
        "이란건",
        "이라는게뭐에요",
        "라던데요",
        "이잖아요",
        "이군요",
        "인가용",
        "이라함은",
        "인건가요",
        "일수도",
        "이었다는데",
        "말이야",
        "의의미가뭐야",
    ],
)
def test_particles_copula_and_questions_follow_a_term(tail: str) -> None:
    assert is_tail(tail)


@pytest.mark.parametrize(
    "tail",
    [
        "법",
        "권",
        "이론",
        "의회",
        "화",
        "평가",
        "산업",
        "인재",
        "인권",
        "고문",
        "고용",
        "다양성",
        "면접",
        "지수",
        "일자리",
        "을지로",
        "의미래",
        "머신러닝",
        "설명가능성",
    ],
)
def test_nouns_after_a_term_make_another_term(tail: str) -> None:
    assert not is_tail(tail)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("에프오씨가", ("foc", "가")), ("에이아이", ("ai", "")), ("엔지오들의", ("ngo", "들의"))],
)
def test_names_of_letters_are_read(word: str, expected: tuple[str, str]) -> None:
    assert letters(word)[0] == expected


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("인공지능", "inkongjineung"),
        ("투명성", "tumyungsung"),
        ("대법원", "daebupwon"),
        ("한글", "hangeul"),
    ],
)
def test_romanisations_of_one_word_share_a_key_or_nearly(hangul: str, latin: str) -> None:
    one, other = loose(romanised(hangul)), loose(latin)
    assert sum(a != b for a, b in zip(one, other, strict=True)) <= 3
