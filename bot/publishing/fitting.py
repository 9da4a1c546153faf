"""Which approved changes the glossary can take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.file.book import Book
from bot.file.writing import ConflictError, changed
from bot.problem import GlossaryError, Problem
from bot.publishing.plan import Approval, cited


class Refusal(NamedTuple):
    """A change with which the file would be no glossary, and why not."""

    approval: Approval
    problems: Sequence[Problem]


class Fitting(NamedTuple):
    """Changes that can be written together, and those that cannot."""

    fit: tuple[Approval, ...]
    refused: tuple[Refusal, ...]


def fitting(book: Book, approvals: Sequence[Approval]) -> Fitting:
    """Try the changes in memory: all at once, else as many as go together."""
    if approvals and not _hindrance(book, approvals):
        return Fitting(tuple(approvals), ())
    fit: list[Approval] = []
    left, refused = list(approvals), list[Refusal]()
    while left:
        refused, taken = [], len(fit)
        for approval in left:
            problems = _hindrance(book, [*fit, approval])
            if problems:
                refused.append(Refusal(approval, problems))
            else:
                fit.append(approval)
        left = [refusal.approval for refusal in refused] if len(fit) > taken else []
    return Fitting(tuple(fit), tuple(refused))


def _hindrance(book: Book, approvals: Sequence[Approval]) -> Sequence[Problem]:
    try:
        changed(book, [approval.change for approval in approvals], cited(approvals))
    except GlossaryError as error:
        return error.problems
    except ConflictError as error:
        return [Problem(book.path, 0, "F04", "error", str(error))]
    return ()
