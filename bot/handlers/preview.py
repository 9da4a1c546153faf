"""What a suggestion looks like before it is sent: the real card, and what could be better."""

from __future__ import annotations

import asyncio
from collections import ChainMap
from dataclasses import replace
from typing import cast

from telegram import InlineKeyboardButton, Update

from bot.body import parts
from bot.card import Card
from bot.concept import Concept
from bot.glossary import Glossary
from bot.handlers import wording
from bot.handlers.buttons import button, markup, pairs
from bot.handlers.context import Context, language_of, link
from bot.handlers.curating import is_curator, public_handle
from bot.markup import MESSAGE_LENGTH, Html, fit, join, plain, units
from bot.reply import Reply
from bot.suggestion import Change, Proposal, differences, proposal
from bot.suggestion.form import Form
from bot.suggestion.similar import pointed_out
from bot.texts import Texts, texts


def with_it(glossary: Glossary, proposed: Proposal) -> Glossary:
    """The glossary with a proposed entry in it, so that its card can be drawn."""
    concept, others = proposed.concept, cast("dict[str, Concept]", glossary.concepts)
    concepts = ChainMap({concept.id: concept}, others)  # others are not made for this
    return replace(glossary, concepts=concepts, sources={**glossary.sources, **proposed.sources})


def changes(form: Form, proposed: Proposal, glossary: Glossary) -> list[Change]:
    """What a form changes; everything, for a new entry."""
    old = parts(form.base).concept if form.base else None
    return differences(old, proposed.concept, glossary, proposed.sources)


async def preview(form: Form, update: Update, context: Context, note: Html | None = None) -> Reply:
    """The card as readers will see it, what changes, what could be better, and what to do."""
    language = await language_of(update, context)
    text, glossary = texts(language), context.bot_data.edition.glossary
    proposed = proposal(form, glossary)
    found = changes(form, proposed, glossary)
    if form.base and not found:
        rows = _out(form, text)
        return Reply(join([note or "", text("suggest.nothing_changed")], "\n\n"), markup(*rows))
    card = Card(proposed.concept, with_it(glossary, proposed), language, None, link(context))
    remarks = await _remarks(form, proposed.concept, glossary, text)
    head = join([note or "", text("suggest.preview")], "\n\n")
    told = wording.changed(found, text) if form.base else Html("")
    html = _fitting([head, card.html(), told, remarks], told or card.html())
    return Reply(html, markup(*await _buttons(form, update, context, text)))


def _fitting(whole: list[Html], least: Html) -> Html:
    """All of it where there is room, else the change alone."""
    html = join(whole, "\n\n")
    return html if units(plain(html)) <= MESSAGE_LENGTH else fit(least)


async def _remarks(form: Form, concept: Concept, glossary: Glossary, text: Texts) -> Html:
    told = wording.advice(await wording.findings(form, concept, glossary), glossary, text)
    better = join([text("suggest.better"), *told]) if told else Html("")
    contacts = await asyncio.to_thread(pointed_out, form, glossary)
    pointing = wording.pointing(contacts, text)
    missing = Html("")
    if form.goal == "new" and form.missing:
        missing = text("suggest.missing", fields=wording.named_steps(form.missing, text))
    return join([better, pointing, missing], "\n\n")


async def _buttons(
    form: Form, update: Update, context: Context, text: Texts
) -> list[list[InlineKeyboardButton]]:
    person = update.effective_user
    assert person is not None  # drafts belong to people
    curator = await is_curator(person.id, context)
    send = [button(text.plain(f"suggest.send_{form.goal}"), "d", "send", "preview")]
    if curator and form.goal in ("new", "change"):
        send.insert(0, button(text.plain("suggest.publish"), "d", "publish", "preview"))
    more = []
    if public_handle(person) and form.goal in ("new", "change"):
        credit = public_handle(person) if form.credit else text.plain("suggest.anonymous")
        label = text.plain("suggest.credit", credit=credit)
        more.append(button(label, "d", "credit", "preview"))
    if not curator:
        chosen = await context.bot_data.state.preferences.person(person.id)
        key = "suggest.notify_on" if chosen.notify else "suggest.notify_off"
        more.append(button(text.plain(key), "d", "notify", "preview"))
    return [send, *_out(form, text), *([each] for each in more)]


def _out(form: Form, text: Texts) -> list[list[InlineKeyboardButton]]:
    ways = [button(text.plain("suggest.edit"), "d", "menu", "preview")]
    if form.goal == "new" and form.missing:
        ways.append(button(text.plain("suggest.fill"), "d", "fill", "preview"))
    return pairs([*ways, button(text.plain("suggest.cancel"), "d", "cancel", "preview")])
