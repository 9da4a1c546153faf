"""/start, /help and /about: what the bot says of itself."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot import __version__, browsing, links, menu, profile
from bot.callback import start as trail_to
from bot.handlers.context import App, Context, language_of, link, message_of, texts_for
from bot.handlers.curating import is_curator
from bot.handlers.mine import own
from bot.handlers.misses import count_miss
from bot.handlers.privacy import kept
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
    ):
        application.add_handler(CommandHandler(command=name, callback=handler, filters=said))


async def start(update: Update, context: Context) -> None:
    """Greet, or show what a link leads to: an entry, a list, an answer, what is kept."""
    message = message_of(update)
    _welcome_curator(update, context)
    payload = context.args[0] if context.args else ""
    reply = await _linked(payload, update, context) if payload else None
    if reply is None:
        text = await texts_for(update, context)
        gone = text("start.gone") if payload else ""
        reply = Reply(join([gone, text("start.hello")], "\n\n"))
    await send(message, reply)


def _welcome_curator(update: Update, context: Context) -> None:
    """A curator's chat can be given its commands only once it exists."""
    person = update.effective_user
    if person and person.id in context.bot_data.settings.curators:
        context.application.create_task(profile.present_to(context.bot, person.id), update=update)


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
    if payload == links.PRIVACY:
        return await kept(update, context)
    if payload == links.MINE:
        return await own(update, context)
    if (field := links.payload_field(payload)) is not None:
        found = browsing.to_field(field, edition, language) if field else None
        return found or browsing.to_front(edition, language)
    if query := links.payload_query(payload):
        with context.bot_data.vitals.looking.timed("question"):
            answer = edition.lookup.ask(query, language)
        count_miss(answer, language, update, context)
        return to_answer(answer, edition, language, link(context))
    return None


async def help_(update: Update, context: Context) -> None:
    """Say how to ask, and list the commands."""
    text = await texts_for(update, context)
    count = len(context.bot_data.edition.glossary.concepts)
    html = text(
        "help.text", commands=menu.listed(text, await _scope(update, context)), count=count
    )
    await send(message_of(update), Reply(html))


async def _scope(update: Update, context: Context) -> menu.Scope:
    person, chat = update.effective_user, update.effective_chat
    public = chat is not None and chat.type != "private"
    if chat and public and chat.id != context.bot_data.settings.curator_chat:
        return "groups"
    known = person is not None and await is_curator(person.id, context)
    if public:
        return "board" if known else "groups"
    return "curators" if known else "private"


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
