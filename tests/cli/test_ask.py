"""``glossary-bot ask``, as a process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.lookup import LARGE
from tests.cli.running import run


def test_an_answer_is_a_card_and_exits_with_0() -> None:
    out = run("ask", "what", "is", "FOC?").stdout
    assert out.startswith("Freedom Online Coalition (FOC)\n")
    assert "\x1b" not in out


@pytest.mark.parametrize("query", ["rights", "quokka soup"])
def test_choices_and_unknown_exit_with_1(query: str) -> None:
    assert run("ask", query, code=1).stdout


@pytest.mark.parametrize(("language", "title"), [("fi", "tekoäly"), ("ko", "인공지능")])
def test_the_language_of_the_answer_can_be_chosen(language: str, title: str) -> None:
    assert run("ask", "--language", language, "AI").stdout.startswith(title)


def test_a_query_as_json() -> None:
    record = json.loads(run("ask", "--json", "tekoälyn").stdout)
    assert record["query"] == "tekoälyn"
    assert record["verdict"] == "answer"
    best = record["matches"][0]
    assert list(best) == ["id", "term", "language", "matched", "kind", "score"]
    assert (best["id"], best["language"]) == ("artificial-intelligence", "fi")
    assert best["matched"] == "tekoäly"
    assert 0 < best["score"] <= 1


def test_each_line_of_standard_input_gives_a_line_of_json() -> None:
    typed = b"FOC\n\nquokka soup\nno\n" + b"\xff\xfe\n" + "인권\r\n".encode()
    records = [
        json.loads(x) for x in run("ask", "--json", "-", typed=typed, code=1).stdout.splitlines()
    ]
    assert [r["query"] for r in records[:4]] == ["FOC", "", "quokka soup", "no"]
    assert [r["verdict"] for r in records[:3]] == ["answer", "unknown", "unknown"]
    assert records[5]["query"] == "인권"
    assert all(len(record["matches"]) <= 5 for record in records)


def test_how_it_was_decided_can_be_shown() -> None:
    assert "tekoäly" in run("ask", "--explain", "tekoälyn").stdout


def test_a_glossary_that_is_not_there_is_said_in_one_line() -> None:
    done = run("ask", "--glossary", "/no/such.yaml", "FOC", code=2)
    assert done.stderr.count("\n") == 1
    assert "/no/such.yaml" in done.stderr


def test_every_problem_of_a_broken_glossary_is_said(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(
        "schema_version: 1\nentries:\n  - id: A\n    status: vali\n    languages:\n"
        "      en:\n        terms: [x]\n",
        encoding="utf-8",
    )
    lines = run("ask", "--glossary", str(path), "x", code=2).stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{path}:") for line in lines)


def test_a_setting_that_cannot_be_used_is_said() -> None:
    assert "CURATORS" in run("ask", "FOC", code=2, CURATORS="ada").stderr


@pytest.mark.parametrize("query", ["?!", "hello", "kiitos"])
def test_signs_and_small_talk_are_no_query(query: str) -> None:
    assert "in words" in run("ask", query, code=1).stdout


def ask_large(directory: Path) -> str:
    """The answer from a glossary file that is too large to be read for every question."""
    entries = "".join(
        f"  - id: e{n}\n    languages: {{en: {{terms: [entry {n}], definition: {'x ' * 250}}}}}\n"
        for n in range(LARGE // 500)
    )
    path = directory / "glossary.yaml"
    path.write_text(f"schema_version: 1\nentries:\n{entries}", encoding="utf-8")
    state = str(directory / "state")
    return run("ask", "--json", "entry 7", GLOSSARY=str(path), STATE_DIRECTORY=state).stdout


def test_a_large_glossary_is_read_once_where_there_is_a_state_directory(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    first = ask_large(tmp_path)
    assert json.loads(first)["matches"][0]["id"] == "e7"
    (kept,) = (tmp_path / "state").iterdir()
    seen = kept.stat().st_ino
    assert ask_large(tmp_path) == first
    assert kept.stat().st_ino == seen


def test_a_question_makes_no_state_directory(tmp_path: Path) -> None:
    ask_large(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["glossary.yaml"]
