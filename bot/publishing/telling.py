"""What the curators are told of the file, once each: kept until it has been sent."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.problem import Problem
from bot.publishing.plan import Approval
from bot.settings import Settings
from bot.state import State, StateUnavailable
from bot.state.seen import digest

log = logging.getLogger(__name__)

MOST = 5  # problems in one message


class Telling:
    """Posts notices to every curator and to the curators' chat.

    Kinds: ``file-invalid``, ``file-valid``, ``file-unwritable``, ``file-refused`` (a change would
    break the glossary) and ``file-conflict``. ``posted`` is called when
    there is something to send.
    """

    def __init__(self, settings: Settings, state: State) -> None:
        self._settings, self._state = settings, state
        self._done: set[str] = set()
        self.posted: Callable[[], object] = lambda: None

    async def invalid(self, problems: Iterable[Problem], version: str) -> None:
        """The file is no glossary; the last good one is served."""
        found = list(problems)
        facts = {"problems": _told(found), "more": len(found[MOST:])}
        if await self._tell("file-invalid", facts, version):
            for problem in found[:MOST]:
                log.error("The glossary file is not used: %s", problem)

    async def valid(self, version: str) -> None:
        """The file, which was no glossary at this version, is one again, and is served."""
        self._done.discard(f"file-invalid {version}")
        if await self._tell("file-valid", {}, version):
            log.info("The glossary file is good again, and is served.")

    async def unwritable(self, problem: Problem, since: int) -> None:
        """Approved changes, the first of them ``since``, are served but cannot be written."""
        facts = {"problems": _told([problem])}
        if await self._tell("file-unwritable", facts, str(since)):
            log.warning("Approved changes are served but not written: %s", problem)

    async def refused(self, approval: Approval, problems: Sequence[Problem]) -> None:
        """An approved change is served, but the file would be no glossary with it."""
        last = approval.last
        facts = {"revision": last.id, "problems": _told(problems)}
        if await self._tell("file-refused", facts, f"{last.id} {last.version}"):
            log.warning("Revision %d is served but not written: %s", last.id, problems[0])

    async def conflict(self, approval: Approval) -> None:
        """A person wrote the entry into the file otherwise than it was approved."""
        last = approval.last
        facts = {"revision": last.id, "version": last.version}
        if await self._tell("file-conflict", facts, f"{last.id} {last.version} {approval.mark}"):
            log.warning("Revision %d waits: its entry was changed in the file.", last.id)

    async def _tell(self, kind: str, facts: Mapping[str, Any], subject: str) -> bool:
        """False for what this process has told before, or cannot tell now."""
        key = f"{kind} {subject}"
        if key in self._done:
            return False
        try:
            for chat in recipients(self._settings):
                about = f"{key} to {digest(str(chat))}"
                await self._state.notices.post(chat, kind, facts, key=about)
        except StateUnavailable:
            log.warning("The curators cannot be told: the database is not available.")
            return False
        self._done.add(key)
        self.posted()
        return True


def recipients(settings: Settings) -> list[int]:
    """The chats that are told: each curator's own, and the curators' group."""
    group = [settings.curator_chat] if settings.curator_chat else []
    return sorted({*settings.curators, *group})


def _told(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {"file": problem.path.name, "line": problem.line, "sentence": problem.sentence}
        for problem in problems[:MOST]
    ]
