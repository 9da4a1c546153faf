from __future__ import annotations

from bot.concept import Concept
from bot.file.references import circles, cited, dangling, pointed_at
from tests.linter.entries import NEIGHBOUR, entry


def graph(**above: str) -> dict[str, Concept]:
    """Entries by id, with the ids of what is broader."""
    return {name: entry(name, broader=tuple(ids)) for name, ids in above.items()}


def test_a_circle_is_told_once_however_one_comes_to_it() -> None:
    concepts = graph(a="b", b="c", c="b", d="a", e="")
    told = [fault.sentence for fault in circles(concepts, concepts)]
    assert told == ["“broader” leads in a circle: b → c → b; remove one step"]


def test_two_ways_up_to_the_same_entry_are_no_circle() -> None:
    concepts = graph(a="bc", b="d", c="d", d="")
    assert list(circles(concepts, concepts)) == []


def test_a_long_way_up_is_walked_without_end_of_stack() -> None:
    size = 5_000
    concepts = {
        f"a{n}": entry(f"a{n}", broader=[f"a{n + 1}"] if n < size - 1 else []) for n in range(size)
    }
    assert list(circles(concepts, ["a0"])) == []


def test_every_way_to_point_or_to_cite_is_followed() -> None:
    term = {"term": "x", "source": "s1", "context": "x", "context_source": "s2"}
    concept = entry(
        "x",
        languages={"en": {"terms": [term], "definition_source": "s3"}},
        broader="b",
        related="c",
        confusable=[{"concept": "d", "difference": {"en": "other"}}],
        replaced_by="e",
        subject_field="f",
    )
    assert pointed_at([concept]) == {"b", "c", "d", "e"}
    assert set(cited(concept)) == {"s1", "s2", "s3"}
    faults = list(dangling([concept], {"x"}, set(), set()))
    assert len(faults) == 8
    assert list(dangling([concept], set("xbcde"), {"s1", "s2", "s3"}, {"f"})) == []


def test_an_entry_without_pointers_has_no_faults() -> None:
    concept = entry("x", languages=NEIGHBOUR)
    assert list(dangling([concept], {"x"}, {"report"}, ())) == []
