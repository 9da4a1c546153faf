"""A finished draft becomes a suggestion, a revised one, or a curator's approval."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Collection

from telegram import Update

from bot.body import body, fingerprint
from bot.handlers.buttons import button, markup
from bot.handlers.context import Context, query_of, texts_for
from bot.handlers.curating import is_curator, public_handle, request, review_chats
from bot.handlers.deciding import after_approval, approve, outcome
from bot.handlers.drafts import Writing, drop
from bot.handlers.notices import tell_soon
from bot.handlers.preview import changes
from bot.handlers.sending import acknowledge, edit
from bot.reply import Reply
from bot.state import Ground, Limits, Revision, Ruling, Submitted, Suggestion
from bot.suggestion import Form, Proposal, proposal
from bot.suggestion.entry import id_for, kind, signed
from bot.texts import known


async def submit(written: Writing, update: Update, context: Context) -> Reply:
    """Send what a draft says to where it belongs."""
    if hindrance := await _unfit(written.form, update, context):
        return hindrance
    if written.form.goal == "amend":
        return await _amend(written.form, update, context)
    if written.form.goal == "revise":
        return await _revise(written.form, update, context)
    return await _suggest(written, update, context, at_once=False)


async def approve_at_once(written: Writing, update: Update, context: Context) -> Reply:
    """A curator's own change, approved as it is sent."""
    person = update.effective_user
    if person is None or not await is_curator(person.id, context):
        return Reply((await texts_for(update, context))("curator.only"))
    if hindrance := await _unfit(written.form, update, context):
        return hindrance
    return await _suggest(written, update, context, at_once=True)


async def gone(verb: str, update: Update, context: Context) -> None:
    """Say that there is no such draft; below "Send", aside: a second tap keeps the thanks."""
    text, query = await texts_for(update, context), query_of(update)
    if before := await _submitted_before(update, context):
        await edit(query, before)
    elif verb in ("send", "publish"):
        await acknowledge(query, text.plain("suggest.gone"))
    else:
        await edit(query, Reply(text("suggest.gone")))


async def _submitted_before(update: Update, context: Context) -> Reply | None:
    """The thanks for a suggestion that this very press has made, when a crash cut them short."""
    revision = await context.bot_data.state.revisions.made_by(request(update))
    return await _thanks(revision, update, context) if revision and revision.open else None


async def _unfit(form: Form, update: Update, context: Context) -> Reply | None:
    glossary = context.bot_data.edition.glossary
    text = await texts_for(update, context)
    if not form.ready:
        return Reply(text("suggest.gone"))
    if form.base and not changes(form, proposal(form, glossary), glossary):
        return Reply(text("suggest.nothing_changed"))
    return None


async def _suggest(written: Writing, update: Update, context: Context, *, at_once: bool) -> Reply:
    person, desk = update.effective_user, context.bot_data
    assert person is not None  # drafts belong to people
    curator = await is_curator(person.id, context)
    suggestion = await _suggestion(written.form, update, context)
    ruling = Ruling(reviewer=person.id, request=suggestion.request, byline=public_handle(person))
    submitted = await desk.state.revisions.submit(
        suggestion,
        limits=None if curator else Limits(),
        tell_curators=() if at_once else sorted(review_chats(context) - {person.id}),
        draft=written.version,
        ruling=ruling if at_once else None,
    )
    if submitted.outcome == "accepted":
        await _remember_language(update, context)
    return await _submitted(submitted, update, context)


async def _suggestion(form: Form, update: Update, context: Context) -> Suggestion:
    person, glossary = update.effective_user, context.bot_data.edition.glossary
    assert person is not None  # drafts belong to people
    byline = public_handle(person) if form.credit else None
    proposed = proposal(form, glossary)
    if form.base is None:
        taken = await _taken(proposed, context)
        proposed = proposal(form, glossary, id_=id_for(proposed.concept, taken))
    today = dt.datetime.now(dt.UTC).date()
    new = form.base is None
    concept = await asyncio.to_thread(signed, proposed, glossary, today, byline, new=new)
    return Suggestion(
        concept=concept.id,
        kind=kind(form),
        body=body(concept, proposed.sources),
        author=person.id,
        request=request(update),
        byline=byline,
        base=form.fingerprint,
        base_sequence=form.sequence,
        previous=form.base,
    )


async def _taken(proposed: Proposal, context: Context) -> Collection[str]:
    """Ids that are in the glossary or were ever suggested, as far as this one may meet them."""
    desk = context.bot_data
    taken = set(desk.edition.glossary.concepts)
    while await desk.state.revisions.history(id_for(proposed.concept, taken), 1):
        taken.add(id_for(proposed.concept, taken))
    return taken


async def _submitted(submitted: Submitted, update: Update, context: Context) -> Reply:
    text = await texts_for(update, context)
    revision, decision = submitted.revision, submitted.decision
    if submitted.outcome == "draft-changed":
        return Reply(text("suggest.gone"))
    if revision is None:
        return Reply(text(f"suggest.refused.{submitted.outcome.replace('-', '_')}"))
    if decision is not None:
        if decision.outcome == "done":
            await after_approval(revision, context)
        return await outcome(decision, update, context)
    tell_soon(context)
    return await _thanks(revision, update, context)


async def _thanks(revision: Revision, update: Update, context: Context) -> Reply:
    text = await texts_for(update, context)
    notified = (await context.bot_data.state.preferences.person(revision.author or 0)).notify
    html = text("suggest.thanks" if notified else "suggest.thanks_silent", number=revision.id)
    return Reply(html, markup([button(text.plain("mine.withdraw"), "o", "w", revision.id)]))


async def _revise(form: Form, update: Update, context: Context) -> Reply:
    """The author sends what they changed after being asked."""
    desk, person = context.bot_data, update.effective_user
    assert person is not None  # drafts belong to people
    proposed = proposal(form, desk.edition.glossary)
    decision = await desk.state.revisions.revise(
        form.revision or 0,
        person.id,
        body(proposed.concept, proposed.sources),
        version=form.version,
        request=request(update),
        tell_curators=sorted(review_chats(context) - {person.id}),
    )
    await drop(update, context)
    if decision.outcome in ("done", "repeated") and decision.revision:
        tell_soon(context)
        return await _thanks(decision.revision, update, context)
    return Reply((await texts_for(update, context))("mine.gone"))


async def _amend(form: Form, update: Update, context: Context) -> Reply:
    """A curator approves a suggestion as they have changed it."""
    person = update.effective_user
    if person is None or not await is_curator(person.id, context):
        return Reply((await texts_for(update, context))("curator.only"))
    proposed = proposal(form, context.bot_data.edition.glossary)
    wanted = body(proposed.concept, proposed.sources)
    now = context.bot_data.edition.glossary.concepts.get(proposed.concept.id)
    seen = body(now) if now and fingerprint(now) == form.fingerprint else None
    ground = Ground(form.fingerprint, seen)
    decision = await approve(
        form.revision or 0, form.version, form.sequence, wanted, update, context, ground
    )
    await drop(update, context)
    return await outcome(decision, update, context)


async def _remember_language(update: Update, context: Context) -> None:
    """The result is told later, when Telegram no longer says which language the person reads."""
    person, preferences = update.effective_user, context.bot_data.state.preferences
    spoken = known(person.language_code) if person else None
    if person and spoken and await preferences.language(person.id) is None:
        await preferences.set_language(person.id, spoken)
