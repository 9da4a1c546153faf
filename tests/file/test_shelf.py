from __future__ import annotations

from dataclasses import replace

import pytest

from bot.concept import Concept
from bot.file import shelf
from bot.file.entry import entry
from bot.file.shelf import Leaf, Shelf, differing
from bot.glossary import Outline, outline

LINES = "- {{id: {0}, related: z, languages: {{en: {{terms: [{0}]}}}}}}\n"
DATA = "".join(map(LINES.format, "abc")).encode()


def leaf(name: str, data: bytes = DATA) -> Leaf:
    """A leaf whose concept is still to be made."""
    lines = LINES.format(name).encode()
    start = data.index(lines)
    return Leaf(data, start, start + len(lines), outline(entry(lines)))


def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The lines of every concept that is made from now on."""
    texts: list[bytes] = []

    def noted(lines: bytes) -> Concept:
        texts.append(lines)
        return entry(lines)

    monkeypatch.setattr(shelf, "entry", noted)
    return texts


def test_a_concept_is_made_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    concepts = Shelf({name: leaf(name) for name in "ab"})
    texts = made(monkeypatch)
    assert list(concepts) == ["a", "b"]
    assert "a" in concepts
    assert [each.id for each in concepts.outlines()] == ["a", "b"]
    assert concepts.outline("a").related == ("z",)
    assert texts == []
    assert concepts["b"] is concepts["b"]
    assert texts == [LINES.format("b").encode()]


def test_the_outline_of_a_made_concept_is_that_of_its_lines() -> None:
    lines = LINES.format("a").encode()
    known: Outline = Leaf.of(entry(lines), lines).outline
    assert known == leaf("a").outline


def test_another_arrangement_shares_what_was_made() -> None:
    concepts = Shelf({name: leaf(name) for name in "ab"})
    fresh = Leaf.of(entry(LINES.format("c").encode()))
    other = concepts.arranged(["c", "b"], {"c": fresh})
    assert other["b"] is concepts["b"]
    assert other["c"] is fresh.concept
    assert list(other) == ["c", "b"]
    with pytest.raises(KeyError):
        other["a"]


def test_what_differs_is_told_by_the_lines_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = Shelf({name: leaf(name, b"# above\n" + DATA) for name in "ab"})
    texts = made(monkeypatch)
    assert differing(now, now) == {}
    assert differing(Shelf({name: leaf(name) for name in "abc"}), now) == {"c": None}
    assert texts == []
    assert differing(Shelf({"a": leaf("a"), "b": leaf("a")}), now) == {"b": now["b"]}


def test_concepts_without_lines_are_compared_by_what_they_say() -> None:
    one, other = (entry(LINES.format(name).encode()) for name in "ab")
    now = Shelf({"a": Leaf.of(one)})
    assert differing(Shelf({"a": Leaf.of(replace(one))}), now) == {}
    assert differing(Shelf({"a": Leaf.of(other)}), now) == {"a": one}
    assert differing({"a": replace(one)}, now) == {}
    assert differing({}, now) == {"a": one}


@pytest.mark.parametrize(
    ("written", "word", "count"),
    [
        ("plain", "plain", 1),
        ("plain", "other", 0),
        ("'it''s'", "it's", 1),
        ('"\\x70lain"', "plain", 1),
        ("한국어 용어", "용어", 1),
    ],
)
def test_only_an_entry_that_may_have_a_word_is_made(
    written: str, word: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = f"- {{id: a, languages: {{en: {{terms: [a], definition: {written}}}}}}}\n".encode()
    concepts = Shelf({"a": Leaf(lines, 0, len(lines), outline(entry(lines)))})
    texts = made(monkeypatch)
    found = [concept.languages["en"].definition for concept in concepts.holding(word)]
    assert len(found) == len(texts) == count
    assert all(word in (text or "") for text in found)


def test_a_concept_without_lines_may_have_any_word() -> None:
    concept = entry(LINES.format("a").encode())
    assert list(Shelf({"a": Leaf.of(concept)}).holding("word")) == [concept]
