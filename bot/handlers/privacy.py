"""/privacy and /forget: what is kept about a person, and its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot import links, missing
from bot.handlers.context import App, Context, message_of, texts_for
from bot.handlers.curating import public_handle
from bot.handlers.private import said_alone
from bot.handlers.sending import send
from bot.markup import Html, join
from bot.reply import Reply
from bot.state import Erased, StateUnavailable, answers, cards, drafts, misses, retention
from bot.state.misses import DAY_MS
from bot.texts import Texts

_DAYS = {  # for how long, by what ``State.kept_with`` calls it
    "drafts": drafts.KEPT_MS // DAY_MS,
    "notices": retention.NOTICE_MS // DAY_MS,
    "answers": answers.KEPT_MS // DAY_MS,
    "cards": cards.KEPT_MS // DAY_MS,
    "revisions": retention.AUTHOR_MS // DAY_MS,
    "reviews": retention.REVIEWER_MS // DAY_MS,
}
_KEYS = {"blocks made": "made", "credits": "revisions", "review credits": "reviews"}


def register(application: App) -> None:
    """Add the commands."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="privacy", callback=privacy, filters=said))
    application.add_handler(CommandHandler(command="forget", callback=forget, filters=said))


async def privacy(update: Update, context: Context) -> None:
    """Say what is kept about the person who asks; in a group, lead them out of it."""
    await said_alone(update, context, kept, "privacy.private", links.PRIVACY)


async def kept(update: Update, context: Context) -> Reply:
    """What is kept about the person now, why and for how long."""
    text = await texts_for(update, context)
    state = context.bot_data.state
    user = update.effective_user
    person = user.id if user else 0
    try:
        await state.answers.flush()  # so that what waits to be written is told too
        rows = await state.kept_with(person, public_handle(user))
    except StateUnavailable:
        return Reply(text("privacy.unavailable"))
    choices = await _choices(person, text, context) if "people" in rows else ""
    listed = _listed(_lines("privacy", rows, text, choices=choices)) or text("privacy.nothing")
    html = text(
        "privacy.text",
        kept=listed,
        characters=missing.CHARACTERS,
        words=missing.WORDS,
        miss_days=misses.KEPT_DAYS,
    )
    return Reply(html)


async def _choices(person: int, text: Texts, context: Context) -> str:
    chosen = await context.bot_data.state.preferences.person(person)
    language = (
        text("privacy.language", language=text(f"languages.{chosen.language}"))
        if chosen.language
        else text("privacy.no_language")
    )
    return join([language, "" if chosen.notify else text("privacy.notify")], "; ")


async def forget(update: Update, context: Context) -> None:
    """Erase what is kept about the person at once, look again, and say what was found."""
    text = await texts_for(update, context)
    state = context.bot_data.state
    person = update.effective_user
    if person is None:
        return
    try:
        state.answers.forget(person.id)
        erased = await state.forget(person.id, public_handle(person))
        left = await state.kept_with(person.id, public_handle(person))
    except StateUnavailable:
        await send(message_of(update), Reply(text("forget.failed")))
        return
    await send(message_of(update), Reply(_told(erased, left, text)))


def _told(erased: Erased, left: Mapping[str, int], text: Texts) -> Html:
    rows = _listed(_lines("forget", erased.rows, text))
    if left:
        stays = _listed(_lines("privacy", left, text))
        return text("forget.stays", rows=rows or text("forget.none"), kept=stays)
    return text("forget.done", rows=rows) if rows else text("forget.nothing")


def _lines(section: str, rows: Mapping[str, int], text: Texts, **more: str) -> Iterable[Html]:
    for name, count in rows.items():
        yield text(
            f"{section}.{_KEYS.get(name, name)}",
            count=count,
            days=_DAYS.get(name, 0),
            done_days=retention.NOTICE_DONE_MS // DAY_MS,
            **more,
        )


def _listed(lines: Iterable[Html]) -> Html:
    return join(Html(f"• {line}") for line in dict.fromkeys(lines))
