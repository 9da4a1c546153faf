"""The model of a glossary: concept → language section → term, and what they cite.

The three levels and the field names are those of TBX-Basic (ISO 30042:2019), SKOS and the
Finnish terminology work (suomi.fi): one entry is one concept, whatever it is called.
Imports nothing of ours, so that everything may import it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, cast, get_args

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

Language: TypeAlias = Literal["en", "fi", "ko"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

ConceptType: TypeAlias = Literal["general", "individual"]
NormativeStatus: TypeAlias = Literal["preferred", "admitted", "deprecated"]
PartOfSpeech: TypeAlias = Literal["noun", "verb", "adjective", "adverb", "other"]
Status: TypeAlias = Literal["draft", "suggested", "valid", "superseded", "retired"]
TermType: TypeAlias = Literal[
    "full_form", "acronym", "abbreviation", "short_form", "variant", "phrase"
]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ID_LENGTH = 48  # with a verb and a page it fits Telegram's 64 bytes of callback data

_CONFIG = ConfigDict(extra="forbid")

Text: TypeAlias = Annotated[str, Field(min_length=1)]


def _says(description: str) -> Any:
    """What editors show about a field, from the JSON Schema that is made of this model."""
    return Field(description=description)


def _as_day(value: object) -> object:
    """Pydantic alone would take 20201105 for a number of seconds."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Day: TypeAlias = Annotated[dt.date, BeforeValidator(_as_day)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


def _as_citation(value: object) -> object:
    return _cited(value) if isinstance(value, str) else value


