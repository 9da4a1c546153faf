"""/start, /help, /about and /privacy: what the bot says of itself."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot import __version__, links, menu
from bot.callback import start as trail_to
from bot.handlers.context import App, Context, language_of, link, message_of, texts_for
from bot.handlers.curating import is_curator
from bot.handlers.queue import shown as suggestion
from bot.handlers.sending import send
from bot.handlers.suggest import linked
from bot.markup import join
from bot.reply import Reply, to_answer, to_trail


def register(application: App) -> None:
    """Add these commands."""
    said = filters.UpdateType.MESSAGE
    for name, handler in (
        ("start", start),
        ("help", help_),
        ("about", about),
        ("privacy", privacy),
    ):
        application.add_handler(CommandHandler(command=name, callback=handler, filters=said))


async def start(update: Update, context: Context) -> None:
    """Greet, or show the entry that a link leads to."""
    message = message_of(update)
    payload = context.args[0] if context.args else ""
    reply = await _linked(payload, update, context) if payload else None
    text = await texts_for(update, context)
    await send(message, reply or Reply(text("start.hello")))


async def _linked(payload: str, update: Update, context: Context) -> Reply | None:
    language = await language_of(update, context)
    if begun := await linked(payload, update, context):
        return begun
    person, number = update.effective_user, links.payload_review(payload)
    if number is not None and person and await is_curator(person.id, context):
        return await suggestion(number, update, context)
    edition = context.bot_data.edition
    if payload in edition.glossary.concepts:
        return to_trail(trail_to(payload), edition, language, link(context))
    if query := links.payload_query(payload):
        return to_answer(edition.lookup.ask(query, language), edition, language, link(context))
    return None


async def help_(update: Update, context: Context) -> None:
    """Say how to ask, and list the commands."""
    text = await texts_for(update, context)
    count = len(context.bot_data.edition.glossary.concepts)
    person = update.effective_user
    curator = person is not None and await is_curator(person.id, context)
    html = text("help.text", commands=menu.listed(text, curator=curator), count=count)
    await send(message_of(update), Reply(html))


async def about(update: Update, context: Context) -> None:
    """Say what the glossary is and how much it holds."""
    text = await texts_for(update, context)
    edition = context.bot_data.edition
    html = text(
        "about.text",
        count=len(edition.glossary.concepts),
        version=__version__,
        en=edition.coverage["en"],
        fi=edition.coverage["fi"],
        ko=edition.coverage["ko"],
    )
    await send(message_of(update), Reply(html))


async def privacy(update: Update, context: Context) -> None:
    """Say what is kept about the person who asks."""
    text = await texts_for(update, context)
    person = update.effective_user
    chosen = person and await context.bot_data.state.preferences.language(person.id)
    kept = join([text("privacy.language")] if chosen else [text("privacy.nothing")])
    await send(message_of(update), Reply(text("privacy.text", kept=kept)))
