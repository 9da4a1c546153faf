"""What a program can put right in an entry without knowing what it means: ``check --fix``.

Letters in their composed form, single spaces, no invisible characters; no full stop at the end of
a definition; no article before a definition or a term. Everything else needs a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from bot.concept import Concept, Language, LanguageSection, Term
from bot.glossary import Glossary
from bot.linter import words

# Zero-width spaces, soft hyphens, direction marks and byte order marks say nothing in a term.
# The joiners (U+200C, U+200D) can, in other scripts and in emoji, and stay.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_FULL_STOP = re.compile(r"(?<=\w)\s*[.。]$")


def repairs(glossary: Glossary) -> dict[str, Concept]:
    """Every entry that can be put right, by id, as it should be."""
    mended = {name: repaired(concept) for name, concept in glossary.concepts.items()}
    return {name: new for name, new in mended.items() if new != glossary.concepts[name]}


def repaired(concept: Concept) -> Concept:
    """The entry put right, also what only shows once the rest is: ``the a  alert``."""
    while (mended := _mended(concept)) != concept:
        concept = mended
    return concept


def _mended(concept: Concept) -> Concept:
    composed: Concept = _mapped(concept, _composed)
    general = composed.concept_type == "general"
    languages = {
        code: _section(section, code, general=general)
        for code, section in composed.languages.items()
    }
    return replace(composed, languages=languages)


def _section(section: LanguageSection, language: Language, *, general: bool) -> LanguageSection:
    terms = tuple(_term(term, language, general=general) for term in section.terms)
    definition = section.definition and _definition(section.definition, language)
    return replace(section, terms=terms, definition=definition)


def _term(term: Term, language: Language, *, general: bool) -> Term:
    text = " ".join(_INVISIBLE.sub("", term.term).split())
    if general and term.type == "full_form":
        text = _without_article(text, language)
    return replace(term, term=text or term.term)


def _definition(text: str, language: Language) -> str:
    mended = _INVISIBLE.sub("", text)
    mended = mended if "\n" in mended else " ".join(mended.split())
    if words.STOP[language].search(mended) and not words.NEXT_SENTENCE[language].search(mended):
        mended = _FULL_STOP.sub("", mended)
    return _without_article(mended, language) or text


def _without_article(text: str, language: Language) -> str:
    article = words.ARTICLE.get(language)
    return article.sub("", text, count=1) if article and article.match(text) else text


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of the model with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        texts = {
            field.name: _mapped(getattr(value, field.name), change) for field in fields(value)
        }
        return replace(value, **texts)
    return value
