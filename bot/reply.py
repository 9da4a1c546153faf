"""From the answer of the lookup to what is sent: markup and buttons, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot import keyboard
from bot.callback import Trail, start
from bot.card import Card, Link, no_link
from bot.concept import Label, Language
from bot.edition import Edition
from bot.explanation import Mention, is_passage, mentions
from bot.lazy import cached_property
from bot.lookup import Answer
from bot.lookup.questions import is_small_talk
from bot.markup import Html, join, one_line
from bot.overview import mention
from bot.texts import texts

QUERY = 80  # characters of a query that are repeated to the person


@dataclass(frozen=True)
class Reply:
    """A message to be sent or edited; ``quotes`` when it must name the message it answers."""

    html: Html
    buttons: InlineKeyboardMarkup | None = None
    quotes: bool = False  # must hang on the message it is about: its buttons read that again

    @cached_property
    def markup(self) -> str | None:
        """The buttons as JSON."""
        return self.buttons.to_json() if self.buttons else None


def to_answer(answer: Answer, edition: Edition, language: Language, link: Link = no_link) -> Reply:
    """The card, the choices, or that there is none."""
    if answer.verdict == "answer":
        best = answer.matches[0]
        return to_trail(start(best.concept), edition, language, link, best.label)
    text = texts(language)
    if answer.verdict == "unknown" and is_small_talk(answer.query):
        return Reply(text("define.empty"))
    query = one_line(answer.query, QUERY)
    if answer.verdict == "choices":
        found = list(dict.fromkeys(match.concept for match in answer.matches))
        key = "answer.choices" if len(found) > 1 else "answer.choice"
        return to_choices(text(key, query=query), found, edition, language)
    unknown = text("answer.unknown", query=query)
    guesses = edition.guess(answer.query, language)
    suggest = keyboard.missed(answer.query, language)
    html = join([unknown, text("answer.guesses")], "\n\n") if guesses else unknown
    buttons = keyboard.choices(guesses, edition, language, suggest)
    return Reply(html, buttons, quotes=bool(suggest) and suggest[0][0].callback_data == "n:")


def to_trail(
    trail: Trail,
    edition: Edition,
    language: Language,
    link: Link = no_link,
    matched: Label | None = None,
) -> Reply:
    """The card of the entry where a reader is; one that was sent lately is not made again."""
    key = (trail, language, link, matched)
    kept: Reply | None = edition.replies.get(key)
    return kept or edition.replies.keep(key, _card(trail, edition, language, link, matched))


def _card(
    trail: Trail, edition: Edition, language: Language, link: Link, matched: Label | None
) -> Reply:
    concept = edition.concept(trail.here)
    if concept is None:
        return Reply(texts(language)("answer.gone"))
    card = Card(concept, edition.glossary, language, matched, link)
    return Reply(card.html(), keyboard.card(concept, trail, edition, language))


def to_choices(html: Html, concepts: Sequence[str], edition: Edition, language: Language) -> Reply:
    """A sentence, and a button per entry."""
    return Reply(html, keyboard.choices(concepts, edition, language))


def to_text(
    text: str,
    edition: Edition,
    language: Language,
    link: Link = no_link,
    *,
    forwarded: bool = False,
) -> Reply:
    """The terms in a longer text, or the answer to a term or a question."""
    if is_passage(text, edition.lookup, language, forwarded=forwarded):
        return to_mentions(mentions(text, edition.lookup), edition, language)
    return to_answer(edition.lookup.ask(text, language), edition, language, link)


def to_mentions(
    found: Sequence[Mention], edition: Edition, language: Language, page: int = 0
) -> Reply:
    """A page of the entries that a text mentions: how often, in which words, and a button each."""
    text = texts(language)
    if not found:
        return Reply(text("explain.nothing"))
    pages = -(-len(found) // keyboard.PAGE)
    page = min(page, pages - 1)
    shown = found[page * keyboard.PAGE : (page + 1) * keyboard.PAGE]
    head = text("explain.found", count=len(found))
    turn = text("explain.page", page=page + 1, pages=pages) if pages > 1 else ""
    lines = join(mention(each, edition, language) for each in shown)
    buttons = keyboard.mentioned([m.concept for m in found], page, edition, language)
    return Reply(join([join([head, turn], " "), lines], "\n\n"), buttons, quotes=True)
