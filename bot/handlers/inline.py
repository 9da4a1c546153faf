"""Inline mode: entries as one types, in any chat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.ext import InlineQueryHandler

from bot import browsing, links
from bot.card import Card, title
from bot.concept import Language
from bot.handlers.context import App, Context, language_of, link
from bot.markup import Html, one_line
from bot.texts import texts

PAGE = 20  # results; Telegram takes 50, a screen shows six
FOUND = 200  # results over all pages; nobody scrolls further, they type a letter more
RECENT = 20  # entries among what an empty query shows

# Telegram keeps an answer for everybody who types the same, unless it is personal. Ours is in
# the reader's language, so it is personal. It is kept for a minute: going back and forth in a
# word asks nothing twice, yet an edited entry and a newly chosen language show within a minute.
CACHE = 60  # seconds


def register(application: App) -> None:
    """Add inline mode."""
    application.add_handler(InlineQueryHandler(callback=search))


async def search(update: Update, context: Context) -> None:
    """List the entries that begin with, or are close to, what has been typed."""
    inline = update.inline_query
    assert inline is not None  # the handler lets nothing else through
    language = await language_of(update, context)
    found = _found(inline.query, language, context)
    context.bot_data.vitals.lookups.add("choices" if found else "unknown", "inline")
    first = int(inline.offset) if re.fullmatch(r"[0-9]{1,4}", inline.offset) else 0
    last = first + PAGE
    await inline.answer(
        results=[_result(name, language, context) for name in found[first:last]],
        cache_time=CACHE,
        is_personal=True,
        next_offset=str(last) if len(found) > last else None,  # "" would be sent as "[]"
        button=_button(inline.query, found, language),
    )


def _found(query: str, language: Language, context: Context) -> list[tuple[str, str]]:
    """Kind and name of what is to be listed: ``field`` and its key, or ``entry`` and its id."""
    edition = context.bot_data.edition
    if query.strip():
        with context.bot_data.vitals.looking.timed("inline"):
            matches = edition.lookup.complete(query, language, FOUND)
        return [("entry", name) for name in dict.fromkeys(match.concept for match in matches)]
    recent = edition.contents.newest[:RECENT]
    fields = edition.contents.fields(language)
    return [*(("field", key) for key in fields), *(("entry", name) for name in recent)]


def _result(
    found: tuple[str, str], language: Language, context: Context
) -> InlineQueryResultArticle:
    """A result; what was made for an edition is used again with the next letter typed."""
    kind, name = found
    made = context.bot_data.edition.replies
    key = ("inline", kind, name, language, context.bot.username)
    kept: InlineQueryResultArticle | None = made.get(key)
    return kept or made.keep(key, (_field if kind == "field" else _entry)(name, language, context))


def _entry(name: str, language: Language, context: Context) -> InlineQueryResultArticle:
    edition = context.bot_data.edition
    concept = edition.glossary.concepts[name]
    section = concept.section(language)[1]
    return _article(
        identifier=f"{name}.{language}",
        title=one_line(title(section), 200) or name,
        description=one_line(section.definition or "", 120),
        html=Card(concept, edition.glossary, language, None, link(context)).html(),
        label=texts(language).plain("inline.entry"),
        address=links.to_concept(context.bot.username, name),
    )


def _field(key: str, language: Language, context: Context) -> InlineQueryResultArticle:
    edition, text = context.bot_data.edition, texts(language)
    bot = context.bot.username
    name = browsing.field_name(key, edition, language)
    count = len(edition.contents.fields(language)[key])
    return _article(
        identifier=f"field.{key}.{language}",
        title=one_line(text.plain("inline.field", field=name), 200),
        description=text.plain("inline.entries", count=count),
        html=browsing.listed(key, edition, language, bot),
        label=text.plain("inline.list"),
        address=links.to_payload(bot, links.browse_payload(key)),
    )


def _article(
    *, identifier: str, title: str, description: str, html: Html, label: str, address: str
) -> InlineQueryResultArticle:
    """A result; sent, it has one button, which leads to the bot."""
    button = InlineKeyboardButton(text=label, url=address)
    return InlineQueryResultArticle(
        id=identifier,
        title=title,
        description=description or None,
        input_message_content=InputTextMessageContent(message_text=html),
        reply_markup=InlineKeyboardMarkup([[button]]),
    )


def _button(
    query: str, found: Sequence[object], language: Language
) -> InlineQueryResultsButton | None:
    """Above the results: to the private chat, to browse or with the query that found nothing."""
    text = texts(language)
    if not query.strip():
        return InlineQueryResultsButton(
            text=text.plain("inline.open"), start_parameter=links.browse_payload()
        )
    if found:
        return None
    return InlineQueryResultsButton(
        text=text.plain("inline.nothing", query=one_line(query, 20)),
        start_parameter=links.query_payload(query),
    )
