"""What may be counted of questions in vain."""

from __future__ import annotations

import pytest

from bot.folding import fold
from bot.missing import CHARACTERS, WORDS, as_written, may_count
from bot.state import misses

NAMES = ["Ada", "Virtanen", "ada_v", "민준", "김", None]


@pytest.mark.parametrize(
    "text",
    [
        "quokka",
        "human-rights due diligence",
        "mikä on kvokka?",
        "인공지능 윤리",
        "C++",
        "x" * CHARACTERS,
        "one two three four five six",
        "adapter theory and data",
        "ethics, e.g. of care",
    ],
)
def test_what_looks_like_a_term_may_be_counted(text: str) -> None:
    assert may_count(text, ["Bo", "Eve"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "😀",
        "?!",
        "x" * (CHARACTERS + 1),
        "one two three four five six seven",
        "a-b-c-d-e-f-g-h-i-j-k-l-m",
        "write to ada@example.org",
        "@quokka",
        "https://example.org",
        "www.example",
        "example.org",
        "t.me/quokka",
        "Elm Street 12",
        "+358 40",
        "GPT-4",
        "٣",
        "五",
        "Ada",
        "ADA",
        "Adan sanasto",
        "who is ada_v",
        "Virtasen",
        "Virtaselle",
        "김민준은",
        "민준이가 누구야",
        "김",
    ],
)
def test_what_may_lead_to_a_person_is_not_counted(text: str) -> None:
    assert not may_count(text, NAMES)


def test_the_limits_are_those_of_the_state() -> None:
    assert (CHARACTERS, WORDS) == (misses.CHARACTERS, misses.WORDS)


@pytest.mark.parametrize(
    ("text", "folded", "written"),
    [
        ("HRBA", "hrba", "HRBA"),
        ("What is “Pouched Wombat”?", "pouchedwombat", "Pouched Wombat"),
        ("e-Identity please", "eidentity", "e-Identity"),
        ("인권 영향평가란?", "인권영향평가", None),
        ("päätös?", "päätös", "päätös"),
        ("", "x", None),
    ],
)
def test_words_are_found_again_as_they_were_written(
    text: str, folded: str, written: str | None
) -> None:
    assert as_written(text, fold(folded)) == written
