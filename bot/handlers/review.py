"""Reviewing: approve, edit then approve, reject with a reason, ask back, block and unblock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import callback, links
from bot.body import fingerprint
from bot.handlers import copies
from bot.handlers.buttons import button, column, markup
from bot.handlers.context import App, Context, language_of, query_of, texts_for
from bot.handlers.conversation import begun
from bot.handlers.curating import curators_only, is_curator
from bot.handlers.deciding import approve, outcome, ruling
from bot.handlers.notices import tell_soon
from bot.handlers.reasons import ask_for_words
from bot.handlers.review_card import review_card, standing
from bot.handlers.sending import acknowledge, edit, say
from bot.markup import join
from bot.reply import Reply
from bot.state import Decision, Revision
from bot.suggestion import Form, Given

REASONS = ("duplicate", "no_source", "definition", "not_a_term", "off_topic")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: which suggestion, at which version it was shown, and the rest."""

    revision: Revision
    version: int
    rest: tuple[str, ...]


def register(application: App) -> None:
    """Add the buttons of suggestions."""
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^v:"))


@curators_only
async def pressed(update: Update, context: Context) -> None:
    """Do what a button below a suggestion says."""
    query = query_of(update)
    verb, number, version, *rest = [*callback.unpack(query.data or "")[1], "", "", ""]
    found, seen = callback.number(number), callback.number(version or "0")
    if verb not in _PRESSES or found is None or seen is None:
        text = await texts_for(update, context)
        await acknowledge(query, text.plain("answer.stale"))
        return
    revision = await context.bot_data.state.revisions.get(found)
    if revision is None:
        await edit(query, Reply((await texts_for(update, context))("review.missing")))
        return
    press = Press(revision, seen, tuple(rest))
    if verb in ("j", "x", "q") and not revision.open:  # nothing is left to give a reason for
        verb = "s"
    await _PRESSES[verb](press, update, context)


async def _card(revision: Revision, update: Update, context: Context) -> Reply:
    return await review_card(revision, context.bot_data, await language_of(update, context))


async def _show(press: Press, update: Update, context: Context) -> None:
    await edit(query_of(update), await _card(press.revision, update, context))


async def _approve(press: Press, update: Update, context: Context) -> None:
    """Approve, if the entry is still what the curator saw; else show it anew."""
    seen = standing(press.revision, context.bot_data.edition)
    over, mark = press.rest[:2]
    if press.revision.open and seen.mark != mark:
        text = await texts_for(update, context)
        card = await _card(press.revision, update, context)
        html = join([text("review.stale"), card.html], "\n\n")
        await edit(query_of(update), Reply(html, card.buttons))
        return
    await copies.leave(update, context)
    wanted = seen.wanted if seen.drifted else None
    sequence = callback.number(over) or 0
    number = press.revision.id
    ground = seen.ground if seen.drifted else None
    decision = await approve(number, press.version, sequence, wanted, update, context, ground)
    if decision.outcome in ("stale", "changed"):
        await context.bot_data.publish()
    await _decided(decision, update, context)


async def _decided(decision: Decision, update: Update, context: Context) -> None:
    """Show the suggestion as it is now; who lost is told whose decision counts."""
    text, reply = await texts_for(update, context), await outcome(decision, update, context)
    again = decision.outcome in ("lost", "changed")
    await edit(query_of(update), reply, text.plain("review.look_again") if again else None)
    await copies.keep(update, decision.revision, context)


async def _amend(press: Press, update: Update, context: Context) -> None:
    """Begin to edit a suggestion, to approve it as edited; in the private chat."""
    query, revision = query_of(update), press.revision
    chat = update.effective_chat
    if chat is None or chat.type != "private":
        address = links.to_payload(context.bot.username, links.review_payload(revision.id))
        await query.answer(url=address)
        return
    if not revision.open or revision.version != press.version:
        await edit(query, await _card(revision, update, context))
        return
    seen = standing(revision, context.bot_data.edition)
    language = seen.parts.concept.section(await language_of(update, context))[0]
    form = Form(
        goal="amend",
        base=seen.wanted,
        fingerprint=fingerprint(seen.now),
        sequence=await context.bot_data.state.revisions.latest(revision.concept),
        given={"language": Given(language)},
        revision=revision.id,
        version=revision.version,
    )
    reply = await begun("menu", form, update, context)
    await acknowledge(query)
    await say(update, context, reply)


async def _reasons(press: Press, update: Update, context: Context) -> None:
    """Offer the usual reasons, and to write one."""
    text = await texts_for(update, context)
    at = (press.revision.id, press.version)
    rows = column(
        button(text.plain(f"reason.{key}_button"), "v", "r", *at, key) for key in REASONS
    )
    more = [
        [button(text.plain("review.write"), "v", "x", *at)],
        [button(text.plain("button.back"), "v", "s", *at)],
    ]
    card = await _card(press.revision, update, context)
    await edit(query_of(update), Reply(card.html, markup(*rows, *more)))


async def _reject(press: Press, update: Update, context: Context) -> None:
    """Reject with one of the usual reasons."""
    key = press.rest[0]
    if key not in REASONS:
        await _show(press, update, context)
        return
    await copies.leave(update, context)
    decision = await context.bot_data.state.revisions.reject(
        press.revision.id, ruling(update, f"canned:{key}"), version=press.version
    )
    tell_soon(context)
    await _decided(decision, update, context)


async def _write(press: Press, update: Update, context: Context) -> None:
    """Ask for the reason in words."""
    await ask_for_words("x", press.revision, press.version, update, context)


async def _ask_back(press: Press, update: Update, context: Context) -> None:
    """Ask for the question in words."""
    await ask_for_words("q", press.revision, press.version, update, context)


async def _block(press: Press, update: Update, context: Context) -> None:
    """Stop a person from suggesting; a curator cannot be stopped so."""
    query, author = query_of(update), press.revision.author
    text = await texts_for(update, context)
    if author is None:
        await acknowledge(query, text.plain("blocked.unknown"))
        return
    if await is_curator(author, context):
        await acknowledge(query, text.plain("blocked.curator"), alert=True)
        return
    await context.bot_data.state.blocks.block(author, by=query.from_user.id)
    card = await _card(press.revision, update, context)
    await edit(query, card, text.plain("blocked.done"))


async def _unblock(press: Press, update: Update, context: Context) -> None:
    """Let a person suggest again."""
    text = await texts_for(update, context)
    if press.revision.author is not None:
        await context.bot_data.state.blocks.unblock(press.revision.author)
    card = await _card(press.revision, update, context)
    await edit(query_of(update), card, text.plain("blocked.undone"))


_PRESSES: dict[str, Callable[[Press, Update, Context], Awaitable[None]]] = {
    "s": _show,
    "a": _approve,
    "e": _amend,
    "j": _reasons,
    "r": _reject,
    "x": _write,
    "q": _ask_back,
    "b": _block,
    "u": _unblock,
}
