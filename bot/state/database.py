"""The one connection, owned by one thread, behind an asyncio face that never blocks the loop."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from bot.state.backups import save_before_migration
from bot.state.connection import Identity, connect, identity
from bot.state.errors import StateRefused, StateUnavailable, explained, gone, needs_reopening
from bot.state.migrations import migrate
from bot.state.transaction import Transaction

Result = TypeVar("Result")
Outcome: TypeAlias = tuple[Any, BaseException | None]
Clock = Callable[[], int]  # milliseconds since 1970


class _Asked(NamedTuple):
    """A read, and where what it finds is awaited."""

    work: Callable[[Transaction], Any]
    found: asyncio.Future[Any]


class Database:
    """Transactions on one SQLite file.

    Work is done in the order in which it was asked for. After trouble the file is opened again
    with the next piece of work, so the bot recovers when the file is back.

    Attributes:
        path: The database file.
        now: The clock, in milliseconds since 1970.
        trouble: Why the database could not be used the last time, None while all is well.
    """

    def __init__(self, path: Path, now: Clock) -> None:
        self.path = path
        self.now = now
        self.trouble: str | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")
        self._connection: sqlite3.Connection | None = None
        self._identity: Identity | None = None
        self._durable = True
        self._closed = False
        self._asked: list[_Asked] = []

    async def open(self) -> None:
        """Open the file, made when it is not there, and bring its tables up to date.

        A passing trouble (read-only or full disk) is kept in ``trouble``; the bot may start
        and answer without its state.

        Raises:
            StateRefused: The database is damaged, of a newer program, or not ours.
        """
        try:
            await self._run(self._reopen)
        except StateRefused:
            await self.close()
            raise
        except StateUnavailable:
            return

    async def close(self) -> None:
        """Finish what was asked for, then close the file; what comes later is refused."""
        if self._closed:
            return
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._drop)
        self._thread.shutdown(wait=True)

    async def read(
        self, work: Callable[[Transaction], Result], *, patience: float | None = None
    ) -> Result:
        """What ``work`` finds in one consistent view of the data.

        What is asked at the same time goes to the thread together: the way there and back costs
        several times as much as a small query.

        Args:
            work: Called in the database's thread.
            patience: Seconds after which the answer is no longer of use.

        Raises:
            StateUnavailable: The database cannot be used now, or not within ``patience``.
        """
        try:
            async with asyncio.timeout(patience):
                found: Result = await self._ask(work)
                return found
        except TimeoutError:
            raise StateUnavailable(f"The database {self.path} is too slow; try again.") from None

    def _ask(self, work: Callable[[Transaction], Any]) -> asyncio.Future[Any]:
        """What will be found, once the reads asked for in this turn of the loop are done."""
        loop = asyncio.get_running_loop()
        if not self._asked:
            loop.call_soon(self._read_together)
        asked = _Asked(work, loop.create_future())
        self._asked.append(asked)
        return asked.found

    def _read_together(self) -> None:
        together, self._asked = self._asked, []
        reading = asyncio.ensure_future(self._in_thread(lambda: self._read_each(together)))
        reading.add_done_callback(partial(_hand_out, together))

    def _read_each(self, together: list[_Asked]) -> list[Outcome]:
        return [self._outcome(asked.work) for asked in together]

    def _outcome(self, work: Callable[[Transaction], Any]) -> Outcome:
        try:
            return self._attempt(lambda: self._transact(self._ready(), "BEGIN", work)), None
        except Exception as error:  # whoever asked is told
            return None, error

    async def write(
        self, work: Callable[[Transaction], Result], *, durable: bool = True
    ) -> Result:
        """What ``work`` returns, once its changes are committed, all of them or none.

        Args:
            work: Called in the database's thread; must be safe to repeat.
            durable: Whether the commit waits for the disk, so that it outlasts a power cut. A
                killed process loses nothing either way.

        Raises:
            StateUnavailable: Nothing can be said to have been kept.
        """
        return await self._run(lambda: self._write(work, durable=durable))

    async def flush(self) -> None:
        """Move the write-ahead log into the file, so that erased bytes are gone from both."""
        await self._run(lambda: self._ready().execute("PRAGMA wal_checkpoint(TRUNCATE)").close())

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await self._in_thread(lambda: self._attempt(work))

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        if self._closed:
            raise StateUnavailable(f"The database {self.path} has been closed.")
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _attempt(self, work: Callable[[], Result]) -> Result:
        try:
            result = work()
        except (sqlite3.Error, OSError, StateUnavailable) as error:
            if needs_reopening(error):
                self._drop()
            sentence = explained(error, self.path)
            if sentence is None:
                raise
            self.trouble = str(sentence)
            raise sentence from error
        self.trouble = None
        return result

    def _write(self, work: Callable[[Transaction], Result], *, durable: bool) -> Result:
        connection = self._ready()
        if durable != self._durable:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable
        result = self._transact(connection, "BEGIN IMMEDIATE", work)
        if identity(self.path) != self._identity:  # written into a file that has been taken away
            raise gone(self.path)
        return result

    def _transact(
        self, connection: sqlite3.Connection, begin: str, work: Callable[[Transaction], Result]
    ) -> Result:
        connection.execute(begin)
        try:
            result = work(Transaction(connection, self.now()))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            raise
        return result

    def _ready(self) -> sqlite3.Connection:
        """The connection, opened again when the file is another one than before."""
        if self._connection is None or identity(self.path) != self._identity:
            self._reopen()
        assert self._connection is not None
        return self._connection

    def _reopen(self) -> None:
        first = self._identity is None
        self._drop()
        connection = connect(self.path, create=first)
        try:
            save = save_before_migration(self.path, self.now())
            migrate(connection, self.path, self.now(), save)
        except BaseException:
            connection.close()
            raise
        self._connection, self._durable = connection, True
        self._identity = identity(self.path)

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()


def _hand_out(together: list[_Asked], reading: asyncio.Future[list[Outcome]]) -> None:
    """Give each of those who asked together what was found, or why nothing was."""
    failed = reading.exception()
    outcomes = [(None, failed)] * len(together) if failed else reading.result()
    for asked, (found, error) in zip(together, outcomes, strict=True):
        if asked.found.done():  # given up meanwhile
            continue
        if error is None:
            asked.found.set_result(found)
        else:
            asked.found.set_exception(error)
