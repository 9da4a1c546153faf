from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.state import State
from bot.state.transaction import Transaction

PAGE = Path(__file__).parents[2] / "docs" / "data.md"
ROW = re.compile(r"^\| (`\w+`)? *\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)


def described() -> dict[str, set[str]]:
    """Table → columns, as the page has them."""
    found: dict[str, set[str]] = {}
    table = ""
    for name, columns in ROW.findall(PAGE.read_text(encoding="utf-8")):
        table = name.strip("`") or table
        found.setdefault(table, set()).update(re.findall(r"`(\w+)`", columns))
    return found


@pytest.mark.anyio
async def test_the_data_map_names_every_table_and_every_column(state: State) -> None:
    def columns(t: Transaction) -> dict[str, set[str]]:
        tables = t.all("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            row["name"]: {column["name"] for column in t.all(f"PRAGMA table_info({row['name']})")}
            for row in tables
        }

    assert described() == await state._database.read(columns)
