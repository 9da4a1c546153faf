"""Add an entry to the glossary file: what is not given as an option is asked for.

Only --term and --definition are needed. Exit code: 0 when the entry was added, 1 when it was
given up, 2 when it cannot be added.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from dataclasses import replace
from typing import NamedTuple

from bot.cli import options as shared
from bot.concept import ID_LENGTH, ID_PATTERN, LANGUAGES, Concept
from bot.edition import Edition
from bot.file.book import Book
from bot.file.writing import Change, ConflictError, UnwritableError, write
from bot.linter import review, sentence
from bot.problem import GlossaryError
from bot.settings import SettingsError
from bot.suggestion import Form, Given, Proposal, proposal
from bot.suggestion.entry import id_for, signed
from bot.suggestion.form import Step
from bot.suggestion.reading import likely_language, mistake
from bot.suggestion.similar import near
from bot.texts import Texts, texts


class AddError(Exception):
    """The entry cannot be added; the message says why."""


ERRORS = (AddError, ConflictError, GlossaryError, SettingsError, UnwritableError)


class Question(NamedTuple):
    """What is asked, as an option and as a prompt."""

    step: Step
    option: str
    help: str
    needed: bool = False


QUESTIONS = (
    Question("term", "--term", "the preferred term", needed=True),
    Question("definition", "--definition", "what it means, in one phrase", needed=True),
    Question("source", "--source", "where that comes from: the key of a source, or its title"),
    Question("names", "--names", "other names in the same language, with commas between them"),
    Question("field", "--field", "the subject field, by its key or name"),
    Question("other", "--other", "another language, as “fi: termi = määritelmä”"),
    Question("note", "--note", "further facts in full sentences"),
    Question("example", "--example", "an instance of the concept"),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    for question in QUESTIONS:
        parser.add_argument(question.option, metavar="TEXT", help=question.help)
    parser.add_argument("--language", choices=LANGUAGES, help="language of term and definition")
    parser.add_argument("--id", metavar="ID", help="the id (default: made from the English term)")
    parser.add_argument("--by", metavar="HANDLE", help="your public handle, to be named")
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Ask, show near-duplicates, and write."""
    book = Book.open(shared.settings(options).glossary)
    asks = sys.stdin.isatty() and not options.yes
    text = texts("en")
    form = _form(options, book, text, asks=asks)
    made = _proposed(form, options, book)
    if not _wanted(form, book, asks=asks):
        sys.stdout.write("Nothing was added.\n")
        return 1
    after = write(book, [Change(made.concept.id, None, made.concept)], made.sources)
    _tell(made.concept, after)
    return 0


def _form(options: argparse.Namespace, book: Book, text: Texts, *, asks: bool) -> Form:
    form = Form(goal="new")
    for question in QUESTIONS:
        given = getattr(options, question.option.removeprefix("--"))
        if given is None and asks:
            given = _asked(question, form, book, text)
        if given:
            _refuse_mistake(question.step, given, form, book, text)
            form = form.answer(question.step, given)
        elif question.needed:
            raise AddError(f"{question.option} is missing: {question.help}.")
        if question.step == "term":
            likely = options.language or likely_language(form.text("term"), "en")
            form = replace(form, given={**form.given, "language": Given(likely)})
    return form


def _asked(question: Question, form: Form, book: Book, text: Texts) -> str:
    """An answer typed at a prompt; "" for what is passed over with Enter."""
    passed = "" if question.needed else " (Enter to pass over)"
    while True:
        sys.stdout.write(f"{question.help.capitalize()}{passed}\n> ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        said = line.strip()
        if not said and not question.needed:
            return ""
        if not (wrong := mistake(question.step, said, form, book.glossary)):
            return said
        sys.stdout.write(text.plain(f"mistake.{wrong.key}", **wrong.values) + "\n")


def _refuse_mistake(step: Step, said: str, form: Form, book: Book, text: Texts) -> None:
    if wrong := mistake(step, said, form, book.glossary):
        raise AddError(f"--{step}: {text.plain(f'mistake.{wrong.key}', **wrong.values)}")


def _proposed(form: Form, options: argparse.Namespace, book: Book) -> Proposal:
    """The entry as it will stand in the file."""
    glossary = book.glossary
    made = proposal(form, glossary)
    name = options.id or id_for(made.concept, glossary.concepts)
    if name in glossary.concepts:
        raise AddError(f"There is an entry “{name}” already; `glossary-bot edit {name}` opens it.")
    if len(name) > ID_LENGTH or not re.fullmatch(ID_PATTERN, name):
        raise AddError(f"“{name}” is no id: small letters, digits and single hyphens make one.")
    named = replace(made.concept, id=name)
    by = options.by and "@" + options.by.removeprefix("@")
    today = dt.datetime.now(dt.UTC).date()
    return Proposal(
        signed(Proposal(named, made.sources), glossary, today, by, new=True), made.sources
    )


def _wanted(form: Form, book: Book, *, asks: bool) -> bool:
    """Whether the person goes on, seeing what is like it."""
    close = near(form.text("term"), form.language, Edition.of(book.glossary))
    for found in close:
        concept = book.glossary.concepts[found.concept]
        term = concept.section(form.language)[1].preferred.term
        sys.stdout.write(f"This exists: {term} (glossary-bot edit {found.concept})\n")
    if not close or not asks:
        return True
    sys.stdout.write("Add the new entry all the same? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _tell(concept: Concept, book: Book) -> None:
    """Where the entry is now, and what could be better in it."""
    assert book.text is not None  # an entry has just been written into it
    line = book.text.lines[book.ids.index(concept.id)]
    sys.stdout.write(f"{book.path}:{line}: added entry “{concept.id}”\n")
    for finding in review(concept, book.glossary):
        if finding.level != "info":
            sys.stdout.write(f"{book.path}:{line}: {sentence(finding)} [{finding.code}]\n")
