"""From a form to the entry that it asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, NamedTuple

from bot.body import SOURCES, parts
from bot.concept import Concept, Language, Source
from bot.glossary import Glossary
from bot.linter import review
from bot.naming import new_id
from bot.state.revision import RevisionKind
from bot.suggestion.form import Form
from bot.suggestion.reading import Named, names, others, subject_field, term_type
from bot.suggestion.sources import cited

Json = dict[str, Any]


class Proposal(NamedTuple):
    """The entry that a form asks for, with the sources that are new."""

    concept: Concept
    sources: Mapping[str, Source]


def proposal(form: Form, glossary: Glossary, *, id_: str = "") -> Proposal:
    """What a form asks for; it needs a term, or an entry to change.

    Args:
        form: What was said.
        glossary: For its sources and subject fields.
        id_: The id of a new entry.
    """
    raw: Json = deepcopy(dict(form.base)) if form.base else _begun(form, glossary, id_)
    sources = raw.get(SOURCES, {})
    section = raw["languages"].setdefault(form.language, {"terms": []})
    _name(section, form)
    for key in ("definition", "note", "example"):
        if said := form.text(key):
            section[key] = said
    if said := form.text("source"):
        _cite(section, said, glossary, sources)
    _add_names(section, form)
    for named in others(form.text("other"), form):
        _translate(raw, named)
    if field := subject_field(form.text("field"), glossary):
        raw["subject_field"] = [field]
    raw["languages"] = {code: it for code, it in raw["languages"].items() if it["terms"]}
    if sources:
        raw[SOURCES] = sources
    return Proposal(*parts(raw))


def kind(form: Form) -> RevisionKind:
    """What sort of change a form asks for."""
    if form.base is None:
        return "add"
    said = {step for step, given in form.given.items() if given.text} - {"language", "similar"}
    new_language = form.language not in form.base["languages"]
    if said <= {"names", "target"} and not new_language:
        return "name"
    return "translation" if said <= {"other"} or new_language else "edit"


def signed(
    proposed: Proposal, glossary: Glossary, today: dt.date, handle: str | None, *, new: bool
) -> Concept:
    """The entry as it would stand in the file: with its day, its author, and its status.

    A new entry is ``valid`` when it keeps all rules and every name was seen in a source; until
    then it is a draft.
    """
    concept = proposed.concept
    if not new:
        return replace(concept, updated=today, updated_by=handle or concept.updated_by)
    sound = replace(concept, status="valid", created=today, created_by=handle)
    verified = all(t.verified for s in sound.languages.values() for t in s.terms)
    broken = any(found.level == "error" for found in review(sound, glossary))
    return sound if verified and not broken else replace(sound, status="draft")


def id_for(concept: Concept, taken: Any) -> str:
    """A new id: of the English term, else of the first other one in Latin letters."""
    order: tuple[Language, ...] = ("en", "fi", "ko")
    term = next(concept.languages[c].preferred.term for c in order if c in concept.languages)
    return new_id(term, taken)


def _begun(form: Form, glossary: Glossary, id_: str) -> Json:
    provisional = id_ or new_id(form.text("term"), glossary.concepts)
    return {"id": provisional, "status": "suggested", "languages": {}}


def _term(text: str, status: str, *, verified: bool) -> Json:
    said: Json = {"term": text, "normative_status": status, "type": term_type(text)}
    return said if verified else said | {"verified": False}


def _name(section: Json, form: Form) -> None:
    """The preferred term: corrected in place, so that what else is said of it stays."""
    text = form.text("term")
    if not text:
        return
    terms = section["terms"]
    preferred = next((t for t in terms if t.get("normative_status") == "preferred"), None)
    if preferred is None:
        verified = bool(form.text("source"))
        terms.insert(0, _term(text, "preferred", verified=verified))
    elif preferred["term"] != text:
        terms[:] = [t for t in terms if t is preferred or t["term"] != text]
        preferred["term"] = text


def _add_names(section: Json, form: Form) -> None:
    verified = bool(form.text("source"))
    for name in names(form.text("names")):
        if name not in {term["term"] for term in section["terms"]}:
            status = "admitted" if section["terms"] else "preferred"
            section["terms"].append(_term(name, status, verified=verified))


def _translate(raw: Json, named: Named) -> None:
    section = raw["languages"].setdefault(named.language, {"terms": []})
    if named.term not in {term["term"] for term in section["terms"]}:
        status = "admitted" if section["terms"] else "preferred"
        section["terms"].append(_term(named.term, status, verified=False))
    if named.definition:
        section["definition"] = named.definition


def _cite(section: Json, text: str, glossary: Glossary, sources: Json) -> None:
    found = cited(text, glossary)
    citation: Json = {"source": found.citation.source}
    if found.citation.paragraph:
        citation["paragraph"] = found.citation.paragraph
    if found.new:
        facts = {"title": found.new.title, "url": found.new.url, "date": found.new.date}
        sources[found.citation.source] = {name: said for name, said in facts.items() if said}
    old = section.setdefault("definition_source", [])
    if citation not in old:
        old.append(citation)
