"""/mine: a person's own suggestions that wait; to change them, take them back, hear of them."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback, links
from bot.handlers.buttons import button, markup
from bot.handlers.context import App, Context, language_of, query_of, texts_for
from bot.handlers.conversation import begun
from bot.handlers.curating import request
from bot.handlers.private import said_alone
from bot.handlers.review_card import reason
from bot.handlers.sending import acknowledge, edit, say
from bot.handlers.wording import called
from bot.markup import Html, fit, join
from bot.overlay import said_by
from bot.reply import Reply
from bot.state import Revision
from bot.suggestion import Form, Given


def register(application: App) -> None:
    """Add the command and its buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="mine", callback=mine, filters=said))
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^o:"))


async def mine(update: Update, context: Context) -> None:
    """List what waits; in a group, lead the person out of it."""
    await said_alone(update, context, own, "mine.private", links.MINE)


async def own(update: Update, context: Context) -> Reply:
    """A person's suggestions that wait, with what can be done about them."""
    text, language = await texts_for(update, context), await language_of(update, context)
    person, state = update.effective_user, context.bot_data.state
    assert person is not None  # private chats are with people
    waiting = await state.revisions.waiting_of(person.id)
    lines, rows = [], []
    for revision in waiting:
        name = called(said_by(revision).concept, language)
        told = text(f"mine.{revision.state.replace('-', '_')}", number=revision.id, name=name)
        lines.append(join([told, reason(revision, text)]))
        ways = [
            button(text.plain("mine.withdraw_number", number=revision.id), "o", "w", revision.id)
        ]
        if revision.state == "asked-back":
            ways.insert(0, button(text.plain("mine.change"), "o", "e", revision.id))
        rows.append(ways)
    notify = (await state.preferences.person(person.id)).notify
    key = "suggest.notify_on" if notify else "suggest.notify_off"
    rows.append([button(text.plain(key), "o", "t", 0)])
    head = text("mine.waiting") if lines else text("mine.none")
    return Reply(fit(join([head, *lines], "\n\n")), markup(*rows))


async def pressed(update: Update, context: Context) -> None:
    """Change or take back a suggestion of one's own; choose whether to hear of results."""
    query = query_of(update)
    verb, number, *_ = [*callback.unpack(query.data or "")[1], "", ""]
    text, state = await texts_for(update, context), context.bot_data.state
    person = query.from_user.id
    if verb == "t":
        notify = (await state.preferences.person(person)).notify
        await state.preferences.set_notify(person, notify=not notify)
        await edit(query, await own(update, context))
    elif verb == "n":
        await state.preferences.set_notify(person, notify=False)
        await acknowledge(query, text.plain("notice.silent"))
    elif verb == "w":
        await _withdraw(callback.number(number) or 0, update, context)
    else:
        await _change(callback.number(number) or 0, update, context)


async def _withdraw(number: int, update: Update, context: Context) -> None:
    query, text = query_of(update), await texts_for(update, context)
    decision = await context.bot_data.state.revisions.withdraw(
        number, query.from_user.id, request=request(update)
    )
    done = decision.outcome in ("done", "repeated")
    await edit(query, Reply(text("mine.withdrawn" if done else "mine.gone", number=number)))


async def _change(number: int, update: Update, context: Context) -> None:
    query, text = query_of(update), await texts_for(update, context)
    revision = await context.bot_data.state.revisions.get(number)
    if revision is None or not revision.open or revision.author != query.from_user.id:
        await edit(query, Reply(Html(text("mine.gone", number=number))))
        return
    form = await _form(revision, update, context)
    reply = await begun("menu", form, update, context)
    await acknowledge(query)
    await say(update, context, reply)


async def _form(revision: Revision, update: Update, context: Context) -> Form:
    language = said_by(revision).concept.section(await language_of(update, context))[0]
    return Form(
        goal="revise",
        base=revision.body,
        given={"language": Given(language)},
        revision=revision.id,
        version=revision.version,
    )
