"""What is asked at each step of a suggestion."""

from __future__ import annotations

from telegram import InlineKeyboardButton, Update

from bot.body import parts
from bot.callback import handle
from bot.concept import LANGUAGES, Language
from bot.handlers import wording
from bot.handlers.buttons import button, column, markup, pairs
from bot.handlers.context import Context, language_of
from bot.handlers.drafts import Writing
from bot.markup import Html, escape, join, one_line
from bot.reply import Reply
from bot.suggestion import proposal
from bot.suggestion.form import CHANGEABLE, GUIDED, NEEDED, TYPED, Form, Step
from bot.suggestion.reading import likely_language
from bot.suggestion.similar import Near, near
from bot.texts import Texts, texts

SHOWN = 200  # characters of what was said before that are repeated
SOURCES = 3


async def question(
    written: Writing, update: Update, context: Context, note: Html | None = None
) -> Reply:
    """The question at the step that a draft waits at."""
    language = await language_of(update, context)
    text = texts(language)
    remark = await _remark(written, context, text)
    html = join([note or "", remark, _question(written, text, context)], "\n\n")
    rows = _choices(written, context, language, text)
    return Reply(html, markup(*rows, *_ways(written, text)))


def _question(written: Writing, text: Texts, context: Context) -> Html:
    form, step = written.form, written.step
    values = {"term": form.text("term") or form.text("names")}
    if form.base:
        values["term"] = wording.called(parts(form.base).concept, form.language)
    values["language"] = text.plain(f"languages.{form.language}")
    ask = "suggest.menu" if step == "menu" else f"ask.{step}"
    if step == "term" and form.base:
        ask = "ask.rename"
    if step == "similar" and not any(e.exists for e in _close(form, context)):
        ask = "ask.near"
    asked = text(ask, **values)
    said = _said(step, form) if step in TYPED else ""
    now = text("suggest.now", text=one_line(said, SHOWN)) if said else ""
    near_ = _near(form, context, text) if step == "similar" else ""
    out = wording.small(text("suggest.way_out")) if step in TYPED else ""
    return join([asked, near_, now, out], "\n\n")


def _said(step: Step, form: Form) -> str:
    """What was answered before, else what the entry says."""
    if step in form.given or not form.base:
        return form.text(step)
    section = parts(form.base).concept.languages.get(form.language)
    if section is None:
        return ""
    there = {
        "term": section.preferred.term,
        "definition": section.definition,
        "note": section.note,
        "example": section.example,
    }
    return there.get(step) or ""


async def _remark(written: Writing, context: Context, text: Texts) -> Html:
    """What the rules say of the definition, right after it was given."""
    form, glossary = written.form, context.bot_data.edition.glossary
    if written.step != "source" or not form.text("definition"):
        return Html("")
    found = await wording.findings(form, proposal(form, glossary).concept, glossary)
    told = wording.advice([f for f in found if f.field == "definition"], glossary, text)
    return join([text("suggest.better"), *told]) if told else Html("")


def _close(form: Form, context: Context) -> list[Near]:
    return near(form.text("term"), form.language, context.bot_data.edition)


def _near(form: Form, context: Context, text: Texts) -> Html:
    edition = context.bot_data.edition
    lines = []
    for found in _close(form, context):
        section = edition.glossary.concepts[found.concept].section(text.language)[1]
        name = wording.called(edition.glossary.concepts[found.concept], text.language)
        about = one_line(section.definition or "", SHOWN)
        lines.append(Html(f"• <b>{escape(name)}</b>{' – ' + escape(about) if about else ''}"))
    return join(lines)


def _choices(
    written: Writing, context: Context, language: Language, text: Texts
) -> list[list[InlineKeyboardButton]]:
    """The buttons that answer the question."""
    form, step = written.form, written.step
    edition = context.bot_data.edition
    if step == "language":
        likely = likely_language(form.text("term"), language)
        order = [likely, *(code for code in LANGUAGES if code != likely)]
        names = {code: text.plain(f"languages.{code}") for code in order}
        return [[button(_big(names[code]), "d", "pick", step, code) for code in order]]
    if step == "similar":
        return column(_similar(form, context, language, text))
    if step == "field":
        fields = edition.glossary.subject_fields.items()
        return pairs(
            button(said.get(language, key), "d", "pick", step, str(number))
            for number, (key, said) in enumerate(fields)
        )
    if step == "target":
        wanted = form.text("names")
        close = [m.concept for m in edition.lookup.ask(wanted, language).matches]
        found = list(dict.fromkeys([*close, *edition.guess(wanted, language)]))[:4]
        return column(
            button(wording.called(edition.glossary.concepts[c], language), "d", "into", step,
                   handle(c))
            for c in found
        )  # fmt: skip
    if step == "menu":
        return pairs(
            button(_label(each, form, text), "d", "go", step, each) for each in _menu(form)
        )
    return []


def _label(step: Step, form: Form, text: Texts) -> str:
    if step == "language" and form.base:
        return text.plain("suggest.switch")
    return _big(text.plain(f"step.{step}"))


def _menu(form: Form) -> list[Step]:
    if form.goal == "new":
        guided = [step for step in GUIDED if step not in ("similar", "preview")]
        return [*guided, "note", "example"]
    return list(CHANGEABLE)


def _similar(
    form: Form, context: Context, language: Language, text: Texts
) -> list[InlineKeyboardButton]:
    edition = context.bot_data.edition
    rows = []
    for each in _close(form, context):
        name = wording.called(edition.glossary.concepts[each.concept], language)
        verb, key = ("fix", "similar_fix") if each.exists else ("name", "similar_name")
        values = {"name": name, "term": form.text("term")}
        label = text.plain(f"suggest.{key}", **values)
        rows.append(button(label, "d", verb, "similar", handle(each.concept)))
    return [*rows, button(text.plain("suggest.similar_no"), "d", "pick", "similar", "no")]


def _ways(written: Writing, text: Texts) -> list[list[InlineKeyboardButton]]:
    """Back, on without an answer, to the preview, and out."""
    form, step = written.form, written.step
    ways = []
    if form.back(step):
        ways.append(button(text.plain("button.back"), "d", "back", step))
    if step in TYPED and step not in NEEDED and step != "target" and not form.single:
        ways.append(button(text.plain("suggest.skip"), "d", "skip", step))
    elif step in TYPED and form.text(step) and not form.single:
        ways.append(button(text.plain("suggest.keep"), "d", "skip", step))
    if form.ready and not form.single and step not in ("menu", "target", "similar"):
        ways.append(button(text.plain("suggest.see"), "d", "see", step))
    return pairs([*ways, button(text.plain("suggest.cancel"), "d", "cancel", step)])


def _big(label: str) -> str:
    return label[:1].upper() + label[1:]
