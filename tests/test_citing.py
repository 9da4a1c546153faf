from __future__ import annotations

from dataclasses import replace

import pytest

from bot.body import Parts
from bot.citing import apart
from bot.concept import Citation, Concept, LanguageSection, Source, Term

ADDRESS = "https://paper.example/1"
KNOWN = {"paper": Source("A paper", url=ADDRESS), "report": Source("A report")}


def citing(*keys: str) -> Concept:
    """An entry that cites sources in every place where that can be done."""
    citations = tuple(Citation(key, "2") for key in keys)
    term = Term("a", "preferred", source=citations, context="an a", context_source=citations)
    return Concept("a", {"en": LanguageSection((term,), definition_source=citations)})


@pytest.mark.parametrize(
    ("key", "source", "own"),
    [
        ("book", Source("A book"), "book"),
        ("paper", Source("Another paper"), "paper-2"),
        ("report", Source("A report", date="2020"), "report-2"),
        ("report", Source("A report"), "report"),
        ("paper", Source("The paper", url=ADDRESS + "/"), "paper"),
        ("the-paper", Source("The paper", url=ADDRESS), "paper"),
        ("my-report", Source("A report"), "report"),
        ("paper", Source("A report"), "report"),
    ],
)
def test_a_source_is_cited_by_its_own_key_everywhere(key: str, source: Source, own: str) -> None:
    said = apart(Parts(citing(key, "report"), {key: source}), KNOWN)
    cited = citing(own, own if key == "report" else "report")
    assert said == Parts(cited, {own: KNOWN.get(own, source)})


def test_a_key_of_its_own_is_none_that_the_entry_has_for_another_source() -> None:
    brought = {"paper": Source("One"), "paper-2": Source("Two"), "paper-3": Source("Three")}
    said = apart(Parts(citing(*brought), brought), KNOWN)
    assert said.sources == {"paper-4": Source("One"), **dict(list(brought.items())[1:])}
    assert said.concept == citing("paper-4", "paper-2", "paper-3")


def test_told_apart_once_more_it_stays_as_it_is() -> None:
    brought = {"paper": Source("Another paper")}
    said = apart(Parts(citing("paper"), brought), KNOWN)
    assert apart(Parts(citing("paper"), brought), {**KNOWN, **said.sources}) == said


def test_a_source_that_is_not_cited_is_left_out() -> None:
    entry = replace(citing("paper"), related=("b",))
    assert apart(Parts(entry, {"book": Source("A book")}), KNOWN) == Parts(entry, {})
