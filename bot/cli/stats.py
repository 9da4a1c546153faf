"""Count entries per language, field and status; list what is missing or not verified."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from bot.cli import options as shared
from bot.concept import LANGUAGES, Concept
from bot.file.reading import read
from bot.glossary import Glossary
from bot.problem import GlossaryError
from bot.settings import SettingsError

ERRORS = (GlossaryError, SettingsError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_file(parser)


def run(options: argparse.Namespace) -> int:
    """Print the counts and the to-do list."""
    glossary = read(shared.file(options))
    sys.stdout.writelines(f"{line}\n" for line in (*_counts(glossary), *_to_do(glossary)))
    return 0


def _counts(glossary: Glossary) -> Iterator[str]:
    concepts = glossary.concepts.values()
    yield f"entries: {len(concepts)}, sources: {len(glossary.sources)}"
    yield ""
    yield f"{'language':<12}{'entries':>8}{'terms':>8}{'hidden':>8}{'defined':>9}{'cited':>7}"
    for language in LANGUAGES:
        sections = [c.languages[language] for c in concepts if language in c.languages]
        terms = sum(len(section.terms) for section in sections)
        hidden = sum(len(section.hidden_terms) for section in sections)
        defined = sum(bool(section.definition) for section in sections)
        cited = sum(bool(section.definition_source) for section in sections)
        yield f"{language:<12}{len(sections):>8}{terms:>8}{hidden:>8}{defined:>9}{cited:>7}"
    yield from _tally("status", Counter(concept.status for concept in concepts))
    fields = Counter(key for concept in concepts for key in concept.subject_field)
    yield from _tally("subject field", Counter({k: fields[k] for k in glossary.subject_fields}))


def _tally(name: str, counted: Counter[str]) -> Iterator[str]:
    yield ""
    yield f"{name:<32}{'entries':>8}"
    yield from (f"{key:<32}{number:>8}" for key, number in counted.items())


def _to_do(glossary: Glossary) -> Iterator[str]:
    concepts = glossary.concepts.values()
    yield from _listed("not verified", [line for c in concepts for line in _unverified(c)])
    yield from _listed("missing", [line for c in concepts for line in _missing(c)])


def _listed(name: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{name}: {len(lines)}"
    yield from (f"  {line}" for line in lines)


def _unverified(concept: Concept) -> Iterator[str]:
    for language, section in concept.languages.items():
        for term in section.terms:
            if not term.verified:
                yield f"{concept.id}: {language} “{term.term}” has not been seen in a source"


def _missing(concept: Concept) -> Iterator[str]:
    for language in LANGUAGES:
        section = concept.languages.get(language)
        if section is None:
            yield f"{concept.id}: {language}"
        elif not section.definition:
            yield f"{concept.id}: {language} definition"
        elif not section.definition_source:
            yield f"{concept.id}: {language} source of the definition"
