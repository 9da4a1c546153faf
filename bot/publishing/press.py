"""Keeps three things in step: the glossary file, what has been approved, and what is served."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import hashlib
import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from bot.edition import Edition
from bot.file.book import Book
from bot.file.transcript import uncollected
from bot.file.writing import ConflictError, UnwritableError, tidy, write
from bot.overlay import laid, renewed
from bot.problem import GlossaryError, Problem
from bot.publishing.fitting import fitting
from bot.publishing.plan import Approval, Plan, cited, plan
from bot.publishing.telling import Telling
from bot.publishing.trailing import trail
from bot.publishing.watch import Watch
from bot.settings import Settings
from bot.state import Revision, State, StateUnavailable

log = logging.getLogger(__name__)

EVERY = 0.25  # seconds between two looks at the file; a change is taken up by the second look
TURN = 0.001  # seconds after which work in another thread gives way to whoever is being answered
AGAIN = 30.0  # seconds until the next attempt at a file that could not be written


class Served(Protocol):
    """The desk, as far as the press knows it."""

    settings: Settings
    edition: Edition
    state: State


class _Made(NamedTuple):
    plan: Plan
    edition: Edition


class Press:
    """Takes up edits of the file, serves what is approved, and writes it into the file.

    Everything that takes time happens in other threads; the desk's edition is swapped whole.

    Attributes:
        book: The last good glossary file that was read or written.
        plan: What is to be done with the approved changes.
        problems: Why the file is not served as it is now; empty while all is well.
        failures: How often the file was looked at and could not be served.
        telling: What tells the curators.
        unwritable: Why approved changes could not be written the last time.
    """

    def __init__(self, desk: Served, book: Book) -> None:
        self.book = book
        self.plan = Plan()
        self.problems: Sequence[Problem] = ()
        self.failures = 0
        self.unwritable: Problem | None = None
        self._desk = desk
        self.telling = Telling(desk.settings, desk.state)
        self._watch = Watch(book.path)
        self._approved: list[Revision] = []
        self._generation = -1
        self._served: object = None
        self._refused = ""
        self._tried: tuple[object, ...] = ()
        self._again = 0.0
        self._lock = asyncio.Lock()
        self._due = asyncio.Event()

    async def watch(self) -> None:
        """Keep everything in step for as long as the bot serves."""
        sys.setswitchinterval(TURN)
        async with asyncio.TaskGroup() as both:
            both.create_task(self._watch_file())
            both.create_task(trail(self._desk))

    async def _watch_file(self) -> None:
        while True:
            try:
                await self.look()
            except StateUnavailable:
                log.debug("The database is not available; approved changes wait.")
            except Exception:  # whatever it is, the file must be looked at again
                log.exception("The glossary file could not be dealt with; trying again.")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(EVERY):  # unlike wait_for, it never swallows a cancel
                    await self._due.wait()
            self._due.clear()

    async def publish(self) -> None:
        """Serve what has been approved from now on; it is written soon after.

        Raises:
            StateUnavailable: What has been approved cannot be read now.
        """
        await self._serve()
        self._again = 0.0
        self._due.set()

    async def look(self) -> None:
        """Take up what has changed in the file or the database, and write what is due.

        Raises:
            StateUnavailable: The database cannot be used; the file has been dealt with.
        """
        if await asyncio.to_thread(self._watch.look):
            await self._reload()
        if await self._desk.state.generation() != self._generation:
            await self._serve()
        if self._watch.settled and not self.problems:
            await self.write()

    async def write(self) -> int:
        """Write the approved changes that are due into the file; how many entries there are.

        Raises:
            StateUnavailable: They are written, perhaps, but not noted as written.
        """
        if not (self.plan.written or (self.plan.due and self._may_try())):
            return 0
        async with self._lock:
            now = self.plan
            done = [*now.written, *await self._written(now.due)]
            if done:
                revisions = [revision for approval in done for revision in approval.revisions]
                version = self.book.glossary.version
                await self._desk.state.revisions.published(revisions, version)
        await self._serve()
        return len(done)

    def _may_try(self) -> bool:
        """Whether something is new since the last attempt that failed."""
        now = (self.book.glossary.version, [(a.last.id, a.last.version) for a in self.plan.due])
        if now == self._tried and time.monotonic() < self._again:
            return False
        self._tried, self._again = now, time.monotonic() + AGAIN
        return True

    async def _written(self, due: Sequence[Approval]) -> Sequence[Approval]:
        """Those of the changes that are in the file now."""
        try:
            return await self._put(due)
        except GlossaryError:
            fit = await asyncio.to_thread(fitting, self.book, due)
        except ConflictError:
            fit = None
        try:
            if fit is not None:
                for refusal in fit.refused:
                    await self.telling.refused(*refusal)
                return await self._put(fit.fit)
        except (ConflictError, GlossaryError):
            pass
        self._tried = ()  # the file has changed; the next look tells how
        return ()

    async def _put(self, due: Sequence[Approval]) -> Sequence[Approval]:
        if not due:
            return ()
        changes = [approval.change for approval in due]
        try:
            self.book = await asyncio.to_thread(write, self.book, changes, cited(due))
        except UnwritableError as error:
            self.unwritable = error.problem
            await self.telling.unwritable(error.problem, due[0].revisions[0].id)
            return ()
        self.unwritable = None
        return due

    async def _reload(self) -> None:
        self._watch.reading()
        try:
            book = await asyncio.to_thread(_reread, self.book)
        except GlossaryError as error:
            self.problems = error.problems
            self.failures += 1
            self._refused = await asyncio.to_thread(_fingerprint, self.book.path)
            await self.telling.invalid(error.problems, self._refused)
            return
        if self.problems:
            self.problems = ()
            await self.telling.valid(self._refused)
        if book is self.book:
            return
        edition = await asyncio.to_thread(_renewed, self._desk.edition, book)
        await self._serve(book, edition)
        log.info("The glossary file has changed; it has %d entries now.", len(book.ids))

    async def _serve(self, book: Book | None = None, base: Edition | None = None) -> None:
        """Swap the edition for that of a book, with the approved changes in it.

        Raises:
            StateUnavailable: The changes that are known already are served with the new book.
        """
        async with self._lock:
            trouble = await self._learn()
            chosen = book or self.book
            served = (chosen, [(r.id, r.version) for r in self._approved])
            if served != self._served:
                made = await asyncio.to_thread(
                    _made, chosen, base or self._desk.edition, self._approved
                )
                self.book, self.plan, self._served = chosen, made.plan, served
                self._desk.edition = made.edition
        for conflict in self.plan.conflicts:
            await self.telling.conflict(conflict)
        if trouble:
            raise trouble

    async def _learn(self) -> StateUnavailable | None:
        """Read what has been approved and not noted as written, if that can be done."""
        state = self._desk.state
        try:
            generation = await state.generation()
            self._approved = await state.revisions.unpublished()
            self._generation = generation
        except StateUnavailable as error:
            return error
        return None


def _made(book: Book, base: Edition, approved: Sequence[Revision]) -> _Made:
    found = plan(book.glossary, approved)
    said = (each for approval in found.due for each in approval.asked)
    return _Made(found, renewed(base, laid(book.glossary, said)))


def _reread(book: Book) -> Book:
    tidy(book.path)
    with uncollected():
        return book.reread()


def _renewed(edition: Edition, book: Book) -> Edition:
    with uncollected():
        found = renewed(edition, book.glossary)
        gc.freeze()  # what lives as long as an edition need not be gone through again and again
    return found


def _fingerprint(path: Path) -> str:
    """What tells one text of a file from another; "" for a file that cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
