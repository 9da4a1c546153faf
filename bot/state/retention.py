"""What is kept for a limited time only, and the job that lets it go."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bot.state import answers, cards, drafts, misses, seen
from bot.state.misses import DAY_MS
from bot.state.transaction import Transaction

JUMP_MS: Final = 2 * DAY_MS
NOTICE_DONE_MS: Final = 7 * DAY_MS
NOTICE_MS: Final = 30 * DAY_MS
REVIEWER_MS: Final = 90 * DAY_MS
AUTHOR_MS: Final = 365 * DAY_MS
REQUEST_MS: Final = 2 * DAY_MS
BACKUP_MS: Final = 30 * DAY_MS

_CLAMPED: Final = (
    ("drafts", "updated_at"),
    ("seen", "at"),
    ("answers", "at"),
    ("cards", "at"),
    ("notices", "created_at"),
    ("notices", "done_at"),
    ("revisions", "created_at"),
    ("revisions", "decided_at"),
)
_RULES: Final[tuple[tuple[str, str, int], ...]] = (
    ("drafts", "DELETE FROM drafts WHERE updated_at < :oldest", drafts.KEPT_MS),
    ("seen", "DELETE FROM seen WHERE at < :oldest", seen.KEPT_MS),
    ("answers", "DELETE FROM answers WHERE at < :oldest", answers.KEPT_MS),
    ("cards", "DELETE FROM cards WHERE at < :oldest", cards.KEPT_MS),
    ("notices", "DELETE FROM notices WHERE done_at < :oldest", NOTICE_DONE_MS),
    ("notices unsent", "DELETE FROM notices WHERE created_at < :oldest", NOTICE_MS),
    (
        "reviewers",
        "UPDATE revisions SET reviewer = NULL WHERE reviewer IS NOT NULL"
        " AND state NOT IN ('pending', 'asked-back') AND decided_at < :oldest",
        REVIEWER_MS,
    ),
    (
        "authors",
        "UPDATE revisions SET author = NULL WHERE author IS NOT NULL AND created_at < :oldest",
        AUTHOR_MS,
    ),
    (
        "requests",
        "UPDATE revisions SET request = 'revision ' || CAST(id AS TEXT), decision = NULL"
        " WHERE created_at < :oldest AND COALESCE(decided_at, created_at) < :oldest"
        " AND (decision IS NOT NULL OR request NOT LIKE 'revision %')",
        REQUEST_MS,
    ),
)


def prune(t: Transaction, now: int) -> dict[str, int] | None:
    """Let go of what has been kept long enough; how many rows of what.

    A clock that has jumped ahead must not empty the tables: when more than two days have passed
    since the last time, nothing is erased (None) until the job runs again and finds the same.
    """
    if not _believed(t, now):
        return None
    for table, column in _CLAMPED:  # written while the clock was ahead
        t.execute(
            f"UPDATE {table} SET {column} = :now WHERE {column} > :now",  # noqa: S608 - our names
            now=now,
        )
    today = now // DAY_MS
    t.execute("UPDATE misses SET last_day = :today WHERE last_day > :today", today=today)
    gone = {name: t.execute(sql, oldest=now - kept) for name, sql, kept in _RULES}
    gone["misses"] = t.execute(
        "DELETE FROM misses WHERE last_day < :oldest", oldest=today - misses.KEPT_DAYS
    )
    t.execute("DELETE FROM spellings WHERE folded NOT IN (SELECT folded FROM misses)")
    gone["tallies"] = t.execute("DELETE FROM tallies WHERE day <> :today", today=today)
    return {name: count for name, count in gone.items() if count}


def _believed(t: Transaction, now: int) -> bool:
    last, jumped = _mark(t, "pruned_at"), _mark(t, "jumped_at")
    if last and now - last > JUMP_MS and not 0 < jumped <= now:
        _set_mark(t, "jumped_at", now)
        return False
    _set_mark(t, "pruned_at", now)
    _set_mark(t, "jumped_at", 0)
    return True


def _mark(t: Transaction, name: str) -> int:
    return t.number("SELECT value FROM counters WHERE name = :name", name=name)


def _set_mark(t: Transaction, name: str, value: int) -> None:
    t.execute(
        "INSERT INTO counters (name, value) VALUES (:name, :value)"
        " ON CONFLICT (name) DO UPDATE SET value = :value",
        name=name,
        value=value,
    )


def prune_backups(path: Path, now: int) -> int:
    """Erase copies that migrations and restores made more than 30 days ago; how many."""
    old = [
        copy
        for copy in path.parent.glob(f"{path.name}.*.bak*")
        if copy.stat().st_mtime * 1000 < now - BACKUP_MS
    ]
    for copy in old:
        copy.unlink(missing_ok=True)
    return len(old)
