"""/missed: what people asked and did not find, most asked first, and what to do about it."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback
from bot.callback import handle
from bot.handlers.buttons import button, markup, pages
from bot.handlers.context import App, Context, message_of, query_of, texts_for
from bot.handlers.conversation import begun
from bot.handlers.curating import curators_only
from bot.handlers.sending import acknowledge, edit, say, send
from bot.handlers.suggest import added
from bot.markup import Html, escape, join
from bot.reply import Reply
from bot.state import Miss
from bot.suggestion import Form, Given

PAGE = 5
LONGEST = 2_000  # missed words that a button is looked up among
WORDS = 24  # characters of them on a button


def register(application: App) -> None:
    """Add the command and its buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="missed", callback=missed, filters=said))
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^m:"))


@curators_only
async def missed(update: Update, context: Context) -> None:
    """List what was missed."""
    await send(message_of(update), await _page(0, update, context))


@curators_only
async def pressed(update: Update, context: Context) -> None:
    """Turn the page, add the words, make them another name, or drop them."""
    query = query_of(update)
    verb, argument, *_ = [*callback.unpack(query.data or "")[1], "", ""]
    if verb not in ("a", "n", "d"):
        page = callback.number(argument) or 0
        await edit(query, await _page(page, update, context))
        return
    text = await texts_for(update, context)
    found = await _missed(argument, context)
    if found is None:
        await edit(query, await _page(0, update, context), text.plain("missed.gone"))
    elif verb == "d":
        await context.bot_data.state.misses.settle(found.folded)
        await edit(query, await _page(0, update, context))
    else:
        await _begin(verb, found, update, context)


async def _begin(verb: str, found: Miss, update: Update, context: Context) -> None:
    query, text = query_of(update), await texts_for(update, context)
    chat = update.effective_chat
    if chat is None or chat.type != "private":
        await acknowledge(query, text.plain("missed.in_private"), alert=True)
        return
    if verb == "a":
        reply = await added(found.spelling, update, context)
    else:
        form = Form(goal="change", given={"names": Given(found.spelling)})
        reply = await begun("target", form, update, context)
    await acknowledge(query)
    await say(update, context, reply)


async def _page(page: int, update: Update, context: Context) -> Reply:
    text = await texts_for(update, context)
    misses = context.bot_data.state.misses
    found = await misses.missed(PAGE + 1, page * PAGE)
    if not found and not page:
        return Reply(text("missed.nothing"))
    lines = [
        Html(f"{number}. {escape(miss.spelling)} – {text('missed.times', times=miss.times)}")
        for number, miss in enumerate(found[:PAGE], page * PAGE + 1)
    ]
    rows = [
        [
            button(text.plain("missed.add", words=_short(miss.spelling)), "m", "a", short),
            button(text.plain("missed.name"), "m", "n", short),
            button(text.plain("missed.drop"), "m", "d", short),
        ]
        for miss in found[:PAGE]
        for short in [handle(miss.folded)]
    ]
    back, on = text.plain("button.back"), text.plain("button.forward")
    ways = pages("m:p", page, more=len(found) > PAGE, back=back, on=on)
    head = text("missed.list", count=await misses.total())
    return Reply(join([head, join(lines)], "\n\n"), markup(*rows, ways))


def _short(words: str) -> str:
    return words if len(words) <= WORDS else f"{words[: WORDS - 1]}…"


async def _missed(short: str, context: Context) -> Miss | None:
    """The missed words of a button, if nobody has dealt with them."""
    found = await context.bot_data.state.misses.missed(LONGEST)
    return next((miss for miss in found if handle(miss.folded) == short), None)
