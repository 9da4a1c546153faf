"""The card: one concept as a reader sees it, in their language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.concept import Citation, Concept, Label, Language, LanguageSection, Source, Term
from bot.glossary import Glossary
from bot.markup import (
    MESSAGE_LENGTH,
    Html,
    bold,
    escape,
    italic,
    join,
    link,
    plain,
    quote,
    shorten,
    units,
)
from bot.texts import Texts, texts

FOLD = 240  # a longer note is folded: Telegram shows three lines of it

Link = Callable[[str], str | None]


def no_link(_concept: str) -> str | None:
    """Where there is no Telegram, entries have no address."""
    return None


@dataclass(frozen=True, slots=True)
class Card:
    """What a card is made of; ``html`` puts it together."""

    concept: Concept
    glossary: Glossary
    language: Language
    matched: Label | None = None
    link: Link = no_link

    @property
    def _shown(self) -> tuple[Language, LanguageSection]:
        return self.concept.section(self.language)

    @property
    def _text(self) -> Texts:
        return texts(self.language)

    def html(self) -> Html:
        """The card, never over 4,096 UTF-16 units; what is least needed is cut first."""
        note = self._shown[1].note or ""
        whole = self._assemble(note, more=True)
        if _fits(whole):
            return whole
        for limit in (1200, 600, 200):
            shorter = self._assemble(shorten(note, limit), more=True)
            if _fits(shorter):
                return shorter
        return self._assemble("", more=False)

    def _assemble(self, note: str, *, more: bool) -> Html:
        section = self._shown[1]
        head = join([self._title(), self._match(), self._fallback()])
        body = join([escape(section.definition or ""), self._example() if more else ""], "\n\n")
        tail = join(self._names() if more else [])
        others = self._confusable() if more else ""
        about = join([self._fields(), self._sources()])
        folded = units(note) > FOLD
        quoted = quote(note, folded=folded) if note else ""
        return join([head, body, quoted, tail, others, about, self._status()], "\n\n")

    def _title(self) -> Html:
        return bold(title(self._shown[1]))

    def _match(self) -> str:
        label = self.matched
        if label is None or label.text in plain(self._title()):
            return ""
        if label.kind == "deprecated":
            usage = self._usage(label)
            return join([self._text("matched.deprecated", label=label.text), usage], " ")
        if label.kind == "hidden":
            return italic(self._text("matched.hidden", label=label.text))
        if label.language != self._shown[0] and label.kind == "preferred":
            name = self._text(f"languages.{label.language}")
            return italic(self._text("matched.translation", label=label.text, language=name))
        return italic(self._text("matched.admitted", label=label.text))

    def _usage(self, label: Label) -> str:
        section = self.concept.languages.get(label.language)
        terms = section.terms if section else ()
        return next((t.usage_note or "" for t in terms if t.term == label.text), "")

    def _fallback(self) -> str:
        shown = self._shown[0]
        if shown == self.language:
            return ""
        return italic(self._text("card.fallback", language=self._text(f"languages.{shown}")))

    def _example(self) -> str:
        example = self._shown[1].example
        return self._text("card.example", text=example) if example else ""

    def _names(self) -> Iterator[Html]:
        """The other names in this language, then the terms of the other languages."""
        language, section = self._shown
        used = section.preferred
        titled = {used.term, section.abbreviation.term if section.abbreviation else ""}
        others = [t for t in section.terms if t.term not in titled]
        if admitted := [t for t in others if t.normative_status != "deprecated"]:
            yield self._text("card.also", terms=self._terms(admitted))
        if deprecated := [t for t in others if t.normative_status == "deprecated"]:
            yield self._text("card.avoid", terms=self._terms(deprecated))
        for other, its in self.concept.languages.items():
            if other != language:
                name = self._text(f"languages.{other}")
                terms = [t for t in its.terms if t.normative_status != "deprecated"]
                label = name[:1].upper() + name[1:]
                yield self._text("card.other", language=label, terms=self._terms(terms))

    def _terms(self, terms: Iterable[Term]) -> Html:
        marked = (
            term.term if term.verified else f"{term.term} ({self._text('card.not_verified')})"
            for term in terms
        )
        return escape(", ".join(marked))

    def _confusable(self) -> str:
        lines = [
            Html(f"• {self.name(other.concept)}{': ' + escape(clause) if clause else ''}")
            for other in self.concept.confusable
            if other.concept in self.glossary.concepts
            for clause in [other.difference.get(self.language) or other.difference.get("en", "")]
        ]
        return join([self._text("card.confusable"), *lines]) if lines else ""

    def name(self, concept: str) -> Html:
        """The preferred term of another entry, with a link to it."""
        section = self.glossary.concepts[concept].section(self.language)[1]
        return link(section.preferred.term, self.link(concept))

    def _fields(self) -> str:
        names = [
            self.glossary.subject_fields[key].get(self.language, key)
            for key in self.concept.subject_field
            if key in self.glossary.subject_fields
        ]
        return self._text("card.field", fields=", ".join(names)) if names else ""

    def _sources(self) -> str:
        cited = [
            self._source(self.glossary.sources[citation.source], citation)
            for citation in self._shown[1].definition_source
            if citation.source in self.glossary.sources
        ]
        return self._text("card.source", sources=join(cited, "; ")) if cited else ""

    def _source(self, source: Source, citation: Citation) -> Html:
        where = citation.paragraph or ""
        if where[:1].isdigit():
            where = self._text("card.paragraph", paragraph=where)
        title = link(source.title, source.url)
        return join([title, source.publisher or "", source.date or "", where], ", ")

    def _status(self) -> str:
        concept = self.concept
        if concept.replaced_by in self.glossary.concepts:
            instead = self._text("card.replaced", term=self.name(str(concept.replaced_by)))
            return join([self._text("card.superseded"), instead], " ")
        if concept.status in ("superseded", "retired"):  # counts for more than what is unverified
            return self._text(f"card.{concept.status}")
        unverified = [
            self._text(f"languages.{language}")
            for language, section in concept.languages.items()
            if not all(term.verified for term in section.terms)
        ]
        if unverified:
            return self._text("card.unverified", languages=", ".join(unverified))
        return "" if concept.status == "valid" else self._text(f"card.{concept.status}")


def title(section: LanguageSection) -> str:
    """The preferred term of a section, with its abbreviation."""
    name, short = section.preferred.term, section.abbreviation
    return name if short is None or short.term == name else f"{name} ({short.term})"


def _fits(html: Html) -> bool:
    return units(plain(html)) <= MESSAGE_LENGTH
