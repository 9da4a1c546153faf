"""Forgetting a person: what is kept with them, and that nothing is afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.state.transaction import Transaction

_ERASED = {
    "people": "DELETE FROM people WHERE person = :person",
    "chats": "DELETE FROM chats WHERE chat = :person",
    "drafts": "DELETE FROM drafts WHERE person = :person OR chat = :person",
    "notices": "DELETE FROM notices WHERE recipient = :person",
    "tallies": "DELETE FROM tallies WHERE person = :person",
    "answers": "DELETE FROM answers WHERE chat = :person",
    "cards": "DELETE FROM cards WHERE chat = :person",
}
_ANONYMISED = {
    "revisions": "UPDATE revisions SET author = NULL, byline = NULL WHERE author = :person",
    "reviews": "UPDATE revisions SET reviewer = NULL, reviewed_by = NULL WHERE reviewer = :person",
    "blocks made": "UPDATE blocks SET blocked_by = NULL WHERE blocked_by = :person",
}
_CREDITS = {
    "credits": "UPDATE revisions SET byline = NULL WHERE byline = :byline",
    "review credits": "UPDATE revisions SET reviewed_by = NULL WHERE reviewed_by = :byline",
}
_SIGNED = [(entry, key) for entry in ("body", "suggested", "previous")
           for key in ("created_by", "updated_by")]  # fmt: skip
_LOOKED_FOR = {
    "people": ("people", "person"),
    "chats": ("chats", "chat"),
    "drafts": ("drafts", "person"),
    "notices": ("notices", "recipient"),
    "tallies": ("tallies", "person"),
    "answers": ("answers", "chat"),
    "cards": ("cards", "chat"),
    "revisions": ("revisions", "author"),
    "reviews": ("revisions", "reviewer"),
    "blocks made": ("blocks", "blocked_by"),
    "blocks": ("blocks", "person"),
}


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows were erased or made anonymous in each table, and what had to stay.

    ``kept`` can only hold ``blocks``: a block that its person could lift by being forgotten
    would be none.
    """

    rows: Mapping[str, int]
    kept: Mapping[str, int]


def forget(t: Transaction, person: int, byline: str | None) -> Erased:
    """Erase what is kept with a person; revisions stay, without anybody's name on them."""
    for handle in _handles(t, person, byline):
        _unsign(t, handle)
    rows = {
        name: t.execute(sql, person=person) for name, sql in {**_ERASED, **_ANONYMISED}.items()
    }
    if byline:
        rows |= {name: t.execute(sql, byline=byline) for name, sql in _CREDITS.items()}
    t.signal()
    return Erased(
        {name: count for name, count in rows.items() if count}, kept_with(t, person, byline)
    )


def _handles(t: Transaction, person: int, byline: str | None) -> set[str]:
    """The handle that a person has, and those that they had when they suggested something."""
    rows = t.all(
        "SELECT DISTINCT byline FROM revisions WHERE author = :person AND byline IS NOT NULL",
        person=person,
    )
    return {row["byline"] for row in rows} | ({byline} if byline else set())


def _unsign(t: Transaction, handle: str) -> None:
    """Take a handle out of the entries of revisions: an approval would publish it again."""
    for column, key in _SIGNED:
        t.execute(
            f"UPDATE revisions SET {column} = replace({column}, :signed, '')"  # noqa: S608 - our own names
            f" WHERE replace({column}, :signed, '') <> {column}",
            signed=f',"{key}":"{handle}"',  # as `dumped` writes it; never the first key
        )


def kept_with(t: Transaction, person: int, byline: str | None = None) -> dict[str, int]:
    """How many rows of each table hold a person's id, or their handle; empty when none does."""
    counts = {
        name: t.number(
            f"SELECT count(*) FROM {table} WHERE {column} = :person",  # noqa: S608 - our own names
            person=person,
        )
        for name, (table, column) in _LOOKED_FOR.items()
    }
    counts["handle"] = t.number(
        "SELECT count(*) FROM revisions WHERE byline = :byline OR reviewed_by = :byline",
        byline=byline or "",
    )
    return {name: count for name, count in counts.items() if count}
