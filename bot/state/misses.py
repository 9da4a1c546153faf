"""What people asked and did not find, counted by the folded words alone: never who asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.concept import Language
from bot.state.database import Database
from bot.state.errors import StateUnavailable
from bot.state.seen import first_time
from bot.state.transaction import Row, Transaction

KEPT_DAYS: Final = 90
DAY_MS: Final = 86_400_000
CHARACTERS: Final = 60
WORDS: Final = 6
SPELLINGS: Final = 5  # ways to write the same words that are kept


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that were asked for in vain, and how they were written most often.

    Days are counted from 1970-01-01, in UTC.
    """

    folded: str
    spelling: str
    times: int
    languages: tuple[Language, ...]
    first_day: int
    last_day: int


class Misses:
    """Counts of missed words, forgotten 90 days after they were last asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(
        self,
        folded: str,
        language: Language,
        *,
        spelling: str | None = None,
        request: str | None = None,
    ) -> bool:
        """Count one question; whether it was counted.

        It is not when the words are too long for a term, when ``request`` was counted before,
        or when the database cannot be used: a lost count is no reason to fail an answer.

        Args:
            folded: The words as ``bot.folding.fold`` gives them.
            language: The language that the reader uses.
            spelling: The words as they were written, where that is known.
            request: Names the update, so that a re-delivered one counts once.
        """
        if not folded or len(folded) > CHARACTERS or len(folded.split()) > WORDS:
            return False

        def work(t: Transaction) -> bool:
            if request is not None and not first_time(t, f"miss {request}"):
                return False
            _count(t, folded, language)
            if spelling and len(spelling) <= CHARACTERS:
                _note(t, folded, spelling)
            return True

        try:
            return await self._database.write(work, durable=False)
        except StateUnavailable:
            return False

    async def missed(self, limit: int, offset: int = 0) -> list[Miss]:
        """A page of missed words, most asked first. Raises ``StateUnavailable``."""
        return await self._database.read(lambda t: _page(t, limit, offset))

    async def total(self) -> int:
        """How many different words are waiting. Raises ``StateUnavailable``."""
        return await self._database.read(
            lambda t: t.number("SELECT count(DISTINCT folded) FROM misses")
        )

    async def settle(self, folded: str) -> bool:
        """Forget words that have been dealt with; whether there were any.

        Raises:
            StateUnavailable: They are still there.
        """

        def work(t: Transaction) -> bool:
            t.execute("DELETE FROM spellings WHERE folded = :folded", folded=folded)
            return bool(t.execute("DELETE FROM misses WHERE folded = :folded", folded=folded))

        return await self._database.write(work)


def _count(t: Transaction, folded: str, language: Language) -> None:
    """Days only move apart, so that a clock set back does not shorten what is known."""
    t.execute(
        "INSERT INTO misses (folded, language, times, first_day, last_day)"
        " VALUES (:folded, :language, 1, :today, :today)"
        " ON CONFLICT (folded, language) DO UPDATE SET times = misses.times + 1,"
        " first_day = CASE WHEN misses.first_day < :today THEN misses.first_day ELSE :today END,"
        " last_day = CASE WHEN misses.last_day > :today THEN misses.last_day ELSE :today END",
        folded=folded,
        language=language,
        today=t.now // DAY_MS,
    )


def _note(t: Transaction, folded: str, spelling: str) -> None:
    """Count a way to write words; a new one only while few are known."""
    t.execute(
        "INSERT INTO spellings (folded, spelling, times) SELECT :folded, :spelling, 0"
        " WHERE (SELECT count(*) FROM spellings WHERE folded = :folded) < :most"
        " ON CONFLICT (folded, spelling) DO NOTHING",
        folded=folded,
        spelling=spelling,
        most=SPELLINGS,
    )
    t.execute(
        "UPDATE spellings SET times = times + 1 WHERE folded = :folded AND spelling = :spelling",
        folded=folded,
        spelling=spelling,
    )


def _page(t: Transaction, limit: int, offset: int) -> list[Miss]:
    rows = t.all(
        "SELECT folded, sum(times) AS times, min(first_day) AS first_day,"
        " max(last_day) AS last_day FROM misses GROUP BY folded"
        " ORDER BY sum(times) DESC, max(last_day) DESC, folded LIMIT :limit OFFSET :offset",
        limit=limit,
        offset=offset,
    )
    return [_miss(t, row) for row in rows]


def _miss(t: Transaction, row: Row) -> Miss:
    languages = t.all(
        "SELECT language FROM misses WHERE folded = :folded ORDER BY times DESC, language",
        folded=row["folded"],
    )
    spelt = t.one(
        "SELECT spelling FROM spellings WHERE folded = :folded ORDER BY times DESC, spelling",
        folded=row["folded"],
    )
    return Miss(
        folded=row["folded"],
        spelling=spelt["spelling"] if spelt else row["folded"],
        times=int(row["times"]),
        languages=tuple(found["language"] for found in languages),
        first_day=row["first_day"],
        last_day=row["last_day"],
    )
