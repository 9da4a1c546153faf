from __future__ import annotations

from pathlib import Path

import pytest

from bot.concept import Source
from bot.file.book import Book
from bot.file.sourcing import supplied
from bot.problem import GlossaryError

NEW = {"new": Source("A new book: volume 2", url="https://book.example/?a=1")}
LINES = '  new:\n    title: "A new book: volume 2"\n    url: https://book.example/?a=1\n'
ENTRIES = "entries:\n- id: a\n  languages: {en: {terms: [a]}}\n"
LIST = "sources:\n  old: {title: Old}  # remark\n"


def book(text: str) -> Book:
    return Book.of(text.encode(), Path("g.yaml"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"schema_version: 1\n{LIST}{ENTRIES}", f"schema_version: 1\n{LIST}{LINES}{ENTRIES}"),
        (f"schema_version: 1\n{ENTRIES}", f"schema_version: 1\nsources:\n{LINES}{ENTRIES}"),
        (f"{ENTRIES}{LIST}schema_version: 1\n", f"{ENTRIES}{LIST}{LINES}schema_version: 1\n"),
        (
            f"{ENTRIES}schema_version: 1\n{LIST}".removesuffix("\n"),
            f"{ENTRIES}schema_version: 1\n{LIST}{LINES}",
        ),
        (
            f"schema_version: 1\n{LIST}\n# all\nentries: []  # none\n",
            f"schema_version: 1\n{LIST}{LINES}\n# all\nentries: []  # none\n",
        ),
        (
            f"schema_version: 1\n{LIST}{ENTRIES}".replace("\n", "\r\n"),
            f"schema_version: 1\n{LIST}{LINES}{ENTRIES}".replace("\n", "\r\n"),
        ),
        (
            f"sources:\n    old:\n        title: Old\nschema_version: 1\n{ENTRIES}",
            "sources:\n    old:\n        title: Old\n"
            '    new:\n      title: "A new book: volume 2"\n'
            f"      url: https://book.example/?a=1\nschema_version: 1\n{ENTRIES}",
        ),
    ],
)
def test_a_new_source_is_the_last_of_the_list_and_every_other_byte_stays(
    before: str, after: str
) -> None:
    made = supplied(book(before), NEW)
    assert made.data.decode() == after
    assert made == book(after)


def test_a_source_that_is_there_stays_as_it_is() -> None:
    old = book(f"schema_version: 1\n{LIST}{ENTRIES}")
    assert supplied(old, {"old": Source("Other")}) is old


@pytest.mark.parametrize(
    "text",
    [
        f"schema_version: 1\nsources: {{old: {{title: Old}}}}\n{ENTRIES}",
        "{schema_version: 1, entries: []}",
    ],
)
def test_a_list_in_braces_cannot_be_added_to(text: str) -> None:
    with pytest.raises(GlossaryError, match="lines of its own"):
        supplied(book(text), NEW)
