"""What was used last stays."""

from __future__ import annotations

from bot.recent import Recent


def test_the_one_used_longest_ago_is_let_go() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.get("a") == 1
    assert recent.keep("c", 3) == 3
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


def test_what_is_kept_again_is_replaced_and_counts_once() -> None:
    recent: Recent[str, int] = Recent(2)
    for value in (1, 2, 3):
        recent.keep("a", value)
    recent.keep("b", 4)
    assert (recent.get("a"), recent.get("b")) == (3, 4)


def test_one_or_all_can_be_dropped() -> None:
    recent: Recent[str, int] = Recent(3)
    for key in "abc":
        recent.keep(key, 1)
    recent.drop("a")
    recent.drop("a")
    assert (recent.get("a"), recent.get("b")) == (None, 1)
    recent.clear()
    assert (recent.get("b"), recent.get("c")) == (None, None)
