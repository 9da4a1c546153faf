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

from bot.cli import options as shared
from bot.cli.asking import (
    GivenUpError,
    Question,
    answered,
    language_of_term,
    wanted,
    wrong_with,
)
from bot.concept import ID_LENGTH, ID_PATTERN, LANGUAGES, Concept
from bot.file.book import Book
from bot.file.violation import LANGUAGE_NAMES
from bot.file.writing import Change, ConflictError, UnwritableError, write
from bot.linter import review, sentence
from bot.problem import GlossaryError
from bot.settings import SettingsError
from bot.suggestion import Form, Given, Proposal, proposal
from bot.suggestion.entry import id_for, signed
from bot.suggestion.form import Step
from bot.suggestion.reading import likely_language


class AddError(Exception):
    """The entry cannot be added; the message says why."""


ERRORS = (AddError, ConflictError, GlossaryError, SettingsError, UnwritableError)


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
    try:
        form = _form(options, book, asks=sys.stdin.isatty() and not options.yes)
    except GivenUpError:
        sys.stdout.write("Nothing was added.\n")
        return 1
    made = _proposed(form, options, book)
    after = write(book, [Change(made.concept.id, None, made.concept)], made.sources)
    _tell(made.concept, after)
    return 0


def _form(options: argparse.Namespace, book: Book, *, asks: bool) -> Form:
    form = Form(goal="new")
    for question in QUESTIONS:
        given = getattr(options, question.option.removeprefix("--"))
        if given is None and asks:
            given = answered(question, form, book)
        if given:
            _refuse_mistake(question.step, given, form, book)
            form = form.answer(question.step, given)
        elif question.needed:
            raise AddError(f"{question.option} is missing: {question.help}.")
        if question.step == "term":
            form = _placed(form, options, book, asks=asks)
    return form


def _placed(form: Form, options: argparse.Namespace, book: Book, *, asks: bool) -> Form:
    """The term in its language, unless it is of an entry that exists."""
    likely = options.language or likely_language(form.text("term"), "en")
    if asks and not options.language:
        likely = language_of_term(likely)
    form = replace(form, given={**form.given, "language": Given(likely)})
    if not wanted(form, book, asks=asks):
        raise GivenUpError
    return form


def _refuse_mistake(step: Step, said: str, form: Form, book: Book) -> None:
    if wrong := wrong_with(step, said, form, book):
        raise AddError(f"--{step}: {wrong}")


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


def _tell(concept: Concept, book: Book) -> None:
    """Where the entry is now, and what could be better in it."""
    assert book.text is not None  # an entry has just been written into it
    line = book.text.lines[book.ids.index(concept.id)]
    sys.stdout.write(f"{book.path}:{line}: added entry “{concept.id}”\n")
    for finding in review(concept, book.glossary):
        if finding.level != "info":
            where = LANGUAGE_NAMES.get(finding.language or "")
            told = f"{where}: {sentence(finding)}" if where else sentence(finding)
            sys.stdout.write(f"{book.path}:{line}: {told} [{finding.code}]\n")
