"""A suggestion as a curator sees it: who, what, the difference, what could be better."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from telegram import InlineKeyboardButton

from bot.body import Body, Parts, body, fingerprint, parts
from bot.card import Card
from bot.concept import Concept, Language
from bot.contacts import contacts
from bot.desk import Desk
from bot.edition import Edition
from bot.glossary import Glossary
from bot.handlers import wording
from bot.handlers.buttons import button, markup, pairs
from bot.handlers.preview import with_it
from bot.linter import review
from bot.markup import MESSAGE_LENGTH, Html, bold, fit, join, plain, shorten, units
from bot.reply import Reply
from bot.state import Ground, Revision
from bot.suggestion import Proposal, differences, merged
from bot.texts import Texts, texts

ROOM = MESSAGE_LENGTH - 300  # units; a sentence may come to stand before the card
_SAID = ("definition", "note", "example")
_UNSHOWN = (*_SAID, "source")  # fields of a language that cards in other languages leave out


@dataclass(frozen=True, slots=True)
class Standing:
    """A suggestion against the entry as it is served now.

    Attributes:
        revision: The suggestion.
        now: The entry as it is; None while there is none.
        wanted: What approving would make of it.
        drifted: Whether the entry has changed since the suggestion was begun.
    """

    revision: Revision
    now: Concept | None
    wanted: Body
    drifted: bool

    @property
    def mark(self) -> str:
        """A short name of the entry as it is, for a button to say what was seen."""
        return (fingerprint(self.now) or "none")[:6]

    @property
    def ground(self) -> Ground:
        """The entry as it is, for an approval to say what it is a change of."""
        return Ground(fingerprint(self.now), body(self.now) if self.now else None)

    @property
    def parts(self) -> Parts:
        """The entry and sources that approving would bring."""
        return parts(self.wanted)


def standing(revision: Revision, edition: Edition) -> Standing:
    """The suggestion put on top of what is served now."""
    now = edition.glossary.concepts.get(revision.concept)
    drifted = revision.open and fingerprint(now) != revision.base
    wanted: Body = revision.body
    if drifted and now is not None:
        wanted = _merged(revision, now)
    return Standing(revision, now, wanted, drifted)


def _merged(revision: Revision, now: Concept) -> dict[str, Any]:
    both = merged(revision.previous or {}, revision.body, body(now))
    with contextlib.suppress(ValidationError):
        parts(both)
        return both
    return dict(revision.body)


async def review_card(revision: Revision, desk: Desk, language: Language) -> Reply:
    """A suggestion with the buttons that decide it, or with what was decided."""
    text = texts(language)
    seen = standing(revision, desk.edition)
    head = join([_title(revision, text), state_line(revision, text)])
    warning = text("review.drifted") if seen.drifted else ""
    remarks = await _remarks(seen, desk, text) if revision.open else ""
    what, least = _what(seen, desk, language)
    html = join([head, warning, what, remarks], "\n\n")
    if units(plain(html)) > ROOM:
        told = join([head, warning], "\n\n")
        html = join([told, fit(least, ROOM - units(plain(told)) - 2)], "\n\n")
    rows = await _decisions(seen, desk, text) if revision.open else _afterwards(revision, text)
    return Reply(html, markup(*rows) if rows else None)


def _title(revision: Revision, text: Texts) -> Html:
    author = revision.byline or text.plain("review.anonymous")
    return bold(text(f"review.{revision.kind}", number=revision.id, author=author))


def state_line(revision: Revision, text: Texts) -> Html:
    """What has become of a suggestion, and by whom."""
    if revision.state == "pending":
        return Html("")
    by = revision.reviewed_by or text.plain("review.curator")
    line = text(f"review.state_{revision.state.replace('-', '_')}", by=by)
    return join([line, reason(revision, text)])


def reason(revision: Revision, text: Texts) -> Html:
    """Why it was decided so, in the reader's language where the reason is one of ours."""
    said = revision.reason or ""
    if said.startswith("canned:"):
        said = text.plain(f"reason.{said.removeprefix('canned:')}")
    return text("review.reason", reason=said) if said else Html("")


def _what(seen: Standing, desk: Desk, language: Language) -> tuple[Html, Html]:
    """The card or the difference; and what of it fits in any case."""
    proposed, text = seen.parts, texts(language)
    glossary = desk.edition.glossary
    before = seen.now if seen.revision.open else _before(seen.revision)
    if before is None:
        shown = Proposal(proposed.concept, proposed.sources)
        card = Card(proposed.concept, with_it(glossary, shown), language).html()
        whole = join([card, _elsewhere(proposed, glossary, language)], "\n\n")
        return whole, whole
    changes = differences(before, proposed.concept, glossary, proposed.sources)
    name = bold(wording.called(before, language))
    told = wording.changed(changes, text) if changes else text("review.same")
    whole = join([name, told], "\n\n")
    cut = Html(join([name, shorten(plain(told), 3000)], "\n\n"))
    return whole, whole if units(plain(whole)) < 3500 else cut


def _elsewhere(proposed: Parts, glossary: Glossary, language: Language) -> Html:
    """What a new entry says in languages that its card does not show: it is published too."""
    shown = proposed.concept.section(language)[0]
    changes = differences(None, proposed.concept, glossary, proposed.sources)
    unseen = [
        change
        for change in changes
        if change.language not in (None, shown) and change.field in _UNSHOWN
    ]
    return wording.changed(unseen, texts(language))


def _before(revision: Revision) -> Concept | None:
    return parts(revision.previous).concept if revision.previous else None


async def _remarks(seen: Standing, desk: Desk, text: Texts) -> Html:
    concept = seen.parts.concept
    found = await asyncio.to_thread(review, concept, desk.edition.glossary)
    told = wording.advice(found, desk.edition.glossary, text)
    better = join([text("suggest.better"), *told]) if told else ""
    said = "\n".join(
        getattr(section, field) or "" for section in concept.languages.values() for field in _SAID
    )
    known = (t.term for s in concept.languages.values() for t in s.terms)
    return join([better, wording.pointing(contacts(said, known), text)], "\n\n")


async def _decisions(seen: Standing, desk: Desk, text: Texts) -> list[list[InlineKeyboardButton]]:
    revision = seen.revision
    at = (revision.id, revision.version)
    over = await desk.state.revisions.latest(revision.concept)
    buttons = [
        button(text.plain("review.approve"), "v", "a", *at, over, seen.mark),
        button(text.plain("review.amend"), "v", "e", *at),
        button(text.plain("review.reject"), "v", "j", *at),
        button(text.plain("review.ask_back"), "v", "q", *at),
    ]
    author = revision.author
    if author is not None and author not in desk.settings.curators:
        blocked = await desk.state.blocks.blocked(author)
        key, verb = ("review.unblock", "u") if blocked else ("review.block", "b")
        buttons.append(button(text.plain(key), "v", verb, *at))
    return pairs(buttons)


def _afterwards(revision: Revision, text: Texts) -> list[list[InlineKeyboardButton]]:
    if revision.state != "approved":
        return []
    return [[button(text.plain("history.undo"), "u", "s", revision.id)]]
