from __future__ import annotations

from typing import Any

import pytest

from bot.concept import Concept, Source
from bot.glossary import Glossary
from bot.linter.census import census
from bot.linter.relations import relation_rules, uncited
from tests.linter.entries import entry, glossary


def found(concept: Concept, *others: Concept) -> list[tuple[str, str]]:
    """Code and key of what an entry breaks beside others."""
    whole = glossary(concept, *others)
    return [(f.code, f.key) for f in relation_rules(concept, whole, census(whole))]


def english(term: str, definition: str, **more: Any) -> Concept:
    """An entry in English; its id is its term, and other- before one with a capital."""
    section = {"terms": [term], "definition": definition, "definition_source": "report"}
    name = term.replace(" ", "-") if term.islower() else f"other-{term.lower()}"
    return entry(name, languages={"en": section}, **more)


def test_two_definitions_that_only_name_each_other_are_circular() -> None:
    one, other = english("right", "entitlement"), english("entitlement", "Right")
    assert ("D05", "definition_circular") in found(one, other)
    assert found(one, english("entitlement", "what one may claim")) == []


def test_an_intensional_definition_names_the_broader_concept() -> None:
    above = english("legal act", "text that binds")
    assert found(english("law", "legal act of a parliament", broader="legal-act"), above) == []
    assert found(english("law", "text of a parliament", broader="legal-act"), above) == [
        ("D12", "definition_genus")
    ]
    named = english("Law", "text", broader="legal-act", concept_type="individual")
    assert found(named, above) == []


def test_a_homonym_is_told_of_until_both_entries_tell_the_difference() -> None:
    pointer = {"difference": {"en": "that one is another"}}
    one = english("coalition", "group", confusable=[pointer | {"concept": "other-coalition"}])
    other = english("Coalition", "band", confusable=[pointer | {"concept": "coalition"}])
    silent = english("Coalition", "band")
    assert found(one, silent) == [("T05", "term_homonym")]
    assert found(one, other) == []


def test_a_retired_entry_is_nobodys_homonym() -> None:
    assert found(english("law", "text"), english("Law", "text", status="retired")) == []


def test_a_language_that_other_entries_have_is_missed() -> None:
    korean = {"ko": {"terms": ["법"], "definition": "글", "definition_source": "report"}}
    one, other = english("law", "text"), entry("ko", languages=korean)
    assert found(one, other) == [("T06", "language_missing")]
    assert found(english("law", "text", status="retired"), other) == []


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ({"terms": ["law"]}, "definition_missing"),
        ({"terms": ["law"], "definition": "text"}, "definition_source_missing"),
    ],
)
def test_a_definition_and_its_source_are_missed(section: dict[str, Any], key: str) -> None:
    assert found(entry("law", languages={"en": section})) == [("T06", key)]


def test_an_entry_that_was_superseded_says_by_what_and_only_such_a_one() -> None:
    other = english("statute", "text")
    assert found(english("law", "text", status="superseded"), other) == [
        ("T09", "superseded_not_replaced")
    ]
    assert found(english("law", "text", replaced_by="statute"), other) == [
        ("T09", "replaced_not_superseded")
    ]
    assert not found(english("law", "text", status="superseded", replaced_by="statute"), other)


def test_a_source_that_nothing_cites_is_told_of() -> None:
    cited = english("law", "text")
    whole = Glossary({"law": cited}, {"report": Source("A"), "other": Source("B")})
    assert [f.params for f in uncited(whole)] == [{"source": "other"}]
