"""Several entries in one message without buttons: each with its link and how it is defined."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Card, Link, no_link, title
from bot.concept import Language
from bot.edition import Edition
from bot.explanation import Mention
from bot.lookup import Answer
from bot.markup import Html, bold, join, one_line
from bot.markup import link as address
from bot.texts import texts

MOST = 8  # entries; more are counted
DEFINED = 140  # characters of a definition
FORMS = 3  # ways of writing a term that are repeated from a text
FORM = 60  # characters of each
QUERY = 80  # characters of a query that are repeated to the person


def of_answer(answer: Answer, edition: Edition, language: Language, link: Link = no_link) -> Html:
    """The card, what may have been meant, or that there is nothing."""
    text, query = texts(language), one_line(answer.query, QUERY)
    if answer.verdict == "answer":
        best = answer.matches[0]
        concept = edition.glossary.concepts[best.concept]
        return Card(concept, edition.glossary, language, best.label, link).html()
    if answer.verdict == "choices":
        found = list(dict.fromkeys(match.concept for match in answer.matches))
        key = "answer.choices" if len(found) > 1 else "answer.choice"
        return _list(text(key, query=query), found, edition, language, link)
    guesses = edition.guess(answer.query, language)
    unknown = text("answer.unknown", query=query)
    if not guesses:
        return unknown
    return _list(join([unknown, text("answer.guesses")]), guesses, edition, language, link)


def of_mentions(
    found: Sequence[Mention], edition: Edition, language: Language, link: Link = no_link
) -> Html:
    """The entries that a text mentions, those first that it mentions first."""
    text = texts(language)
    if not found:
        return text("explain.nothing")
    head = text("explain.found", count=len(found))
    return _list(head, [mention.concept for mention in found], edition, language, link)


def _list(
    head: Html, concepts: Sequence[str], edition: Edition, language: Language, link: Link
) -> Html:
    lines = [entry(concept, edition, language, link) for concept in concepts[:MOST]]
    more = len(concepts) - MOST
    rest = texts(language)("explain.more", count=more) if more > 0 else ""
    return join([head, join(lines), rest], "\n\n")


def entry(concept: str, edition: Edition, language: Language, link: Link = no_link) -> Html:
    """A line about an entry: its name, a link to it, and the beginning of its definition."""
    section = edition.glossary.concepts[concept].section(language)[1]
    name = bold(address(title(section), link(concept)))
    return join([Html(f"• {name}"), one_line(section.definition or "", DEFINED)], ": ")


def mention(found: Mention, edition: Edition, language: Language, link: Link = no_link) -> Html:
    """A line about one entry that a text mentions."""
    text = texts(language)
    name = title(edition.glossary.concepts[found.concept].section(language)[1])
    times = text("explain.times", count=found.times) if found.times > 1 else text("explain.once")
    forms = [
        text("explain.form", form=one_line(form, FORM))
        for form in found.forms
        if form.casefold() != name.casefold()
    ][:FORMS]
    named = Html(f"• {bold(address(name, link(found.concept)))}, {times}")
    return join([named, join(forms, ", ")], ": ")
