"""``glossary-bot check``, as a process."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import run

HEAD = "schema_version: 1\nsources: {}\nsubject_fields: {}\nentries:\n"


def test_the_glossary_of_the_project_has_no_problems() -> None:
    assert run("check").stdout == ""


def test_warnings_alone_exit_with_0(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(
        HEAD
        + "  - id: a\n    status: draft\n    languages:\n      en:\n        terms: [word]\n"
        + "        definition: The unit of speech.\n",
        encoding="utf-8",
    )
    out = run("check", str(path)).stdout
    assert out.startswith(f"{path}:")


def test_errors_exit_with_1(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(
        HEAD
        + "  - id: a\n    status: valid\n    languages:\n      en:\n        terms: [word]\n"
        + "        definition: The unit of speech.\n",
        encoding="utf-8",
    )
    out = run("check", str(path), code=1).stdout
    assert f"{path}:10: " in out


def test_fix_puts_right_what_needs_no_person(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    text = HEAD + "  - id: a  # first\n    languages:\n      en:\n        terms: [word]\n"
    path.write_text(text + "        definition: The unit of speech.\n", encoding="utf-8")
    out = run("check", "--fix", str(path)).stdout
    assert "put right: entry “a”" in out
    fixed = text + "        definition: unit of speech\n"
    assert path.read_text(encoding="utf-8") == fixed
