from __future__ import annotations

from pathlib import Path

from bot.file.reading import check_text
from bot.linter import review, review_all
from tests.linter.entries import entry, glossary


def test_an_entry_that_is_not_in_the_glossary_yet_can_be_reviewed() -> None:
    section = {"terms": ["law"], "definition": "the text", "definition_source": "report"}
    concept = entry("law", languages={"en": section})
    assert [found.key for found in review(concept, glossary())] == ["definition_article"]


def test_what_is_gravest_comes_first() -> None:
    section = {"terms": ["law", "law"], "definition": "the text that is currently law"}
    concept = entry("law", languages={"en": section}, status="valid")
    levels = [found.level for found in review(concept, glossary())]
    assert levels == sorted(levels)
    assert {"error", "warning"} <= set(levels)


def test_a_retired_entry_is_not_reviewed() -> None:
    concept = entry("law", languages={"en": {"terms": ["the law"]}}, status="retired")
    assert list(review_all(glossary(concept, entry("neighbour")))) == []


def test_check_tells_a_finding_with_its_entry_language_and_line() -> None:
    text = (
        "schema_version: 1\nsources: {a: {title: b}}\nentries:\n- id: law\n  languages:\n    fi:\n"
        "      terms: [laki]\n      definition: teksti.\n      definition_source: a\n"
    )
    assert [str(problem) for problem in check_text(text.encode(), Path("g.yaml"))] == [
        "g.yaml:8: entry “law”: Finnish: the definition ends in a full stop; remove it [D01]"
    ]
