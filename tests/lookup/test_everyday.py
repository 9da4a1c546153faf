"""Words of everyday language."""

from __future__ import annotations

import pytest

from bot.lookup.everyday import is_everyday, is_listed, is_pair, is_place, is_word


@pytest.mark.parametrize(
    "word", ["cinder", "directors", "centurion", "washing", "naapurit", "kissalla", "고양이가"]
)
def test_a_form_of_an_everyday_word_is_one(word: str) -> None:
    assert is_everyday(word)


@pytest.mark.parametrize("word", ["computor", "laier", "deliveri", "metadata", "인공지능"])
def test_a_misspelling_or_a_term_is_none(word: str) -> None:
    assert not is_everyday(word)


def test_what_is_derived_from_an_everyday_word_is_not_listed() -> None:
    assert is_everyday("washable")
    assert not is_listed("washable")


@pytest.mark.parametrize("word", ["privacy", "surveillance", "policy", "컴퓨터"])
def test_a_word_that_terms_are_made_of_is_a_word_and_not_everyday(word: str) -> None:
    assert is_word(word)
    assert not is_everyday(word)


@pytest.mark.parametrize("word", ["panama", "swedish", "ruotsin", "suomessa", "seoul", "일본의"])
def test_a_name_of_a_place_is_known_with_endings(word: str) -> None:
    assert is_place(word)


def test_a_name_of_a_place_is_a_word() -> None:
    assert is_word("panama")


@pytest.mark.parametrize("word", ["pananma", "policy", "일본어", "tekoaly"])
def test_other_words_are_no_places(word: str) -> None:
    assert not is_place(word)


@pytest.mark.parametrize(
    ("words", "together"),
    [("human rights", True), ("trade unions", True), ("human union", False), ("human", False)],
)
def test_two_words_may_name_one_thing_together(words: str, *, together: bool) -> None:
    assert is_pair(words.split()) == together
