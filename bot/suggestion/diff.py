"""What changes between two entries, field by field, and word by word in texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.concept import LANGUAGES, Concept, Language, LanguageSection, Source, Term
from bot.glossary import Glossary

_PLAIN = ("definition", "note", "example")
_ALIKE = 0.5  # share of words in common from which changes are shown word by word


class Piece(NamedTuple):
    """A run of words in a changed text: ``same``, ``old`` or ``new``."""

    kind: str
    text: str


class Change(NamedTuple):
    """One field that changes. ``language`` is None for fields of the whole entry."""

    field: str
    language: Language | None
    old: str
    new: str

    def pieces(self) -> list[Piece]:
        """The change, word by word where most words stay, else whole."""
        old, new = _tokens(self.old), _tokens(self.new)
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
        if not self.old or not self.new or matcher.ratio() < _ALIKE:
            return [Piece(k, t) for k, t in (("old", self.old), ("new", self.new)) if t]
        return list(_pieces(matcher, old, new))


def differences(
    old: Concept | None, new: Concept, glossary: Glossary, sources: Mapping[str, Source]
) -> list[Change]:
    """The fields that differ, in the order of a card; days and authors are not told."""
    told = {**glossary.sources, **sources}
    found: list[Change] = []
    for language in LANGUAGES:
        before = old.languages.get(language) if old else None
        after = new.languages.get(language)
        found += _section(language, before, after, told)
    found += _whole(old, new, glossary)
    return [change for change in found if change.old != change.new]


def _section(
    language: Language,
    before: LanguageSection | None,
    after: LanguageSection | None,
    sources: Mapping[str, Source],
) -> Iterator[Change]:
    for field in ("term", "names", "deprecated", *_PLAIN, "source", "hidden"):
        yield Change(
            field, language, _value(before, field, sources), _value(after, field, sources)
        )


def _value(section: LanguageSection | None, field: str, sources: Mapping[str, Source]) -> str:
    if section is None:
        return ""
    if field in _PLAIN:
        return str(getattr(section, field) or "")
    if field == "term":
        return _written(section.preferred)
    if field == "source":
        return "; ".join(
            ", ".join(filter(None, (_title(c.source, sources), c.paragraph)))
            for c in section.definition_source
        )
    if field == "hidden":
        return ", ".join(section.hidden_terms)
    deprecated = field == "deprecated"
    return ", ".join(
        _written(term)
        for term in section.terms
        if term is not section.preferred and (term.normative_status == "deprecated") == deprecated
    )


def _written(term: Term) -> str:
    return term.term


def _title(key: str, sources: Mapping[str, Source]) -> str:
    return sources[key].title if key in sources else key


def _whole(old: Concept | None, new: Concept, glossary: Glossary) -> Iterator[Change]:
    del glossary
    for field in ("subject_field", "broader", "related", "exact_match"):
        before = ", ".join(getattr(old, field)) if old else ""
        yield Change(field, None, before, ", ".join(getattr(new, field)))
    for field in ("status", "replaced_by"):
        before = str(getattr(old, field) or "") if old else ""
        yield Change(field, None, before, str(getattr(new, field) or ""))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s\w]|\w+", text)


def _pieces(
    matcher: difflib.SequenceMatcher[str], old: list[str], new: list[str]
) -> Iterator[Piece]:
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[i1:i2]))
            continue
        if i2 > i1:
            yield Piece("old", "".join(old[i1:i2]))
        if j2 > j1:
            yield Piece("new", "".join(new[j1:j2]))
