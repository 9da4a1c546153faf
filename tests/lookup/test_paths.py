"""Where the words of a text lead."""

from __future__ import annotations

import pytest

from bot.lookup import paths
from bot.lookup.paths import Paths
from bot.lookup.postings import Postings

FOLDED: Postings = {
    "human": 0,
    "humanrights": (1, 2),
    "humanrightsbasedapproach": 3,
    "humanbeing": 4,
    "online": 5,
    "인공지능": 6,
}


@pytest.mark.parametrize(
    ("beginning", "labels"),
    [
        ("human", (0,)),
        ("humanrights", (1, 2)),
        ("humanr", ()),
        ("humanrightsbased", ()),
        ("인공", ()),
        ("humanrightsof", None),
        ("인권", None),
        ("zebra", None),
    ],
)
def test_a_beginning_leads_to_labels_or_on_or_nowhere(
    beginning: str, labels: tuple[int, ...] | None
) -> None:
    asked = Paths(FOLDED)
    assert asked[beginning] == labels
    assert asked[beginning] == labels, "also the second time"


def test_beginnings_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_REMEMBERED", 3)
    asked = Paths(FOLDED)
    assert [asked[f"none{n}"] for n in range(10)] == [None] * 10
    assert len(asked) <= 3
    assert asked["human"] == (0,)


def test_a_first_word_knows_how_long_its_labels_are_and_how_they_go_on() -> None:
    spelt = ["human", "human rights", "human rights based approach", "human being", "on line"]
    heads = Paths(FOLDED).heads([*spelt, "인공 지능"])
    assert heads["human"] == (4, frozenset("rb"))
    assert heads["on"] == (2, frozenset("l"))
    assert heads["인공"] == (2, frozenset("지"))
    assert "rights" not in heads


def test_a_first_word_that_is_always_alone_leads_nowhere() -> None:
    assert Paths({"human": 0, "humanrights": 1}).heads(["human"]) == {"human": (1, frozenset())}
