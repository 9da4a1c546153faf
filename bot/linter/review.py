"""All rules together: for one entry, as someone writes it, and for a whole glossary."""

from __future__ import annotations

from bot.concept import Concept
from bot.glossary import Glossary
from bot.linter.census import Census, census
from bot.linter.definitions import definition_rules
from bot.linter.finding import Finding, Findings
from bot.linter.relations import relation_rules, uncited
from bot.linter.terms import acronym_rule, term_rules

_ORDER = {"error": 0, "warning": 1, "info": 2}


def review(concept: Concept, glossary: Glossary) -> list[Finding]:
    """What could be better in one entry, gravest first; it need not be in the glossary yet.

    Takes some 50 ms at 10,000 entries the first time a version of the glossary is asked about.
    """
    found = _reviewed(concept, glossary, census(glossary))
    return sorted(found, key=lambda finding: _ORDER[finding.level])


def review_all(glossary: Glossary) -> Findings:
    """What could be better in a glossary: its sources, then its entries in their order."""
    counted = census(glossary)
    yield from uncited(glossary)
    for concept in glossary.concepts.values():
        if concept.status != "retired":
            yield from _reviewed(concept, glossary, counted)


def _reviewed(concept: Concept, glossary: Glossary, counted: Census) -> Findings:
    for language in concept.languages:
        yield from definition_rules(concept, language, glossary)
        yield from term_rules(concept, language)
    yield from acronym_rule(concept)
    yield from relation_rules(concept, glossary, counted)
