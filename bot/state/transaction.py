"""One transaction: statements, their rows, counters and the time that all of them share.

The SQL of this package is kept to what SQLite (3.35 or later) and PostgreSQL both take: named
parameters, ``INSERT … ON CONFLICT … DO …``, ``RETURNING``, times as whole milliseconds since 1970
that Python gives, JSON as text, and numbers from counter rows instead of sequences. What is
compared and then set is guarded by the row's version, since PostgreSQL lets another transaction in
between (READ COMMITTED). ``tests/state/postgres.py`` runs all of it on a server.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
Value: TypeAlias = str | int | None

GENERATION = "generation"  # the counter by which other processes notice a change


class Transaction:
    """What is done inside one ``BEGIN … COMMIT``.

    Attributes:
        now: When the transaction began, in milliseconds since 1970.
    """

    def __init__(self, connection: sqlite3.Connection, now: int) -> None:
        self._connection = connection
        self.now = now

    def execute(self, sql: str, **values: Value) -> int:
        """Run a statement; the number of rows that it changed."""
        return self._connection.execute(sql, _bound(values)).rowcount

    def all(self, sql: str, **values: Value) -> list[Row]:
        """Every row of a query, as a dictionary each."""
        cursor = self._connection.execute(sql, _bound(values))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, sql: str, **values: Value) -> Row | None:
        """The first row of a query, or None."""
        rows = self.all(sql, **values)
        return rows[0] if rows else None

    def number(self, sql: str, **values: Value) -> int:
        """The only number of a query such as a count; 0 for NULL and for no row."""
        row = self.one(sql, **values)
        return int(next(iter(row.values())) or 0) if row else 0

    def next(self, counter: str) -> int:
        """The counter's next number, from 1.

        Its row stays locked until the commit, so numbers become visible in their order, which
        a PostgreSQL sequence would not promise to a replica that reads "everything since".
        """
        return self.number(
            "INSERT INTO counters (name, value) VALUES (:name, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
            name=counter,
        )

    def signal(self) -> None:
        """Make other processes notice, once this is committed, that something changed."""
        self.next(GENERATION)


def dumped(value: Mapping[str, Any]) -> str:
    """A JSON object as text; pure ASCII, so that half surrogate pairs survive too."""
    return json.dumps(value, separators=(",", ":"))


def _bound(values: dict[str, Value]) -> dict[str, Value]:
    """Text that no database encoding refuses: no lone surrogates, no NUL."""
    return {
        name: value.encode("utf-8", "replace").decode().replace("\0", "�")
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }
