"""Answers to the questions of a suggestion: texts, edited texts, buttons, and /cancel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import cast

from telegram import Update
from telegram.ext import (
    ApplicationHandlerStop,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot import callback
from bot.concept import LANGUAGES
from bot.handlers.buttons import button, column, markup
from bot.handlers.context import App, Context, language_of, message_of, query_of, texts_for
from bot.handlers.conversation import after, changing, here, moved, shown
from bot.handlers.drafts import Writing, answered, drop, writing, writing_soon
from bot.handlers.sending import acknowledge, answer_again, say
from bot.handlers.sending import edit as show
from bot.handlers.submitting import approve_at_once, gone, submit
from bot.handlers.wording import called
from bot.markup import Html
from bot.reply import Reply
from bot.suggestion.form import CHANGEABLE, GUIDED, TYPED, Form, Given, Step
from bot.suggestion.reading import Mistake, language_named, mistake, tidy

FIRST = -1  # the group of handlers that see a text before it is taken for a question

Press = Callable[[Writing, str, Update, Context], Awaitable[Reply]]


def register(application: App) -> None:
    """Add what answers a draft; texts only where one waits for them."""
    private = filters.ChatType.PRIVATE & filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT
    said = filters.UpdateType.MESSAGE & private
    edited = filters.UpdateType.EDITED_MESSAGE & private
    application.add_handler(MessageHandler(filters=said, callback=told), group=FIRST)
    application.add_handler(MessageHandler(filters=edited, callback=told_again), group=FIRST)
    application.add_handler(
        CommandHandler(command="cancel", callback=cancel, filters=filters.UpdateType.MESSAGE)
    )
    application.add_handler(CallbackQueryHandler(callback=pressed, pattern="^d:"))


async def told(update: Update, context: Context) -> None:
    """Take a text as the answer to the question that waits; leave it alone when none does."""
    written = await writing_soon(update, context)
    if written is None or not _waits_for(written, message_of(update).message_id):
        return
    if not await answered(update, context):
        await say(update, context, await _taken(written, update, context))
    raise ApplicationHandlerStop


def _waits_for(written: Writing, message: int) -> bool:
    """Whether a text is an answer; while only buttons are offered it is a question as ever."""
    return written.step in TYPED or written.form.answered_in(message) is not None


async def _taken(written: Writing, update: Update, context: Context) -> Reply:
    message = message_of(update)
    text = tidy(written.step, message.text or "")
    if written.form.answered_in(message.message_id):  # kept, and then our reply got lost
        return await shown(written, update, context)
    if wrong := _wrong(written.step, text, written.form, context):
        return await shown(written, update, context, await _told(wrong, update, context))
    if written.step == "target":
        return await _target(written, text, update, context)
    said = language_named(text) or "" if written.step == "language" else text
    form = written.form.answer(written.step, said, message.message_id)
    step, form = after(written.step, form, context)
    return await moved(step, form, written.version, update, context)


async def told_again(update: Update, context: Context) -> None:
    """Take an edited text as another answer to the question that it answered."""
    written = await writing_soon(update, context)
    message = message_of(update)
    step = written.form.answered_in(message.message_id) if written else None
    if written is None or step is None:
        return
    text = tidy(step, message.text or "")
    if wrong := _wrong(step, text, written.form, context):
        reply = await shown(written, update, context, await _told(wrong, update, context))
    else:
        said = language_named(text) or "" if step == "language" else text
        form = written.form.answer(step, said, message.message_id)
        note = (await texts_for(update, context))("suggest.corrected")
        reply = await moved(written.step, form, written.version, update, context, note)
    await answer_again(message, reply, context)
    raise ApplicationHandlerStop


def _wrong(step: Step, text: str, form: Form, context: Context) -> Mistake | None:
    return mistake(step, text, form, context.bot_data.edition.glossary)


async def _told(wrong: Mistake, update: Update, context: Context) -> Html:
    return (await texts_for(update, context))(f"mistake.{wrong.key}", **wrong.values)


async def _target(written: Writing, text: str, update: Update, context: Context) -> Reply:
    """The entry that the missed words are another name of, as it was typed."""
    language, words = await language_of(update, context), await texts_for(update, context)
    answer = context.bot_data.edition.lookup.ask(text, language)
    if answer.verdict == "answer":
        return await _into(written, callback.handle(answer.matches[0].concept), update, context)
    if answer.verdict == "unknown":
        note = words("answer.unknown", query=text.strip()[:80])
        return await shown(written, update, context, note)
    concepts = context.bot_data.edition.glossary.concepts
    found = dict.fromkeys(match.concept for match in answer.matches)
    rows = column(
        button(called(concepts[c], language), "d", "into", "target", callback.handle(c))
        for c in found
    )
    return Reply(words("answer.choices_again"), markup(*rows))


async def pressed(update: Update, context: Context) -> None:
    """Do what a button below a question says, if that question still waits."""
    query = query_of(update)
    verb, step, argument = ([*callback.unpack(query.data or "")[1], "", "", ""])[:3]
    written = await writing(update, context)
    text = await texts_for(update, context)
    if verb == "discard":
        dropped = await drop(update, context)
        await show(query, Reply(text("suggest.discarded" if dropped else "suggest.gone")))
        return
    if written is None or verb not in _PRESSES:
        await gone(verb, update, context)
        return
    if verb != "resume" and written.step != step:
        await acknowledge(query, text.plain("suggest.moved_on"))
        await say(update, context, await here(update, context))
        return
    await show(query, await _PRESSES[verb](written, argument, update, context))


async def cancel(update: Update, context: Context) -> None:
    """Forget the draft; say so when there is none."""
    text = await texts_for(update, context)
    key = "suggest.cancelled" if await drop(update, context) else "cancel.nothing"
    await say(update, context, Reply(text(key)))


async def _resume(written: Writing, _: str, update: Update, context: Context) -> Reply:
    return await shown(written, update, context)


async def _back(written: Writing, _: str, update: Update, context: Context) -> Reply:
    step = written.form.back(written.step) or written.step
    form = written.form
    if step == "similar" and form.text("similar") == "no":
        form = form.without("similar")
        again, form = after("language", form, context)
        step = step if again == "similar" else form.back("similar") or step
    return await moved(step, form, written.version, update, context)


async def _skip(written: Writing, _: str, update: Update, context: Context) -> Reply:
    form = written.form.skip(written.step)
    step, form = after(written.step, form, context)
    return await moved(step, form, written.version, update, context)


async def _see(written: Writing, _: str, update: Update, context: Context) -> Reply:
    if not written.form.ready:
        return await shown(written, update, context)
    form = replace(written.form, single=False)
    return await moved("preview", form, written.version, update, context)


async def _pick(written: Writing, said: str, update: Update, context: Context) -> Reply:
    if written.step == "field":
        keys = list(context.bot_data.edition.glossary.subject_fields)
        at = callback.number(said)
        said = keys[at] if at is not None and at < len(keys) else ""
    if written.step == "language" and said not in LANGUAGES:
        said = ""
    if not said or written.step not in ("field", "language", "similar"):
        return await shown(written, update, context)
    form = written.form.answer(written.step, said)
    step, form = after(written.step, form, context)
    return await moved(step, form, written.version, update, context)


async def _name(written: Writing, short: str, update: Update, context: Context) -> Reply:
    """The term becomes another name of an entry that exists."""
    concept = context.bot_data.edition.concept(short)
    if concept is None:
        return await shown(written, update, context)
    form = await changing(concept, written.form.language, context)
    given = {
        "language": Given(written.form.language),
        "names": Given(written.form.text("term")),
    }
    form = replace(form, given=cast("dict[Step, Given]", given), credit=written.form.credit)
    return await moved("preview", form, written.version, update, context)


async def _fix(written: Writing, short: str, update: Update, context: Context) -> Reply:
    """The entry exists: it is corrected instead, with the definition that was given, if any."""
    concept = context.bot_data.edition.concept(short)
    if concept is None:
        return await shown(written, update, context)
    form = await changing(concept, await language_of(update, context), context)
    if definition := written.form.text("definition"):
        form = form.answer("language", written.form.language).answer("definition", definition)
    step: Step = "preview" if not form.empty else "menu"
    return await moved(step, form, written.version, update, context)


async def _into(written: Writing, short: str, update: Update, context: Context) -> Reply:
    """The words that were missed become another name of the entry that was chosen."""
    words = written.form.text("names")
    asked = written.form.answer("term", words)
    if not written.form.given.get("language"):
        asked = after("term", asked, context)[1]
        guessed = asked.text("language") or await language_of(update, context)
        asked = asked.answer("language", guessed)
    return await _name(written._replace(form=asked), short, update, context)


async def _menu(written: Writing, _: str, update: Update, context: Context) -> Reply:
    return await moved("menu", written.form, written.version, update, context)


async def _go(written: Writing, said: str, update: Update, context: Context) -> Reply:
    step = cast(Step, said)
    if step not in (*GUIDED, *CHANGEABLE):
        return await shown(written, update, context)
    form = replace(written.form, single=True)
    return await moved(step, form, written.version, update, context)


async def _fill(written: Writing, _: str, update: Update, context: Context) -> Reply:
    """Ask for what was skipped, one thing after the other."""
    missing = written.form.missing
    form = written.form
    for step in missing:
        form = form.without(step)
    step = missing[0] if missing else "preview"
    return await moved(step, form, written.version, update, context)


async def _credit(written: Writing, _: str, update: Update, context: Context) -> Reply:
    form = replace(written.form, credit=not written.form.credit)
    return await moved("preview", form, written.version, update, context)


async def _notify(written: Writing, _: str, update: Update, context: Context) -> Reply:
    person = query_of(update).from_user.id
    preferences = context.bot_data.state.preferences
    await preferences.set_notify(person, notify=not (await preferences.person(person)).notify)
    return await shown(written, update, context)


async def _cancel(_: Writing, __: str, update: Update, context: Context) -> Reply:
    await drop(update, context)
    return Reply((await texts_for(update, context))("suggest.cancelled"))


async def _send(written: Writing, _: str, update: Update, context: Context) -> Reply:
    return await submit(written, update, context)


async def _publish(written: Writing, _: str, update: Update, context: Context) -> Reply:
    return await approve_at_once(written, update, context)


_PRESSES: dict[str, Press] = {
    "resume": _resume,
    "back": _back,
    "skip": _skip,
    "see": _see,
    "pick": _pick,
    "name": _name,
    "fix": _fix,
    "into": _into,
    "menu": _menu,
    "go": _go,
    "fill": _fill,
    "credit": _credit,
    "notify": _notify,
    "cancel": _cancel,
    "send": _send,
    "publish": _publish,
}
