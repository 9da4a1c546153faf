"""The glossary of the project: what readers may rely on."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from bot.card import Card
from bot.concept import LANGUAGES, Language, labels
from bot.edition import Edition
from bot.file.reading import read
from bot.folding import fold
from bot.glossary import Glossary
from bot.markup import MESSAGE_LENGTH, plain, units

ROOT = Path(__file__).parent.parent
FILE = ROOT / "glossary.yaml"
PHRASES = [
    line.split("\t")
    for line in (ROOT / "tests/data/phrases.tsv").read_text(encoding="utf-8").splitlines()
]


@cache
def glossary() -> Glossary:
    """The glossary, read once."""
    return read(FILE)


@cache
def edition() -> Edition:
    """Its edition."""
    return Edition.of(glossary())


@pytest.mark.parametrize(("phrase", "concept", "language"), PHRASES)
def test_a_phrase_of_the_documents_is_answered_with_its_entry(
    phrase: str, concept: str, language: Language
) -> None:
    answer = edition().lookup.ask(phrase)
    assert answer.verdict == "answer"
    assert answer.matches[0].concept == concept


def test_there_are_at_least_a_hundred_entries() -> None:
    assert len(glossary().concepts) >= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_defined_and_cited_in_every_language(language: Language) -> None:
    undefined = [
        concept.id
        for concept in glossary().concepts.values()
        if language not in concept.languages
        or not concept.languages[language].definition
        or not concept.languages[language].definition_source
    ]
    assert not undefined


def test_every_source_is_cited() -> None:
    cited = {
        citation.source
        for concept in glossary().concepts.values()
        for section in concept.languages.values()
        for citations in (section.definition_source, *(t.source for t in section.terms))
        for citation in citations
    }
    assert cited == set(glossary().sources)


def test_every_citation_of_the_two_documents_names_the_paragraph() -> None:
    without = [
        concept.id
        for concept in glossary().concepts.values()
        for section in concept.languages.values()
        for citation in section.definition_source
        if citation.source in ("um-news-2020", "idr-report-2026") and not citation.paragraph
    ]
    assert not without


def test_no_two_entries_share_a_label_without_being_told_apart() -> None:
    named = defaultdict(set)
    for concept in glossary().concepts.values():
        for label in labels(concept):
            named[fold(label.text)].add(concept.id)
    told_apart = {
        frozenset((concept.id, other.concept))
        for concept in glossary().concepts.values()
        for other in concept.confusable
    }
    shared = {key: ids for key, ids in named.items() if len(ids) > 1}
    assert not {key: ids for key, ids in shared.items() if frozenset(ids) not in told_apart}


def test_every_entry_is_reached_from_another_one() -> None:
    alone = [c.id for c in glossary().concepts.values() if not edition().neighbours(c)]
    assert not alone


def test_every_entry_has_a_subject_field() -> None:
    fields = set(glossary().subject_fields)
    assert 5 <= len(fields) <= 8
    assert all(set(c.subject_field) & fields for c in glossary().concepts.values())


def test_entries_with_a_name_that_nobody_has_seen_are_not_valid() -> None:
    unseen = [
        concept.id
        for concept in glossary().concepts.values()
        for section in concept.languages.values()
        if not all(term.verified for term in section.terms) and concept.status == "valid"
    ]
    assert not unseen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_into_a_message_whole(language: Language) -> None:
    for concept in glossary().concepts.values():
        card = Card(concept, glossary(), language, None, lambda c: f"https://t.me/bot?start={c}")
        text = plain(card.html())
        assert units(text) <= MESSAGE_LENGTH
        assert (concept.languages[language].note or "") in text


def test_no_line_is_over_120_characters() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []


def test_the_editors_schema_is_named_in_the_first_line() -> None:
    first = FILE.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=glossary.schema.json"
