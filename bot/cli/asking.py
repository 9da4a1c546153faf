"""Questions at a terminal for what an entry needs, one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from bot.concept import LANGUAGES, Language
from bot.edition import Edition
from bot.file.book import Book
from bot.file.violation import LANGUAGE_NAMES
from bot.suggestion import Form
from bot.suggestion.form import Step
from bot.suggestion.reading import mistake
from bot.suggestion.similar import near
from bot.texts import texts


class GivenUpError(Exception):
    """Whoever was asked does not go on."""


class Question(NamedTuple):
    """What is asked, as an option and as a prompt."""

    step: Step
    option: str
    help: str
    needed: bool = False


def answered(question: Question, form: Form, book: Book) -> str:
    """An answer typed at a prompt; "" for what is passed over with Enter.

    Raises:
        GivenUpError: The input has ended.
    """
    asked = question.help[0].upper() + question.help[1:]
    if question.step == "field":
        asked += f": {', '.join(book.glossary.subject_fields)}"
    while True:
        said = _typed(asked if question.needed else f"{asked} (Enter to pass over)")
        if not said and not question.needed:
            return ""
        if not (wrong := wrong_with(question.step, said, form, book)):
            return said
        sys.stdout.write(f"{wrong}\n")


def wrong_with(step: Step, said: str, form: Form, book: Book) -> str:
    """What is wrong with an answer, in a sentence; "" if nothing is."""
    wrong = mistake(step, said, form, book.glossary)
    return texts("en").plain(f"mistake.{wrong.key}", **wrong.values) if wrong else ""


def language_of_term(likely: Language) -> Language:
    """The language of term and definition, as is likely or as the person says."""
    names = ", ".join(f"{code} ({LANGUAGE_NAMES[code]})" for code in LANGUAGES)
    while True:
        said = _typed(f"Its language: {names} (Enter for {likely})").casefold() or likely
        if said in LANGUAGES:
            return said


def wanted(form: Form, book: Book, *, asks: bool) -> bool:
    """Whether the person goes on, seeing what is like the term."""
    close = list(_close(form, book))
    sys.stdout.write("".join(close))
    if not close or not asks:
        return True
    return _typed("Add a new entry all the same? [y/N]").casefold() in ("y", "yes")


def _close(form: Form, book: Book) -> Iterator[str]:
    for found in near(form.text("term"), form.language, Edition.of(book.glossary)):
        concept = book.glossary.concepts[found.concept]
        term = concept.section(form.language)[1].preferred.term
        yield f"This exists: {term} (glossary-bot edit {found.concept})\n"


def _typed(prompt: str) -> str:
    try:
        sys.stdout.write(f"\n{prompt}\n> ")
        sys.stdout.flush()
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        sys.stdout.write("\n")  # what the shell says next begins a line of its own
        sys.stdout.flush()
        raise
    if not line:
        sys.stdout.write("\n")
        raise GivenUpError
    return line.strip()
