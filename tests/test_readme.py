"""The README says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table() -> str:
    """The table of settings, as the settings module has them."""
    rows = ["| variable | default | what it is for |", "|---|---|---|"]
    for variable, default in Settings.variables():
        shown = "" if default in (None, False, frozenset()) else f"`{default}`"
        rows.append(f"| `{variable.name}` | {shown} | {variable.help} |")
    return "\n".join(rows)


def test_the_table_of_settings_is_that_of_the_settings_module() -> None:
    """To renew it: python -m tests.test_readme."""
    written = re.search(r"<!-- settings -->\n(.*?)\n?<!-- /settings -->", README, re.DOTALL)
    assert written
    assert written[1].strip() == table()


@pytest.mark.parametrize("command", re.findall(r"glossary-bot ([a-z]+)\b", README))
def test_every_command_in_the_readme_exists(command: str) -> None:
    assert command in COMMANDS


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_every_file_that_the_readme_links_to_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_readme_has_exactly_two_commands_to_set_up() -> None:
    assert len(re.findall(r"<!-- (start|tests) -->\n```sh\n[^\n]+\n```", README)) == 2


def test_ci_runs_the_readmes_own_test_command() -> None:
    assert "<!-- tests -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


if __name__ == "__main__":
    renewed = re.sub(
        r"(<!-- settings -->\n).*?(<!-- /settings -->)",
        lambda match: f"{match[1]}\n{table()}\n\n{match[2]}",
        README,
        flags=re.DOTALL,
    )
    (ROOT / "README.md").write_text(renewed, encoding="utf-8")