def _as_citations(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


def _as_terms(value: object) -> object:
    """Plain strings become terms; the first is preferred unless a status says otherwise."""
    value = _as_list(value)
    if not isinstance(value, list):
        return value
    terms = [{"term": item} if isinstance(item, str) else item for item in value]
    if not all(isinstance(item, dict) for item in terms):
        return terms
    chosen = any(item.get("normative_status") == "preferred" for item in terms)
    return [
        {"normative_status": "preferred" if i == 0 and not chosen else "admitted"} | item
        for i, item in enumerate(cast("list[dict[str, Any]]", terms))
    ]


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Source:
    """A work that definitions and terms cite by its key."""

    title: Annotated[Text, _says("The title, in the language of the source.")]
    publisher: Annotated[str | None, _says("Who published it.")] = None
    date: Annotated[str | None, _says("As the source gives it: 2020, 2020-11 or a day.")] = None
    url: Annotated[
        str | None, Field(pattern=r"^https?://\S+$", description="Where it can be read.")
    ] = None
    accessed: Annotated[Day | None, _says("The day the link was last read, YYYY-MM-DD.")] = None


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Citation:
    """A source key, and where in that source."""

    source: Annotated[str, _says("A key of the list of sources.")]
    paragraph: Annotated[str | None, _says("Paragraph, page or article in the source.")] = None


@lru_cache(maxsize=4096)
def _cited(source: str) -> Citation:
    """One object for the thousand citations of one source."""
    return Citation(source)


Citations: TypeAlias = Annotated[
    tuple[Annotated[Citation, BeforeValidator(_as_citation)], ...],
    BeforeValidator(_as_citations),
]


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Term:
    """One designation of a concept in one language."""

    term: Annotated[
        str,
        Field(min_length=1, max_length=120, description="Base form, singular, without article."),
    ]
    normative_status: Annotated[
        NormativeStatus,
        _says("Whether to use the term. The first one is preferred unless another is."),
    ] = "admitted"
    type: Annotated[TermType, _says("What kind of form the term is.")] = "full_form"
    part_of_speech: Annotated[PartOfSpeech, _says("Left out for nouns.")] = "noun"
    verified: Annotated[
        bool, _says("`no` when the term was not seen in a source in this language.")
    ] = True
    source: Annotated[Citations, _says("Where the term was seen.")] = ()
    usage_note: Annotated[
        str | None,
        _says("For a deprecated term: why not to use it, and what to say instead."),
    ] = None
    context: Annotated[str | None, _says("A quoted sentence with the term.")] = None
    context_source: Annotated[Citations, _says("Where that sentence stands.")] = ()
    region: Annotated[str | None, _says("Where the term is used: GB, US, KR, KP.")] = None


@dataclass(frozen=True, slots=True, config=_CONFIG)
class LanguageSection:
    """What a concept is called and how it is defined in one language."""

    terms: Annotated[
        tuple[Term, ...],
        Field(min_length=1, description="What the concept is called, the preferred term first."),
        BeforeValidator(_as_terms),
    ]
    definition: Annotated[
        str | None,
        Field(
            max_length=600,
            description="One noun phrase without a full stop: the broader concept, then what "
            "sets this one apart.",
        ),
    ] = None
    definition_source: Annotated[Citations, _says("What the definition rests on.")] = ()
    note: Annotated[
        str | None, _says("Further facts in full sentences; what may change, with its date.")
    ] = None
    example: Annotated[str | None, _says("An instance of the concept.")] = None
    hidden_terms: Annotated[
        Texts, _says("Misspellings and forms that are searched, never shown.")
    ] = ()

    @property
    def preferred(self) -> Term:
        """The preferred term; the first one while none has been preferred yet."""
        return next((t for t in self.terms if t.normative_status == "preferred"), self.terms[0])

    @property
    def abbreviation(self) -> Term | None:
        """The first acronym or abbreviation that may be used, if there is one."""
        return next(
            (
                term
                for term in self.terms
                if term.type in ("acronym", "abbreviation")
                and term.normative_status != "deprecated"
            ),
            None,
        )


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Confusable:
    """An entry that readers mistake for this one, and the clause that tells them apart."""

    concept: Annotated[str, _says("The id of the other entry.")]
    difference: Annotated[
        dict[Language, str],
        Field(min_length=1, description="One clause per language that tells the two apart."),
    ]


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Concept:
    """One entry of the glossary."""

    id: Annotated[
        str,
        Field(
            pattern=ID_PATTERN,
            max_length=ID_LENGTH,
            description="Small letters, digits and single hyphens; never changes.",
        ),
    ]
    languages: Annotated[
        dict[Language, LanguageSection],
        Field(min_length=1, description="Terms and definition in each language: en, fi, ko."),
    ]
    status: Annotated[Status, _says("How far the entry is; a valid one keeps every rule.")] = (
        "draft"
    )
    concept_type: Annotated[
        ConceptType, _says("`individual` for named things: a body, an act, a document.")
    ] = "general"
    subject_field: Annotated[Texts, _says("Keys of the list of subject fields.")] = ()
    broader: Annotated[Texts, _says("Ids of what this is a kind or a part of.")] = ()
    related: Annotated[Texts, _says("Ids of entries that a reader may want next.")] = ()
    confusable: Annotated[
        tuple[Confusable, ...], _says("Entries that readers mistake for this one.")
    ] = ()
    exact_match: Annotated[
        Texts, _says("Addresses of the same concept elsewhere: IATE, Wikidata.")
    ] = ()
    replaced_by: Annotated[
        str | None, _says("The id of the entry to use instead of a superseded one.")
    ] = None
    created: Annotated[Day | None, _says("When the entry was made, YYYY-MM-DD.")] = None
    created_by: Annotated[str | None, _says("A public handle, never a Telegram user id.")] = None
    updated: Annotated[Day | None, _says("When the entry was last changed, YYYY-MM-DD.")] = None
    updated_by: Annotated[str | None, _says("A public handle, never a Telegram user id.")] = None

    def section(self, language: Language) -> tuple[Language, LanguageSection]:
        """The section in ``language``, else in English, else in the first language there is."""
        fallbacks: tuple[Language, ...] = (language, "en", *self.languages)
        found = next(code for code in fallbacks if code in self.languages)
        return found, self.languages[found]


LabelKind: TypeAlias = Literal["preferred", "admitted", "deprecated", "hidden"]


class Label(NamedTuple):
    """A string that names a concept: a term that is shown, or a hidden one that is searched."""

    text: str
    concept: str
    language: Language
    kind: LabelKind
    type: TermType


def labels(concept: Concept) -> Iterator[Label]:
    """Every label of a concept, shown ones first in each language."""
    for language, section in concept.languages.items():
        for term in section.terms:
            yield Label(term.term, concept.id, language, term.normative_status, term.type)
        for text in section.hidden_terms:
            yield Label(text, concept.id, language, "hidden", "variant")


SubjectField: TypeAlias = dict[Language, Text]
