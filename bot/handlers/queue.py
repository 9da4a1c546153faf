"""/queue: what waits for a curator, page by page; /blocked: who may not suggest."""

from __future__ import annotations

import datetime as dt

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback
from bot.handlers.buttons import button, column, markup, pages
from bot.handlers.context import App, Context, language_of, message_of, query_of, texts_for
from bot.handlers.curating import curators_only
from bot.handlers.review_card import review_card
from bot.handlers.sending import edit, send
from bot.handlers.wording import called
from bot.markup import join
from bot.overlay import said_by
from bot.reply import Reply

PAGE = 6


def register(application: App) -> None:
    """Add the commands and their buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="queue", callback=queue, filters=said))
    application.add_handler(CommandHandler(command="blocked", callback=blocked, filters=said))
    application.add_handler(CallbackQueryHandler(callback=turned, pattern="^q:"))
    application.add_handler(CallbackQueryHandler(callback=unblock, pattern="^b:"))


@curators_only
async def queue(update: Update, context: Context) -> None:
    """List what waits."""
    await send(message_of(update), await _page(0, update, context))


@curators_only
async def turned(update: Update, context: Context) -> None:
    """Turn the page."""
    arguments = callback.unpack(query_of(update).data or "")[1]
    page = callback.number(arguments[0]) or 0
    await edit(query_of(update), await _page(page, update, context))


async def _page(page: int, update: Update, context: Context) -> Reply:
    text, language = await texts_for(update, context), await language_of(update, context)
    revisions = context.bot_data.state.revisions
    waiting = await revisions.queue(PAGE + 1, page * PAGE)
    if not waiting and not page:
        return Reply(text("queue.empty"))
    total = (await revisions.counts()).get("pending", 0)
    rows = column(
        button(
            f"#{r.id} {called(said_by(r).concept, language)} · {text.plain(f'kind.{r.kind}')}",
            "v", "s", r.id,
        )
        for r in waiting[:PAGE]
    )  # fmt: skip
    back, on = text.plain("button.back"), text.plain("button.forward")
    ways = pages("q", page, more=len(waiting) > PAGE, back=back, on=on)
    return Reply(text("queue.waiting", count=total), markup(*rows, ways))


async def shown(number: int, update: Update, context: Context) -> Reply | None:
    """One suggestion, as a deep link opens it; None when there is none."""
    revision = await context.bot_data.state.revisions.get(number)
    if revision is None:
        return None
    return await review_card(revision, context.bot_data, await language_of(update, context))


@curators_only
async def blocked(update: Update, context: Context) -> None:
    """List who may not suggest, each with a way to lift it."""
    await send(message_of(update), await _blocks(update, context))


@curators_only
async def unblock(update: Update, context: Context) -> None:
    """Lift a block."""
    query = query_of(update)
    arguments = callback.unpack(query.data or "")[1]
    if person := callback.number(arguments[0]):
        await context.bot_data.state.blocks.unblock(person)
    text = await texts_for(update, context)
    await edit(query, await _blocks(update, context), text.plain("blocked.undone"))


async def _blocks(update: Update, context: Context) -> Reply:
    text = await texts_for(update, context)
    blocks = await context.bot_data.state.blocks.all(20)
    if not blocks:
        return Reply(text("blocked.nobody"))
    rows = column(
        button(text.plain("blocked.lift", person=b.person, day=_day(b.at)), "b", b.person)
        for b in blocks
    )
    return Reply(join([text("blocked.list")]), markup(*rows))


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()
