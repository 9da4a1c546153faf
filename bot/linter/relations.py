"""D05, D12, T05, T06 and T09: what an entry must keep to beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from bot.concept import Concept, Language, labels
from bot.file.references import cited
from bot.glossary import Glossary
from bot.linter.census import Census, key
from bot.linter.finding import Finding, Findings, Steps, strict

_LIVING = ("draft", "suggested", "valid")
_GENUS_WORDS = 12  # the broader concept is named among a definition's first words
_ENDING = 2  # letters that a Finnish word may change at its end


def relation_rules(concept: Concept, glossary: Glossary, census: Census) -> Findings:
    """What an entry breaks beside the others of a glossary."""
    yield from _circular(concept, glossary, census)
    yield from _genus(concept, glossary)
    yield from _homonyms(concept, glossary, census)
    if concept.status in _LIVING:
        yield from _missing(concept, census)
    yield from _replaced(concept)


def uncited(glossary: Glossary) -> Findings:
    """T10: sources that nothing cites."""
    used = {key for concept in glossary.concepts.values() for key in cited(concept)}
    for key_ in glossary.sources:
        if key_ not in used:
            steps = ("sources", key_)
            yield Finding("T10", "warning", "", None, steps, "source_uncited", {"source": key_})


def _circular(concept: Concept, glossary: Glossary, census: Census) -> Findings:
    """D05: a definition that is only another entry's term, whose definition is only this one's."""
    own = {key(label.text) for label in labels(concept)}
    for language, section in concept.languages.items():
        for name in census.namesakes(section.definition or "") - {concept.id}:
            other = glossary.concepts[name].languages.get(language)
            if other and key(other.definition or "") in own:
                steps = ("languages", language, "definition")
                params = {"other": name}
                level = strict(concept)
                told = "definition_circular"
                yield Finding("D05", level, concept.id, language, steps, told, params)


def _genus(concept: Concept, glossary: Glossary) -> Findings:
    """D12: an intensional definition begins with the broader concept.

    What is broader than an individual concept is as a rule the whole that it is a part of.
    """
    if concept.concept_type == "individual":
        return
    above = [glossary.concepts[name] for name in concept.broader if name in glossary.concepts]
    for language, section in concept.languages.items():
        names = [
            term.term
            for other in above
            if language in other.languages
            for term in other.languages[language].terms
        ]
        if names and section.definition and not _named(names, section.definition, language):
            steps = ("languages", language, "definition")
            params = {"term": names[0]}
            told = "definition_genus"
            yield Finding("D12", "info", concept.id, language, steps, told, params)


def _named(names: list[str], definition: str, language: Language) -> bool:
    first = definition if language == "ko" else " ".join(definition.split()[:_GENUS_WORDS])
    cut = _ENDING if language == "fi" else 0
    return any(key(name)[: max(3, len(name) - cut)] in key(first) for name in names)


def _homonyms(concept: Concept, glossary: Glossary, census: Census) -> Findings:
    """T05: one name for two entries, unless they tell readers the difference both ways."""
    told = set[str]()
    for language, steps, text in _labels(concept):
        for name in sorted(census.namesakes(text) - {concept.id} - told):
            told.add(name)
            if not _told_apart(concept, glossary.concepts[name]):
                params = {"term": text, "other": name}
                yield Finding("T05", "info", concept.id, language, steps, "term_homonym", params)


def _told_apart(one: Concept, other: Concept) -> bool:
    return any(c.concept == other.id for c in one.confusable) and any(
        c.concept == one.id for c in other.confusable
    )


def _labels(concept: Concept) -> Iterator[tuple[Language, Steps, str]]:
    for language, section in concept.languages.items():
        for index, term in enumerate(section.terms):
            yield language, ("languages", language, "terms", index), term.term
        for index, text in enumerate(section.hidden_terms):
            yield language, ("languages", language, "hidden_terms", index), text


def _missing(concept: Concept, census: Census) -> Findings:
    """T06: what other entries have and this one lacks."""
    for language in census.languages:
        section = concept.languages.get(language)
        if section is None:
            steps: Steps = ("languages",)
            told = "language_missing"
            yield Finding("T06", "warning", concept.id, language, steps, told)
        elif section.definition is None:
            steps = ("languages", language)
            told = "definition_missing"
            yield Finding("T06", "warning", concept.id, language, steps, told)
        elif not section.definition_source:
            steps = ("languages", language, "definition")
            told = "definition_source_missing"
            yield Finding("T06", "warning", concept.id, language, steps, told)


def _replaced(concept: Concept) -> Findings:
    """T09: only a superseded entry is replaced, and says by which."""
    if concept.replaced_by and concept.status not in ("superseded", "retired"):
        told = "replaced_not_superseded"
        yield Finding("T09", "warning", concept.id, None, ("replaced_by",), told)
    if concept.status == "superseded" and not concept.replaced_by:
        told = "superseded_not_replaced"
        yield Finding("T09", "warning", concept.id, None, ("status",), told)
