"""/history and /undo: what happened to an entry, and taking it back as a new revision."""

from __future__ import annotations

import datetime as dt
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback
from bot.body import body, fingerprint, parts
from bot.concept import Concept
from bot.handlers.buttons import button, markup, pages, pairs
from bot.handlers.context import App, Context, language_of, message_of, query_of, texts_for
from bot.handlers.curating import curators_only
from bot.handlers.deciding import after_approval, outcome, ruling
from bot.handlers.review_card import reason
from bot.handlers.sending import acknowledge, edit, send
from bot.handlers.suggest import entry_named
from bot.handlers.wording import called, changed
from bot.markup import Html, bold, fit, join
from bot.reply import Reply
from bot.state import Revision, Suggestion
from bot.suggestion import differences, merged
from bot.texts import Texts

PAGE = 5
LONGEST = 500  # revisions of one entry that are looked through


def register(application: App) -> None:
    """Add the commands and their buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="history", callback=history, filters=said))
    application.add_handler(CommandHandler(command="undo", callback=undo, filters=said))
    application.add_handler(CallbackQueryHandler(callback=turned, pattern="^h:"))
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^u:"))


@curators_only
async def history(update: Update, context: Context) -> None:
    """Show the revisions of an entry."""
    concept = await _named("history", "h", update, context)
    if concept is not None:
        await send(message_of(update), await _page(concept, 0, update, context))


@curators_only
async def turned(update: Update, context: Context) -> None:
    """Turn the page of a history."""
    query = query_of(update)
    short, page, *_ = [*callback.unpack(query.data or "")[1], "0", "0"]
    concept = context.bot_data.edition.concept(short)
    if concept is None:
        text = await texts_for(update, context)
        await acknowledge(query, text.plain("answer.stale"))
        return
    number = callback.number(page) or 0
    await edit(query, await _page(concept, number, update, context))


@curators_only
async def undo(update: Update, context: Context) -> None:
    """Offer to take back the last approved change of an entry."""
    concept = await _named("undo", "h", update, context)
    if concept is None:
        return
    text = await texts_for(update, context)
    revisions = await context.bot_data.state.revisions.history(concept.id, LONGEST)
    last = next((r for r in revisions if r.state == "approved"), None)
    if last is None:
        await send(message_of(update), Reply(text("history.nothing")))
        return
    await send(message_of(update), await _offer(last, update, context))


@curators_only
async def pressed(update: Update, context: Context) -> None:
    """Show what taking a revision back would change (``s``), or do it (``y``)."""
    query = query_of(update)
    verb, number, mark, *_ = [*callback.unpack(query.data or "")[1], "", ""]
    text = await texts_for(update, context)
    revision = await context.bot_data.state.revisions.get(callback.number(number) or 0)
    if revision is None or revision.state != "approved" or verb not in ("s", "y"):
        await acknowledge(query, text.plain("review.missing"))
    elif verb == "y" and mark == _mark(revision, context):
        await edit(query, await _taken_back(revision, update, context))
    else:
        await edit(query, await _offer(revision, update, context))


async def _named(key: str, verb: str, update: Update, context: Context) -> Concept | None:
    """The entry named after the command; else the person is told how to name one."""
    words = " ".join(context.args or ())
    if not words:
        text = await texts_for(update, context)
        await send(message_of(update), Reply(text(f"{key}.usage")))
        return None
    concept, reply = await entry_named(words, verb, update, context)
    if concept is None:
        await send(message_of(update), reply)
    return concept


async def _page(concept: Concept, page: int, update: Update, context: Context) -> Reply:
    text, language = await texts_for(update, context), await language_of(update, context)
    revisions = context.bot_data.state.revisions
    found = await revisions.history(concept.id, PAGE + 1, page * PAGE)
    name = bold(called(concept, language))
    if not found:
        return Reply(join([name, text("history.none")], "\n\n"))
    lines = [_line(revision, text) for revision in found[:PAGE]]
    undoable = pairs(
        button(text.plain("history.undo_number", number=r.id), "u", "s", r.id)
        for r in found[:PAGE]
        if r.state == "approved"
    )
    back, on = text.plain("button.back"), text.plain("button.forward")
    ways = pages(
        f"h:{callback.handle(concept.id)}", page, more=len(found) > PAGE, back=back, on=on
    )
    return Reply(join([name, *lines], "\n\n"), markup(*undoable, ways))


def _line(revision: Revision, text: Texts) -> Html:
    day = dt.datetime.fromtimestamp(revision.created_at / 1000, dt.UTC).date().isoformat()
    author = revision.byline or text.plain("review.anonymous")
    what = text(f"review.{revision.kind}", number=revision.id, author=author)
    by = revision.reviewed_by or text.plain("review.curator")
    state = text(f"review.state_{revision.state.replace('-', '_')}", by=by)
    return join([Html(f"{day} {what}"), state, reason(revision, text)])


def _mark(revision: Revision, context: Context) -> str:
    now = context.bot_data.edition.glossary.concepts.get(revision.concept)
    return (fingerprint(now) or "none")[:6]


async def _offer(revision: Revision, update: Update, context: Context) -> Reply:
    """What would change, and the button that does it."""
    text, language = await texts_for(update, context), await language_of(update, context)
    glossary = context.bot_data.edition.glossary
    now = glossary.concepts.get(revision.concept)
    if now is None:
        return Reply(text("answer.gone"))
    wanted = parts(await _before(revision, now, context))
    changes = differences(now, wanted.concept, glossary, wanted.sources)
    if not changes:
        return Reply(text("history.nothing_left", number=revision.id))
    head = text("history.confirm", number=revision.id)
    html = join([head, bold(called(now, language)), changed(changes, text)], "\n\n")
    mark = _mark(revision, context)
    return Reply(
        fit(html), markup([button(text.plain("history.undo"), "u", "y", revision.id, mark)])
    )


async def _before(revision: Revision, now: Concept, context: Context) -> dict[str, Any]:
    """The entry as it is, without what a revision changed; an added entry is retired."""
    current = body(now)
    older = await context.bot_data.state.revisions.history(revision.concept, LONGEST)
    earlier = [
        r
        for r in older
        if r.state == "approved" and revision.base_sequence < (r.sequence or 0)
        and (r.sequence or 0) < (revision.sequence or 0)
    ]  # fmt: skip
    before = max(earlier, key=lambda r: r.sequence or 0).body if earlier else revision.previous
    if before is None:
        return {**current, "status": "retired"}
    return merged(revision.body, before, current)


async def _taken_back(revision: Revision, update: Update, context: Context) -> Reply:
    """Take a revision back: a new revision, approved at once."""
    desk, text = context.bot_data, await texts_for(update, context)
    now = desk.edition.glossary.concepts[revision.concept]
    deciding = ruling(update)
    suggestion = Suggestion(
        concept=revision.concept,
        kind="undo",
        body=await _before(revision, now, context),
        author=deciding.reviewer,
        request=deciding.request,
        byline=deciding.byline,
        base=fingerprint(now),
        previous=body(now),
        undoes=revision.id,
    )
    submitted = await desk.state.revisions.submit(suggestion, limits=None, ruling=deciding)
    if submitted.revision is None or submitted.decision is None:
        key = "history.undone_before" if submitted.outcome != "repeated" else "history.undone"
        return Reply(text(key, number=revision.id))
    if submitted.decision.outcome == "done":
        await after_approval(submitted.revision, context)
    return await outcome(submitted.decision, update, context)
