"""Deciding on suggestions, and what follows: served at once, told to those it concerns."""

from __future__ import annotations

from typing import Any

from telegram import Update

from bot.body import Body, parts
from bot.concept import labels
from bot.folding import fold, words
from bot.handlers.context import Context, language_of, texts_for
from bot.handlers.curating import public_handle, request
from bot.handlers.notices import tell_soon
from bot.handlers.review_card import review_card
from bot.markup import join
from bot.reply import Reply
from bot.state import Decision, Ground, Revision, Ruling


def ruling(update: Update, reason: str | None = None) -> Ruling:
    """The decision of the curator who sent an update."""
    person = update.effective_user
    assert person is not None  # curators are people
    return Ruling(
        reviewer=person.id, request=request(update), byline=public_handle(person), reason=reason
    )


async def approve(
    number: int,
    version: int,
    over: int,
    wanted: Body | None,
    update: Update,
    context: Context,
    ground: Ground | None = None,
) -> Decision:
    """Approve what a curator saw: ``wanted`` where it is not just what was suggested."""
    decision = await context.bot_data.state.revisions.approve(
        number, ruling(update), version=version, body=wanted, over=over, ground=ground
    )
    if decision.outcome == "done" and decision.revision:
        await after_approval(decision.revision, context)
    return decision


async def after_approval(revision: Revision, context: Context) -> None:
    """Serve what was approved, forget the misses that it answers, and tell who waits for it."""
    desk = context.bot_data
    await desk.publish()
    tell_soon(context)
    for label in labels(parts(revision.body).concept):
        for missed in {fold(label.text), " ".join(words(label.text))}:
            await desk.state.misses.settle(missed)


async def outcome(decision: Decision, update: Update, context: Context) -> Reply:
    """What became of a decision, with the suggestion as it is now."""
    text = await texts_for(update, context)
    if decision.revision is None:
        return Reply(text("review.missing"))
    card = await review_card(
        decision.revision, context.bot_data, await language_of(update, context)
    )
    if decision.outcome in ("done", "repeated"):
        return card
    values: dict[str, Any] = {}
    if decision.outcome == "lost":
        values["by"] = decision.revision.reviewed_by or text.plain("review.curator")
    note = text(f"review.{decision.outcome}", **values)
    return Reply(join([note, card.html], "\n\n"), card.buttons)
