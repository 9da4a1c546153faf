"""Suggestions in words: findings, contacts, differences, names of steps and entries."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from bot.body import parts
from bot.card import title
from bot.concept import Concept, Language
from bot.contacts import Contact
from bot.glossary import Glossary
from bot.linter import Finding, review, sentence
from bot.markup import Html, bold, escape, italic, join, strike
from bot.suggestion.diff import Change
from bot.suggestion.form import Form, Step
from bot.texts import Texts

MOST = 4  # findings in one message
_UNSAID = ("language_missing",)  # most entries begin in one language
_OURS = ("definition_missing", "definition_source_missing")  # not in the words of the file


async def findings(form: Form, concept: Concept, glossary: Glossary) -> list[Finding]:
    """What could be better in an entry and was not so before; worked out beside the loop."""
    return await asyncio.to_thread(_new_findings, form, concept, glossary)


def _new_findings(form: Form, concept: Concept, glossary: Glossary) -> list[Finding]:
    before = review(parts(form.base).concept, glossary) if form.base else []
    known = {(found.code, found.steps, found.key) for found in before}
    asked = _OURS if form.goal == "new" else ()  # the preview lists what is not given
    return [
        f
        for f in review(concept, glossary)
        if (f.code, f.steps, f.key) not in known and f.key not in asked
    ]


def advice(found: Iterable[Finding], glossary: Glossary, text: Texts) -> list[Html]:
    """Each finding with how to do better, in the reader's language."""
    told = [finding for finding in found if finding.key not in _UNSAID]
    return [Html(f"• {_advice(finding, glossary, text)}") for finding in told[:MOST]]


def _advice(finding: Finding, glossary: Glossary, text: Texts) -> Html:
    other = glossary.concepts.get(finding.params.get("other", ""))
    if finding.key == "term_homonym" and other:  # people know entries by name, not by id
        name = called(other, finding.language or text.language)
        return text("advice.term_homonym", term=finding.params["term"], other=name)
    if finding.key in _OURS:
        language = text.plain(f"languages.{finding.language or text.language}")
        return text(f"advice.{finding.key}", language=language)
    told = sentence(finding, text.language)
    return escape(told[:1].upper() + told[1:])


def pointing(contacts: Sequence[Contact], text: Texts) -> Html:
    """What may point at people, and that it will be public."""
    if not contacts:
        return Html("")
    lines = [text(f"contact.{found.kind}", words=found.words) for found in contacts[:MOST]]
    return join([text("contact.warning"), *(Html(f"• {line}") for line in lines)])


def changed(changes: Iterable[Change], text: Texts) -> Html:
    """Field by field: what was there is struck out, what comes is bold."""
    return join((_changed(change, text) for change in changes), "\n\n")


def _changed(change: Change, text: Texts) -> Html:
    name = text(f"field.{change.field}")
    if change.language:
        name = Html(f"{name} ({text(f'languages.{change.language}')})")
    pieces = change.pieces()
    whole = len(pieces) == 2 and {piece.kind for piece in pieces} == {"old", "new"}
    shown = (
        strike(piece.text)
        if piece.kind == "old"
        else bold(piece.text)
        if piece.kind == "new"
        else escape(piece.text)
        for piece in pieces
    )
    return join([Html(f"<i>{name}</i>"), join(shown, "\n" if whole else "")])


def called(concept: Concept, language: Language) -> str:
    """What an entry is called."""
    return title(concept.section(language)[1])


def named_steps(steps: Iterable[Step], text: Texts) -> str:
    """Fields in a row, as a sentence lists them."""
    return ", ".join(text.plain(f"step.{step}") for step in steps)


def small(html: str) -> Html:
    """What is said in passing."""
    return italic(html)
