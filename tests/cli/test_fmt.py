"""``glossary-bot fmt``, as a process."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import run

UNTIDY = "schema_version: 1\nentries:\n- languages: {en: {terms: [a]}}\n  # why\n  id: a\n"
TIDY = "schema_version: 1\nentries:\n  # why\n  - id: a\n    languages: {en: {terms: [a]}}\n"


def test_a_file_is_laid_out_with_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    assert run("fmt", "--check", str(path), code=1).stdout.startswith(str(path))
    assert path.read_text(encoding="utf-8") == UNTIDY
    run("fmt", str(path))
    assert path.read_text(encoding="utf-8") == TIDY
    assert run("fmt", "--check", str(path)).stdout == ""


def test_an_invalid_file_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("entries: [", encoding="utf-8")
    assert "not closed" in run("fmt", str(path), code=2).stderr
    assert path.read_text(encoding="utf-8") == "entries: ["
