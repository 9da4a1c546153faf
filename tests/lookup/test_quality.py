"""How right the lookup is must not fall: floors that may only rise."""

from __future__ import annotations

import pytest

from bench.quality import CLASSES, Tally, elsewhere, measured, ours, overall, queries, wrong

pytestmark = pytest.mark.slow

FLOORS = {
    "surface": 99.5, "abbreviation": 97, "typo": 96.5, "form": 96, "finnish": 98.3,
    "korean": 98.5, "layout": 97.5, "question": 99.5, "noisy": 98, "sentence": 98.5,
    "absent": 99.5,
}  # fmt: skip


@pytest.fixture(scope="module", params=["tuned", "held aside"])
def tallies(request: pytest.FixtureRequest) -> dict[str, Tally]:
    asked = queries(held=request.param == "held aside")
    return measured(ours, asked, size=None)


def test_no_class_of_queries_falls_below_its_floor(tallies: dict[str, Tally]) -> None:
    fallen = {
        kind: round(tallies[kind].figure, 1)
        for kind, floor in FLOORS.items()
        if tallies[kind].figure < floor
    }
    assert fallen == {}


def test_the_whole_is_above_the_goal(tallies: dict[str, Tally]) -> None:
    assert overall(tallies) >= 98


def test_few_answers_are_wrong(tallies: dict[str, Tally]) -> None:
    assert wrong(tallies, absent=False) <= 0.3
    assert wrong(tallies, absent=True) <= 0.5


def test_there_are_enough_queries_and_many_written_by_hand() -> None:
    every = [*queries(held=False), *queries(held=True)]
    assert len(every) >= 1000
    assert sum(query.origin == "hand" for query in every) >= 1500
    assert {query.kind for query in every} == set(CLASSES)


def test_other_glossaries_are_asked_nearly_as_well() -> None:
    tallies = measured(ours, elsewhere(), size=None)
    assert overall(tallies) >= 97.5
    assert wrong(tallies, absent=False) <= 0.15
    assert wrong(tallies, absent=True) <= 0.5
