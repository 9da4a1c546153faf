"""From a glossary file to the glossary it holds, or to what must be put right first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.file.comments import swallowed
from bot.file.transcript import Transcript, content, transcribe
from bot.file.violation import LANGUAGE_NAMES, place
from bot.glossary import Glossary
from bot.problem import GlossaryError, Problem


def read(path: Path) -> Glossary:
    """The glossary in a file.

    Raises:
        GlossaryError: the file cannot be read, is not the YAML that is read here, does not fit
            the model, or points at things that do not exist. Rules for terms and definitions do
            not stop a glossary from being served; see ``check``.
    """
    return parse(content(path), path)


def parse(data: bytes, path: Path) -> Glossary:
    """The glossary in the text of a file; ``path`` is only named in what is raised.

    Raises:
        GlossaryError: as ``read``.
    """
    copy = transcribe(data, path)
    if copy.problems:
        raise GlossaryError(copy.problems)
    return copy.glossary


def check(path: Path) -> list[Problem]:
    """Everything that is wrong with a file or could be better, by line; [] if nothing is."""
    try:
        return check_text(content(path), path)
    except GlossaryError as error:
        return error.problems


def check_text(data: bytes, path: Path) -> list[Problem]:
    """The same for the text of a file."""
    copy = transcribe(data, path, thorough=True)
    problems = [*copy.problems, *copy.empty, *_commented(data, copy), *_linted(copy)]
    return sorted(problems, key=lambda problem: (problem.line, problem.code))


def _commented(data: bytes, copy: Transcript) -> Iterator[Problem]:
    read = [copy.composition.head, *(value for _, value in copy.composition.entries)]
    for line, key in swallowed(data, read):
        told = (
            f"“{key}” ends at the “#”, where a comment begins; put the text in quotation marks, "
        )
        told += "or the comment on a line of its own"
        yield Problem(copy.path, line, "Y03", "warning", told)


def _linted(copy: Transcript) -> Iterator[Problem]:
    from bot.linter import review_all, sentence  # its patterns would slow every start

    for finding in review_all(copy.glossary):
        if finding.code == "T10" and copy.problems:
            continue  # an entry that could not be read may cite it
        index = copy.places[finding.concept] if finding.concept else None
        entry = f"entry “{finding.concept}”" if finding.concept else ""
        where = place(finding.steps) or LANGUAGE_NAMES.get(finding.language or "", "")
        told = ": ".join(filter(None, (entry, where, sentence(finding))))
        yield copy.problem(index, finding.steps, finding.code, finding.level, told)
