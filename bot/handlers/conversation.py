"""From one step of a suggestion to the next: kept first, then asked."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.body import body, fingerprint
from bot.concept import Concept, Language
from bot.handlers.buttons import button, markup
from bot.handlers.context import Context, language_of, texts_for
from bot.handlers.curating import is_curator
from bot.handlers.drafts import Writing, keep, writing
from bot.handlers.preview import preview
from bot.handlers.prompts import question
from bot.markup import Html
from bot.reply import Reply
from bot.state import DraftChanged
from bot.suggestion.form import Form, Given, Step
from bot.suggestion.reading import likely_language, sure_language
from bot.suggestion.similar import near


async def shown(
    written: Writing, update: Update, context: Context, note: Html | None = None
) -> Reply:
    """What a draft waits for: its preview or a question."""
    if written.step == "preview":
        return await preview(written.form, update, context, note)
    return await question(written, update, context, note)


async def moved(
    step: Step,
    form: Form,
    version: int,
    update: Update,
    context: Context,
    note: Html | None = None,
) -> Reply:
    """Keep the form, waiting at a step, and ask for it.

    When something else was faster, what is asked now is shown instead.
    """
    try:
        written = await keep(update, context, step, form, version)
    except DraftChanged:
        return await here(update, context)
    return await shown(written, update, context, note)


async def here(update: Update, context: Context) -> Reply:
    """What the person's draft waits for now, or that there is none."""
    written = await writing(update, context)
    if written is None:
        return Reply((await texts_for(update, context))("suggest.gone"))
    return await shown(written, update, context)


async def begun(step: Step, form: Form, update: Update, context: Context) -> Reply:
    """Begin a draft, unless the person is in the middle of another or may not suggest."""
    text = await texts_for(update, context)
    person = update.effective_user
    assert person is not None  # nobody else begins drafts
    if await context.bot_data.state.blocks.blocked(person.id) and not await is_curator(
        person.id, context
    ):
        return Reply(text("suggest.refused.blocked"))
    old = await writing(update, context)
    if old and not old.form.empty:
        name = old.form.text("term") or old.form.text("names") or (old.form.base or {}).get("id")
        rows = [
            [button(text.plain("suggest.resume"), "d", "resume", old.step)],
            [button(text.plain("suggest.discard"), "d", "discard", old.step)],
        ]
        return Reply(text("suggest.unfinished", name=name or "?"), markup(*rows))
    return await moved(step, form, old.version if old else 0, update, context)


def after(step: Step, form: Form, context: Context) -> tuple[Step, Form]:
    """What is asked after a step was answered, with what follows from the answer filled in."""
    if step == "term" and (sure := sure_language(form.text("term"))):
        form = form.answer("language", sure)
    target = form.next(step)
    if target == "similar" and not near(
        form.text("term"), form.language, context.bot_data.edition
    ):
        form = form.answer("similar", "no")
        target = form.next("similar")
    if form.single and form.ready and target == "preview":
        form = replace(form, single=False)
    return target, form


async def opening(
    term: str, definition: str, update: Update, context: Context, message: int | None
) -> tuple[Step, Form]:
    """Where a new entry begins, with the words that came with the command.

    With term and definition at once the language is guessed, so that one message is enough; the
    preview shows the guess.
    """
    form = Form(goal="new", began=message)
    if not term:
        return "term", form
    form = form.answer("term", term, message)
    if definition:
        language = likely_language(term, await language_of(update, context), definition)
        form = form.answer("language", language).answer("definition", definition, message)
        return after("language", form.brief(), context)
    return after("term", form, context)


async def changing(concept: Concept, language: Language, context: Context) -> Form:
    """A form that changes an entry, from what is served now."""
    section = concept.section(language)[0]
    return Form(
        goal="change",
        base=body(concept),
        fingerprint=fingerprint(concept),
        sequence=await context.bot_data.state.revisions.latest(concept.id),
        given={"language": Given(section)},
    )
