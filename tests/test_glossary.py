"""Outlines: what is told of entries without their texts."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.concept import LANGUAGES, Concept, Language
from bot.glossary import Outline, outline
from tests.samples import glossary


def outlined(**languages: list[Any]) -> Outline:
    """The outline of an entry with these terms."""
    sections = {code: {"terms": terms, "hidden_terms": "x"} for code, terms in languages.items()}
    concept = {"id": "entry", "languages": sections}
    return outline(TypeAdapter(Concept).validate_python(concept))


@pytest.mark.parametrize(
    ("language", "name"), [("en", "chosen"), ("fi", "ensin"), ("ko", "chosen")]
)
def test_an_entry_goes_by_its_preferred_term_or_the_english_one(
    language: Language, name: str
) -> None:
    entry = outlined(
        fi=["ensin", "toinen"],
        en=["first", {"term": "chosen", "normative_status": "preferred"}],
    )
    assert entry.name(language) == name


def test_an_entry_without_english_goes_by_the_first_language_it_has() -> None:
    deprecated = [{"term": name, "normative_status": "deprecated"} for name in ("가", "나")]
    assert outlined(ko=deprecated, fi=["a"]).name("en") == "가"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_outline_goes_by_what_the_concept_is_called(language: Language) -> None:
    for concept in glossary().concepts.values():
        assert outline(concept).name(language) == concept.section(language)[1].preferred.term


def test_an_entry_points_at_all_that_it_names() -> None:
    (coalition, *_) = glossary().outlines()
    assert (coalition.related, coalition.others) == (("human-rights",), ("human-rights",))
    replaced = glossary({"id": "old", "replaced_by": "new", "languages": {"en": {"terms": ["o"]}}})
    assert list(replaced.outlines())[-1].others == ("new",)
