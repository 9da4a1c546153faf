"""A concept as the shortest plain data that means it: what a person would type."""

from __future__ import annotations

from typing import Any, TypeAlias

from bot.concept import Citation, Citations, Concept, Confusable, LanguageSection, Term

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

# The order of the keys, in which a reader meets them; it is the model's but for long parts last.
ENTRY = (
    "id", "concept_type", "subject_field", "status", "replaced_by", "broader", "related",
    "confusable", "exact_match", "languages", "created", "created_by", "updated", "updated_by",
)  # fmt: skip
SECTION = ("terms", "definition", "definition_source", "note", "example", "hidden_terms")
TERM = (
    "term", "normative_status", "type", "part_of_speech", "verified", "region", "source",
    "usage_note", "context", "context_source",
)  # fmt: skip
_TERM_DEFAULTS = {"type": "full_form", "part_of_speech": "noun"}


def plain(concept: Concept) -> dict[str, Plain]:
    """An entry without what goes without saying; reading it gives the same concept."""
    data: dict[str, Any] = {key: _value(getattr(concept, key)) for key in ENTRY}
    data["languages"] = {code: _section(each) for code, each in concept.languages.items()}
    data["confusable"] = [_confusable(each) for each in concept.confusable]
    if concept.concept_type == "general":
        del data["concept_type"]
    return _filled(data)


def _section(section: LanguageSection) -> dict[str, Plain]:
    return _filled(
        {
            "terms": _terms(section.terms),
            "definition": section.definition,
            "definition_source": _citations(section.definition_source),
            "note": section.note,
            "example": section.example,
            "hidden_terms": list(section.hidden_terms),
        }
    )


def _terms(terms: tuple[Term, ...]) -> list[Plain]:
    """The first term is preferred unless another is; that need not be said."""
    first = terms[0].normative_status == "preferred"
    chosen = [term for term in terms if term.normative_status == "preferred"]
    silent = first and len(chosen) == 1
    return [_term(term, _unsaid(index, silent, bool(chosen))) for index, term in enumerate(terms)]


def _unsaid(index: int, silent: bool, chosen: bool) -> str:  # noqa: FBT001 - one caller
    """The status that a term has when none is written."""
    if index == 0 and (silent or not chosen):
        return "preferred"
    return "admitted"


def _term(term: Term, unsaid: str) -> Plain:
    data: dict[str, Any] = {key: _value(getattr(term, key)) for key in TERM}
    for key, default in _TERM_DEFAULTS.items() | {("normative_status", unsaid)}:
        if data[key] == default:
            del data[key]
    data["verified"] = None if term.verified else "no"
    data["source"] = _citations(term.source)
    data["context_source"] = _citations(term.context_source)
    short = _filled(data)
    return term.term if len(short) == 1 else short


def _citations(citations: Citations) -> list[Plain]:
    return [_citation(citation) for citation in citations]


def _citation(citation: Citation) -> Plain:
    if citation.paragraph is None:
        return citation.source
    return {"source": citation.source, "paragraph": citation.paragraph}


def _confusable(other: Confusable) -> Plain:
    difference: Any = dict(other.difference)
    return {"concept": other.concept, "difference": difference}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, bool) else str(value)


def _filled(data: dict[str, Any]) -> dict[str, Plain]:
    return {key: value for key, value in data.items() if value is not None and value != []}
