"""What may go on after a beginning."""

from __future__ import annotations

import pytest

from bot.lookup.paths import Paths

PATHS = Paths(["humanrights", "humanrightsbasedapproach", "human", "of", "인공지능"])


@pytest.mark.parametrize(
    ("beginning", "word", "may"),
    [
        ("human", "rights", True),
        ("human", "righteous", True),
        ("human", "being", False),
        ("human", "r", True),
        ("humanrights", "based", True),
        ("humanrightsbasedapproach", "of", False),
        ("인공", "지능", True),
        ("인공", "지", True),
        ("unknown", "word", False),
    ],
)
def test_a_word_may_go_on_if_a_label_has_its_first_letters_there(
    beginning: str, word: str, *, may: bool
) -> None:
    assert PATHS.lead(beginning, word) is may
    assert PATHS.lead(beginning, word) is may
