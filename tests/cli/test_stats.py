"""``glossary-bot stats``, as a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

FILE = """\
schema_version: 1
sources:
  report: {title: A report}
subject_fields: {}
entries:
  - id: word
    status: valid
    languages:
      en:
        terms: [word, lexeme]
        hidden_terms: [words]
        definition: unit of speech
        definition_source: [report]
      fi:
        terms: [{term: sana, verified: false}]
  - id: quokka
    status: draft
    languages:
      en:
        terms: [quokka]
        definition: small animal
"""


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    """What is printed about a file with two entries."""
    path = tmp_path / "g.yaml"
    path.write_text(FILE, encoding="utf-8")
    return run("stats", str(path)).stdout.splitlines()


def test_entries_and_names_are_counted_per_language(lines: list[str]) -> None:
    rows = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert lines[0] == "entries: 2, sources: 1"
    assert rows["en"] == ["2", "3", "1", "2", "1"]
    assert rows["fi"] == ["1", "1", "0", "0", "0"]
    assert rows["ko"] == ["0", "0", "0", "0", "0"]
    assert (rows["valid"], rows["draft"]) == (["1"], ["1"])


def test_a_name_that_nobody_has_seen_in_a_source_is_listed(lines: list[str]) -> None:
    at = lines.index("not verified: 1")
    assert lines[at + 1] == "  word: fi “sana” has not been seen in a source"


def test_what_is_missing_is_listed_entry_by_entry(lines: list[str]) -> None:
    at = lines.index("missing: 5")
    assert lines[at + 1 :] == [
        "  word: fi definition",
        "  word: ko",
        "  quokka: en source of the definition",
        "  quokka: fi",
        "  quokka: ko",
    ]


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    assert "none.yaml" in run("stats", str(tmp_path / "none.yaml"), code=2).stderr
