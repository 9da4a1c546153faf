"""/add, /edit and the buttons that lead there: where a suggestion begins."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback, keyboard, links
from bot.concept import Concept, Language
from bot.handlers.buttons import button, column, markup
from bot.handlers.context import (
    App,
    Context,
    language_of,
    message_of,
    query_of,
    texts_for,
)
from bot.handlers.conversation import begun, changing, opening
from bot.handlers.drafts import answered
from bot.handlers.sending import acknowledge, say, send
from bot.handlers.wording import called
from bot.markup import one_line
from bot.reply import QUERY, Reply
from bot.suggestion.reading import (
    DEFINITION_LENGTH,
    TERM_LENGTH,
    asked_term,
    one_message,
)


def register(application: App) -> None:
    """Add the commands and buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="add", callback=add, filters=said))
    application.add_handler(CommandHandler(command="edit", callback=edit, filters=said))
    application.add_handler(CallbackQueryHandler(callback=add_missed, pattern="^n:"))
    application.add_handler(CallbackQueryHandler(callback=correct, pattern="^e:"))


async def add(update: Update, context: Context) -> None:
    """Begin a new entry, with what stands after the command."""
    message = message_of(update)
    words = _after_command(message.text or "")
    if await answered(update, context):
        return
    if message.chat.type != "private":
        await send(message, await _in_private(links.add_payload(words), update, context))
        return
    await say(update, context, await added(words, update, context))


async def added(words: str, update: Update, context: Context) -> Reply:
    """The first question of a new entry for these words."""
    text = await texts_for(update, context)
    term, definition = one_message(words)
    for said, most in ((term, TERM_LENGTH), (definition, DEFINITION_LENGTH)):
        if len(said) > most:
            return Reply(text("mistake.too_long", length=len(said), most=most))
    message = message_of(update).message_id if update.message else None
    step, form = await opening(term, definition, update, context, message)
    return await begun(step, form, update, context)


async def edit(update: Update, context: Context) -> None:
    """Begin a change of the entry that is named after the command."""
    message = message_of(update)
    words = _after_command(message.text or "")
    text = await texts_for(update, context)
    if await answered(update, context):
        return
    if not words:
        await send(message, Reply(text("edit.usage")))
        return
    found, reply = await entry_named(words, "e", update, context)
    if found is None:
        await send(message, reply)
    elif message.chat.type != "private":
        await send(message, await _in_private(links.edit_payload(found.id), update, context))
    else:
        await say(update, context, await edited(found, update, context))


async def edited(concept: Concept, update: Update, context: Context) -> Reply:
    """What is to be changed in an entry."""
    language = await language_of(update, context)
    form = await changing(concept, language, context)
    return await begun("menu", form, update, context)


async def entry_named(
    words: str, verb: str, update: Update, context: Context
) -> tuple[Concept | None, Reply]:
    """The entry that words name; else a reply with those they may name, or that there is none."""
    language, text = await language_of(update, context), await texts_for(update, context)
    edition = context.bot_data.edition
    concepts = edition.glossary.concepts
    if words in concepts:
        return concepts[words], Reply(text("answer.gone"))
    answer = edition.lookup.ask(words, language)
    query = one_line(words, QUERY)
    if answer.verdict == "answer":
        return concepts[answer.matches[0].concept], Reply(text("answer.gone"))
    if answer.verdict == "unknown":
        return None, Reply(text("answer.unknown", query=query), _addable(words, verb, language))
    rows = column(
        button(called(concepts[c], language), verb, callback.handle(c))
        for c in dict.fromkeys(match.concept for match in answer.matches)
    )
    return None, Reply(text("answer.choices", query=query), markup(*rows))


def _addable(words: str, verb: str, language: Language) -> InlineKeyboardMarkup | None:
    """Who wanted to correct what is not there may suggest it."""
    rows = keyboard.missed(words[:TERM_LENGTH], language) if verb == "e" else []
    short = [row for row in rows if row[0].callback_data != "n:"]  # names the words itself
    return InlineKeyboardMarkup(short) if short else None


async def add_missed(update: Update, context: Context) -> None:
    """Begin an entry for the words that were not found, which the button or its message names."""
    query = query_of(update)
    words = (query.data or "").removeprefix("n:") or _question(update)
    if not _private(update):
        await query.answer(url=links.to_payload(context.bot.username, links.add_payload(words)))
        return
    reply = await added(words, update, context)
    await acknowledge(query)
    await say(update, context, reply)


async def correct(update: Update, context: Context) -> None:
    """Begin a change of the entry whose card a button stands below."""
    query = query_of(update)
    arguments = callback.unpack(query.data or "")[1]
    concept = context.bot_data.edition.concept(arguments[0])
    if concept is None:
        text = await texts_for(update, context)
        await acknowledge(query, text.plain("answer.stale"))
    elif not _private(update):
        await query.answer(
            url=links.to_payload(context.bot.username, links.edit_payload(concept.id))
        )
    else:
        reply = await edited(concept, update, context)
        await acknowledge(query)
        await say(update, context, reply)


async def linked(payload: str, update: Update, context: Context) -> Reply | None:
    """What a deep link into suggesting leads to; None for other links."""
    words = links.payload_add(payload)
    if words is not None:
        return await added(words, update, context)
    concept = context.bot_data.edition.glossary.concepts.get(links.payload_edit(payload) or "")
    return await edited(concept, update, context) if concept else None


def _after_command(text: str) -> str:
    return text.partition(" ")[2].strip() if " " in text else text.partition("\n")[2].strip()


def _private(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type == "private"


def _question(update: Update) -> str:
    """The words asked in the message that the pressed button's message replies to."""
    message = update.effective_message
    asked = message.reply_to_message if message else None
    text = (asked.text or "") if asked else ""
    return asked_term(_after_command(text) if text.startswith("/") else text)


async def _in_private(payload: str, update: Update, context: Context) -> Reply:
    text = await texts_for(update, context)
    address = links.to_payload(context.bot.username, payload)
    return Reply(text("suggest.in_private", address=address))
