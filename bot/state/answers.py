"""Which message of the bot answers which question, so that an edited question edits its answer.

Numbers only. They are written in batches, since an answer must not wait for them: a killed
process loses those of the last second, and an edit of such a question is answered anew.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Final

from bot.state.database import Database
from bot.state.errors import StateUnavailable
from bot.state.transaction import Transaction

KEPT_MS: Final = 2 * 86_400_000  # bots may edit their messages for 48 hours
BATCH_S: Final = 1.0  # seconds between two writes
WAITING: Final = 10_000  # answers that wait for the database at most

Question = tuple[int, int]  # chat and message


class Answers:
    """Question → answer, for two days."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[Question, int] = {}
        self._writing: asyncio.Task[None] | None = None

    def remember(self, chat: int, question: int, answer: int) -> None:
        """Keep that this message answers that question; returns at once."""
        if len(self._waiting) < WAITING:
            self._waiting[chat, question] = answer
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def to(self, chat: int, question: int) -> int | None:
        """The message that answers a question; None when it is not known any more."""
        waiting = self._waiting.get((chat, question))
        if waiting is not None:
            return waiting
        with contextlib.suppress(StateUnavailable):
            return await self._database.read(lambda t: _answer(t, chat, question))
        return None

    def forget(self, chat: int) -> None:
        """Drop what waits for a chat."""
        self._waiting = {key: value for key, value in self._waiting.items() if key[0] != chat}

    async def flush(self) -> None:
        """Write what waits now."""
        waiting = dict(self._waiting)
        if not waiting:
            return
        with contextlib.suppress(StateUnavailable):
            await self._database.write(lambda t: _keep(t, waiting), durable=False)
            for question, answer in waiting.items():
                if self._waiting.get(question) == answer:
                    del self._waiting[question]

    async def _write_later(self) -> None:
        await asyncio.sleep(BATCH_S)
        await self.flush()


def _keep(t: Transaction, answers: dict[Question, int]) -> None:
    for (chat, question), answer in answers.items():
        t.execute(
            "INSERT INTO answers (chat, question, answer, at) VALUES (:chat, :question, :answer,"
            " :now) ON CONFLICT (chat, question) DO UPDATE SET answer = :answer, at = :now",
            chat=chat,
            question=question,
            answer=answer,
            now=t.now,
        )


def _answer(t: Transaction, chat: int, question: int) -> int | None:
    row = t.one(
        "SELECT answer FROM answers WHERE chat = :chat AND question = :question",
        chat=chat,
        question=question,
    )
    return int(row["answer"]) if row else None
