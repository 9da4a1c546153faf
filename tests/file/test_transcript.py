from __future__ import annotations

import gc
from pathlib import Path

import pytest

from bot.file.transcript import content, transcribe, uncollected
from bot.problem import GlossaryError

PATH = Path("glossary.yaml")


def test_a_file_is_read_as_far_as_it_can_be() -> None:
    text = b"schema_version: 1\nentries:\n- id: a\n  languages: {en: {terms: [a]}}\n- id: b\n"
    copy = transcribe(text, PATH)
    assert list(copy.glossary.concepts) == ["a"]
    assert [problem.line for problem in copy.problems] == [5]
    assert copy.places == {"a": 0}


def test_references_are_followed_only_when_everything_else_is_right() -> None:
    text = "schema_version: 1\nentries:\n- id: a\n  related: b\n  languages: {en: {terms: [a]}}\n"
    assert [p.code for p in transcribe(text.encode(), PATH).problems] == ["T01"]
    assert [p.code for p in transcribe(f"{text}- id: C\n".encode(), PATH).problems] == [
        "S01",
        "S01",
    ]


def test_a_file_that_may_not_be_read_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(GlossaryError, match="permissions"):
        content(tmp_path / "x")


def test_collection_is_as_it_was_after_an_error() -> None:
    def failing() -> None:
        with uncollected():
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert gc.isenabled()
