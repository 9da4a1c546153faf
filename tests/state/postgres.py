"""The statements of `bot.state` on a PostgreSQL server, for tests.

    POSTGRES_DSN="host=127.0.0.1 user=postgres" pytest tests/state

then runs the tests of this package on that server instead of SQLite, those of SQLite's own files
aside. It needs psycopg 3; every test has a schema of its own, which is dropped at the end.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from bot.state.database import Clock
from bot.state.migrations import MIGRATIONS
from bot.state.transaction import Row, Transaction, Value

Result = TypeVar("Result")
_NAME = re.compile(r"(?<!:):([a-z_]+)")


def translated(sql: str) -> str:
    """A statement with psycopg's marks for parameters; the rest stays as it is."""
    return _NAME.sub(r"%(\1)s", sql.replace("%", "%%"))


class PostgresTransaction(Transaction):
    """A transaction whose statements go to a server."""

    def __init__(self, connection: Any, now: int) -> None:
        self._server = connection
        self.now = now

    def execute(self, sql: str, **values: Value) -> int:
        """Run a statement; the number of rows that it changed."""
        return int(self._server.execute(translated(sql), bound(values)).rowcount)

    def all(self, sql: str, **values: Value) -> list[Row]:
        """Every row of a query."""
        cursor = self._server.execute(translated(sql), bound(values))
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def bound(values: dict[str, Value]) -> dict[str, Value]:
    """Values as `bot.state.transaction` binds them."""
    made: dict[str, Value] = import_module("bot.state.transaction")._bound(values)
    return made


class PostgresDatabase:
    """What `bot.state.database.Database` is, on a schema that belongs to a path."""

    dsn = ""

    def __init__(self, path: Path, now: Clock) -> None:
        self.path = path
        self.now = now
        self.trouble: str | None = None
        self.schema = "test_" + hashlib.sha256(str(path).encode()).hexdigest()[:16]
        self._turn = asyncio.Lock()

    async def open(self) -> None:
        """Connect, and make the tables if they are not there."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        options = f"-c search_path={self.schema}"
        self._server = import_module("psycopg").connect(self.dsn, options=options, autocommit=True)
        known = "SELECT 1 FROM information_schema.schemata WHERE schema_name = %s"
        if self._server.execute(known, [self.schema]).fetchone() is None:
            self._server.execute(f"CREATE SCHEMA {self.schema}")
            for statement in (each for step in MIGRATIONS for each in step.statements):
                self._server.execute(statement)

    async def close(self) -> None:
        """Disconnect."""
        self._server.close()

    def drop(self) -> None:
        """Take the schema away."""
        with import_module("psycopg").connect(self.dsn, autocommit=True) as server:
            server.execute(f"DROP SCHEMA IF EXISTS {self.schema} CASCADE")

    async def read(
        self, work: Callable[[Transaction], Result], *, patience: float | None = None
    ) -> Result:
        """What ``work`` finds."""
        return await self.write(work)

    async def write(
        self, work: Callable[[Transaction], Result], *, durable: bool = True
    ) -> Result:
        """What ``work`` returns, once it is committed."""
        async with self._turn:
            return await asyncio.to_thread(self._transact, work)

    def _transact(self, work: Callable[[Transaction], Result]) -> Result:
        with self._server.transaction():
            return work(PostgresTransaction(self._server, self.now()))

    async def flush(self) -> None:
        """Nothing: there is no file of ours."""
