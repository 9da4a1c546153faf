"""A change that was approved meets one in the glossary file: a curator chooses."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import callback
from bot.handlers.context import App, Context, language_of, query_of, texts_for
from bot.handlers.curating import curators_only
from bot.handlers.deciding import ruling
from bot.handlers.filing import conflict, conflict_card
from bot.handlers.sending import acknowledge, edit
from bot.publishing import Approval
from bot.publishing.settling import keep_file, put_on_top
from bot.reply import Reply
from bot.texts import Texts


def register(application: App) -> None:
    """Add the buttons of a conflict."""
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^w:"))


@curators_only
async def pressed(update: Update, context: Context) -> None:
    """Settle a conflict as it was shown; else show it as it is now."""
    query, desk = query_of(update), context.bot_data
    verb, number, version, mark, *_ = [*callback.unpack(query.data or "")[1], *[""] * 4]
    text, language = await texts_for(update, context), await language_of(update, context)
    approval = conflict(int(number), desk) if number.isdecimal() else None
    if approval is None or verb not in _SETTLE:
        await edit(query, Reply(text("file.settled")))
    elif (str(approval.last.version), approval.mark) != (version, mark):
        await acknowledge(query, text.plain("review.look_again"))
        await edit(query, conflict_card(approval, desk, language))
    else:
        decision = await _SETTLE[verb](approval, ruling(update), desk.state)
        await desk.publish()
        await edit(query, _outcome(verb, decision.outcome, approval, text))


def _outcome(verb: str, outcome: str, approval: Approval, text: Texts) -> Reply:
    if outcome not in ("done", "repeated"):
        return Reply(text("file.settled"))
    key = "file.kept" if verb == "k" else "file.put_done"
    return Reply(text(key, number=approval.last.id))


_SETTLE = {"k": keep_file, "t": put_on_top}
