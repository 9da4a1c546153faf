"""T02 to T08 but T05: what the terms of one entry must keep to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.concept import Concept, Language, Term
from bot.linter import words
from bot.linter.finding import Finding, Findings, Steps, strict
from bot.problem import Level

_PUNCTUATION = re.compile(r"[.,;:!?…]$")
# Format and control characters: zero-width spaces, direction marks, soft hyphens.
_INVISIBLE = ("Cc", "Cf", "Co", "Cn", "Zl", "Zp")


def term_rules(concept: Concept, language: Language) -> Findings:
    """What the terms of an entry in one language break."""
    terms = concept.languages[language].terms
    yield from _preferred(concept, language)
    yield from _twice(concept, language)
    for index, term in enumerate(terms):
        steps: Steps = ("languages", language, "terms", index)
        for code, level, key, params in _of_one(concept, language, term):
            params = {"term": term.term} | params
            yield Finding(code, level, concept.id, language, steps, key, params)


def acronym_rule(concept: Concept) -> Findings:
    """T03: an acronym stands for something, which some language of the entry must say."""
    if any(t.type == "full_form" for s in concept.languages.values() for t in s.terms):
        return
    for language, section in concept.languages.items():
        for index, term in enumerate(section.terms):
            if term.type == "acronym":
                steps = ("languages", language, "terms", index)
                params = {"term": term.term}
                level = strict(concept)
                yield Finding("T03", level, concept.id, language, steps, "term_acronym", params)
                return


def _preferred(concept: Concept, language: Language) -> Findings:
    terms = concept.languages[language].terms
    count = sum(term.normative_status == "preferred" for term in terms)
    if count > 1 or (count == 0 and concept.status == "valid"):
        key = "terms_two_preferred" if count else "terms_none_preferred"
        steps = ("languages", language, "terms")
        yield Finding("T02", strict(concept), concept.id, language, steps, key)


def _twice(concept: Concept, language: Language) -> Findings:
    section, seen = concept.languages[language], set[str]()
    shown = [term.term for term in section.terms]
    for index, text in enumerate((*shown, *section.hidden_terms)):
        if text in seen:
            hidden = index - len(shown)
            last: Steps = ("terms", index) if hidden < 0 else ("hidden_terms", hidden)
            steps = ("languages", language, *last)
            params = {"term": text}
            yield Finding("T11", "warning", concept.id, language, steps, "term_twice", params)
        seen.add(text)


def _of_one(
    concept: Concept, language: Language, term: Term
) -> Iterator[tuple[str, Level, str, dict[str, str]]]:
    if term.normative_status == "deprecated" and not term.usage_note:
        yield "T07", strict(concept), "term_deprecated", {}
    if not term.verified and concept.status == "valid":
        yield "T08", "error", "term_unverified", {}
    if term.context and not term.context_source:
        yield "T06", "warning", "term_context_source", {}
    for key, params in _form(concept, language, term):
        yield "T04", "warning", key, params


def _form(
    concept: Concept, language: Language, term: Term
) -> Iterator[tuple[str, dict[str, str]]]:
    text = term.term
    article = words.ARTICLE.get(language)
    found = article and article.match(text)
    if found and concept.concept_type == "general" and term.type == "full_form":
        yield "term_article", {"word": found[0].strip()}
    if _PUNCTUATION.search(text) and term.type not in ("abbreviation", "acronym"):
        yield "term_punctuation", {"word": text[-1]}
    if text != " ".join(text.split()):
        yield "term_spaces", {}
    if not unicodedata.is_normalized("NFC", text):
        yield "term_decomposed", {}
    if hidden := next((c for c in text if unicodedata.category(c) in _INVISIBLE), ""):
        yield "term_invisible", {"word": f"U+{ord(hidden):04X}"}
