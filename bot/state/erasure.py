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
    rows = {
        name: t.execute(sql, person=person) for name, sql in {**_ERASED, **_ANONYMISED}.items()
    }
    if byline:
        rows |= {name: t.execute(sql, byline=byline) for name, sql in _CREDITS.items()}
    t.signal()
    return Erased({name: count for name, count in rows.items() if count}, kept_with(t, person))


def kept_with(t: Transaction, person: int) -> dict[str, int]:
    """How many rows of each table hold a person's id; empty when none does."""
    counts = {
        name: t.number(
            f"SELECT count(*) FROM {table} WHERE {column} = :person",  # noqa: S608 - our own names
            person=person,
        )
        for name, (table, column) in _LOOKED_FOR.items()
    }
    return {name: count for name, count in counts.items() if count}
