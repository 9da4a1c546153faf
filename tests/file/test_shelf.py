from __future__ import annotations

import pytest

from bot.concept import Concept
from bot.file.shelf import Leaf, Shelf, differing
from tests.linter.entries import entry


def shelf(made: list[str], *names: str) -> Shelf:
    """A shelf that notes in ``made`` which concepts it makes."""

    def make(name: str) -> Concept:
        made.append(name)
        return entry(name)

    return Shelf({name: Leaf(lambda name=name: make(name)) for name in names})  # type: ignore[misc]


def test_a_concept_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []
    concepts = shelf(made, "a", "b")
    assert list(concepts) == ["a", "b"]
    assert "a" in concepts
    assert made == []
    assert concepts["b"] is concepts["b"]
    assert made == ["b"]


def test_another_arrangement_shares_what_was_made() -> None:
    made: list[str] = []
    concepts = shelf(made, "a", "b")
    other = concepts.arranged(["c", "b"], {"c": entry("c")})
    assert other["b"] is concepts["b"]
    assert made == ["b"]
    assert list(other) == ["c", "b"]
    with pytest.raises(KeyError):
        other["a"]


def test_shelves_differ_where_a_concept_was_changed_added_or_taken_out() -> None:
    made: list[str] = []
    old = shelf(made, "a", "b", "c")
    new = old.arranged(["a", "b", "d"], {"b": entry("b", status="valid"), "d": entry("d")})
    assert differing(old, new) == {"b": new["b"], "c": None, "d": new["d"]}
    assert made == ["b"], "what both share is not made to be compared"


def test_other_mappings_differ_by_what_they_hold() -> None:
    old = {"a": entry("a"), "b": entry("b")}
    assert differing(old, {"a": entry("a"), "b": old["b"]}) == {}
    assert differing(old, shelf([], "a")) == {"b": None}
