"""Every source under a key of its own, also where two people chose one key for two sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.body import Parts
from bot.concept import Citation, Concept, Source, Term
from bot.file.references import cited
from bot.naming import new_id


def apart(said: Parts, known: Mapping[str, Source]) -> Parts:
    """An entry with the sources that it brings and cites, none by a key of another one.

    What is ``known`` already, by its address or in every respect, is cited by its known key;
    another source under a known key gets a key of its own.
    """
    keys, sources = dict[str, str](), dict[str, Source]()
    needed = set(cited(said.concept))
    for key, source in said.sources.items():
        if key not in needed:
            continue
        keys[key] = _key(key, source, {**said.sources, **known, **sources}, known)
        sources[keys[key]] = known.get(keys[key], source)
    if all(old == new for old, new in keys.items()):
        return Parts(said.concept, sources)
    return Parts(_recited(said.concept, keys), sources)


def _key(
    key: str, source: Source, taken: Mapping[str, Source], known: Mapping[str, Source]
) -> str:
    same = (name for name, other in known.items() if _is_same(source, other))
    if key in known and _is_same(source, known[key]):
        return key
    return next(same, new_id(key, taken, "source") if key in known else key)


def _is_same(one: Source, other: Source) -> bool:
    if one.url and other.url:
        return one.url.rstrip("/") == other.url.rstrip("/")
    return one == other


def _recited(concept: Concept, keys: Mapping[str, str]) -> Concept:
    def renamed(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(replace(one, source=keys.get(one.source, one.source)) for one in citations)

    def term(one: Term) -> Term:
        return replace(one, source=renamed(one.source), context_source=renamed(one.context_source))

    sections = {
        language: replace(
            section,
            definition_source=renamed(section.definition_source),
            terms=tuple(map(term, section.terms)),
        )
        for language, section in concept.languages.items()
    }
    return replace(concept, languages=sections)
