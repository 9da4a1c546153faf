from __future__ import annotations

import pytest

from bot.concept import Concept
from bot.file.references import Above, Ends, circles, cited, dangling, pointed_at
from bot.glossary import outline
from tests.linter.entries import NEIGHBOUR, entry


def graph(**above: str) -> Above:
    """The ids of what is broader than each entry."""
    return lambda name: tuple(above[name])


def are_in(concept: Concept, *known: set[str]) -> bool:
    """Whether all that a concept points at and cites is known."""
    ends = Ends()
    ends.add(concept)
    return ends.are_in(*known)


def test_a_circle_is_told_once_however_one_comes_to_it() -> None:
    above = graph(a="b", b="c", c="b", d="a", e="")
    told = [fault.sentence for fault in circles(above, "abcde")]
    assert told == ["“broader” leads in a circle: b → c → b; remove one step"]


def test_two_ways_up_to_the_same_entry_are_no_circle() -> None:
    assert list(circles(graph(a="bc", b="d", c="d", d=""), "abcd")) == []


def test_a_long_way_up_is_walked_without_end_of_stack() -> None:
    above = {f"a{n}": [f"a{n + 1}"] for n in range(5_000)}
    assert list(circles(lambda name: above.get(name, ()), ["a0"])) == []


POINTING = entry(
    "x",
    languages={
        "en": {
            "terms": [{"term": "x", "source": "1", "context": "x", "context_source": "2"}],
            "definition_source": "3",
        }
    },
    broader="b",
    related="c",
    confusable=[{"concept": "d", "difference": {"en": "other"}}],
    replaced_by="e",
    subject_field="f",
)


def test_every_way_to_point_or_to_cite_is_followed() -> None:
    assert pointed_at([outline(POINTING)]) == set("bcde")
    assert set(cited(POINTING)) == set("123")
    faults = list(dangling([POINTING], {"x"}, set(), set()))
    assert len(faults) == 8
    assert list(dangling([POINTING], set("xbcde"), set("123"), {"f"})) == []


@pytest.mark.parametrize("lacking", [None, *"bcdef123"])
def test_one_end_that_is_missing_is_noticed_among_all(lacking: str | None) -> None:
    ids, sources, fields = (set(known) - {lacking} for known in ("xbcde", "123", "f"))
    assert are_in(POINTING, ids, sources, fields) == (lacking is None)
    assert any(dangling([POINTING], ids, sources, fields)) == (lacking is not None)


def test_an_entry_that_points_at_itself_is_noticed_among_all() -> None:
    assert not are_in(entry("x", related="x"), {"x"}, {"report"}, set())


def test_an_entry_without_pointers_has_no_faults() -> None:
    concept = entry("x", languages=NEIGHBOUR)
    assert list(dangling([concept], {"x"}, {"report"}, ())) == []
