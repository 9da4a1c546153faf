"""From a word as it is typed to words of labels, without an index."""

from __future__ import annotations

import pytest

from bot.lookup.bases import Bases

BASES = Bases(["right", "katu", "auto", "policy", "인공지능", "it"], {"katu", "auto"})


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("right", ["right"]),
        ("rights", ["right"]),
        ("policies", ["policy"]),
        ("kadulla", ["katu"]),
        ("autoissa", ["auto"]),
        ("it", ["it"]),
        ("its", []),
        ("wrong", []),
        ("인공지능", ["인공지능"]),
        ("right2", []),
    ],
)
def test_a_word_leads_to_the_words_that_it_is_a_form_of(word: str, found: list[str]) -> None:
    assert BASES.of(word) == found


def test_words_of_one_stem_come_as_they_were_given_after_the_word_itself() -> None:
    words = ["regulations", "regulation"]
    assert Bases(words, ()).of("regulation") == ["regulation", "regulations"]
    assert Bases(words, ()).of("regulations") == words
