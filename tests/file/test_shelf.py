from __future__ import annotations

import pytest

from bot.concept import Concept
from bot.file.shelf import Leaf, Shelf
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
    assert other.shares(concepts, "b")
    assert not other.shares(concepts, "c")
    assert not other.shares({"b": concepts["b"]}, "b")
    assert list(other) == ["c", "b"]
    with pytest.raises(KeyError):
        other["a"]
