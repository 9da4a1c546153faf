"""Inline mode: entries as one types, in any chat."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.ext import InlineQueryHandler

from bot import links
from bot.card import Card, title
from bot.concept import Concept, Language
from bot.handlers.context import App, Context, language_of, link
from bot.markup import one_line
from bot.texts import texts

PAGE = 20  # results; Telegram takes 50, a screen shows six
CACHE = 60  # seconds: an edited entry shows within a minute


def register(application: App) -> None:
    """Add inline mode."""
    application.add_handler(InlineQueryHandler(callback=search))


async def search(update: Update, context: Context) -> None:
    """List the entries that begin with, or are close to, what has been typed."""
    inline = update.inline_query
    assert inline is not None  # the handler lets nothing else through
    language = await language_of(update, context)
    edition = context.bot_data.edition
    found = _found(inline.query, language, context)
    first = int(inline.offset) if inline.offset.isdecimal() else 0
    page = found[first : first + PAGE]
    more = str(first + PAGE) if len(found) > first + PAGE else ""
    await inline.answer(
        results=[_result(edition.glossary.concepts[c], language, context) for c in page],
        cache_time=CACHE,
        is_personal=True,  # the answer is in the reader's own language
        next_offset=more,
        button=_button(inline.query, language, nothing=not found),
    )


def _found(query: str, language: Language, context: Context) -> list[str]:
    edition = context.bot_data.edition
    if not query.strip():
        return list(edition.glossary.concepts)
    matches = edition.lookup.complete(query, language)
    return list(dict.fromkeys(match.concept for match in matches))


def _result(concept: Concept, language: Language, context: Context) -> InlineQueryResultArticle:
    section = concept.section(language)[1]
    name = title(section)
    html = Card(concept, context.bot_data.edition.glossary, language, None, link(context)).html()
    open_ = InlineKeyboardButton(
        text=one_line(name, 60), url=links.to_concept(context.bot.username, concept.id)
    )
    return InlineQueryResultArticle(
        id=f"{concept.id}.{language}",
        title=one_line(name, 200),
        description=one_line(section.definition or "", 120) or None,
        input_message_content=InputTextMessageContent(message_text=html),
        reply_markup=InlineKeyboardMarkup([[open_]]),
    )


def _button(query: str, language: Language, *, nothing: bool) -> InlineQueryResultsButton | None:
    text = texts(language)
    if not nothing:
        return None
    return InlineQueryResultsButton(
        text=text.plain("inline.nothing", query=one_line(query, 20)),
        start_parameter=links.query_payload(query),
    )
