"""A press, and the people around it: who suggests, approves and edits the file by hand."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.body import body, fingerprint, parts
from bot.concept import Concept, LanguageSection, Source, Term
from bot.desk import Desk
from bot.edition import Edition
from bot.file.book import Book
from bot.publishing import Press
from bot.settings import Settings
from bot.state import Notice, Revision, Ruling, State, Suggestion

CURATOR = 77
TEXT = """\
schema_version: 1
sources:
  paper: {title: A paper}
entries:
  # the first
  - id: alpha
    languages:
      en:
        terms: [alpha]  # a letter
        definition: first letter of the Greek alphabet

  - id: beta
    languages:
      en:
        terms: [beta]
"""
_numbers = itertools.count()


def entry(name: str, note: str | None = None) -> Concept:
    """A small entry."""
    return Concept(name, {"en": LanguageSection((Term(name, "preferred"),), note=note)})


@dataclass
class Workshop:
    """A desk with its press, and what people do there."""

    desk: Desk
    press: Press
    path: Path

    @classmethod
    def over(cls, path: Path, state: State) -> Workshop:
        book = Book.open(path)
        settings = Settings(glossary=path, curators=frozenset({CURATOR}))
        desk = Desk(settings, Edition.of(book.glossary), state)
        desk.press = Press(desk, book)
        return cls(desk, desk.press, path)

    @property
    def state(self) -> State:
        return self.desk.state

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        """Change the file as an editor does that writes in place."""
        assert old in self.text
        self.path.write_text(self.text.replace(old, new), encoding="utf-8")

    def served(self, name: str) -> Concept | None:
        return self.desk.edition.glossary.concepts.get(name)

    def note(self, name: str) -> str | None:
        """The note on an entry as it is served."""
        concept = self.served(name)
        return concept.languages["en"].note if concept else None

    async def looks(self, times: int = 2) -> None:
        """So many looks of the watch; two take up a change."""
        for _ in range(times):
            await self.press.look()

    async def approve(
        self, concept: Concept, sources: dict[str, Source] | None = None, **facts: Any
    ) -> Revision:
        """Suggest an entry as it is to be and approve it; nothing is served yet."""
        now = self.served(concept.id)
        number = next(_numbers)
        suggestion = Suggestion(
            **{
                "concept": concept.id,
                "kind": "edit" if now else "add",
                "body": body(concept, sources),
                "author": 5,
                "request": f"suggestion {number}",
                "base": fingerprint(now),
                "previous": body(now) if now else None,
                **facts,
            }
        )
        done = await self.state.revisions.submit(
            suggestion, limits=None, ruling=ruling(f"approval {number}")
        )
        assert done.decision is not None
        assert done.decision.revision is not None
        return done.decision.revision

    async def publish(self, concept: Concept, **facts: Any) -> Revision:
        """Approve an entry as a handler does it: it is served, and written by the next look."""
        revision = await self.approve(concept, **facts)
        await self.desk.publish()
        return revision

    async def notices(self) -> list[Notice]:
        """What the curator is told now; once."""
        found = await self.state.notices.claim(100)
        for notice in found:
            await self.state.notices.done(notice.id)
        return [notice for notice in found if notice.recipient == CURATOR]

    async def told(self) -> list[str]:
        """The kinds of what the curator is told now."""
        return [notice.kind for notice in await self.notices()]


async def until(reached: Callable[[], Awaitable[object]]) -> None:
    """Wait for something that another task does."""
    for _ in range(1000):
        if await reached():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def ruling(request: str) -> Ruling:
    """The curator's decision."""
    return Ruling(reviewer=CURATOR, request=request)


def said(revision: Revision) -> Concept:
    """The entry that a revision asks for."""
    return parts(revision.body).concept
