"""``glossary-bot explain``, as a process."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import passages
from tests.cli.running import run

DATA = passages.ROOT / "tests" / "data" / "texts"


def test_the_documents_as_json_one_object_each() -> None:
    files = [str(DATA / f"{name}.txt") for name in passages.TEXTS]
    records = [json.loads(line) for line in run("explain", *files, "--json").stdout.splitlines()]
    assert [record["file"] for record in records] == files
    terms = {term["id"]: term for term in records[0]["terms"]}
    assert terms["rule-of-law"] == {
        "id": "rule-of-law",
        "term": "rule of law",
        "count": 1,
        "line": 10,
        "forms": ["rule of law"],
    }


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "Terms in this text: 2."),
        ("fi", "Termejä tekstissä: 2."),
        ("ko", "이 글에 나오는 용어: 2개."),
    ],
)
def test_standard_input_is_explained_in_the_chosen_language(language: str, head: str) -> None:
    typed = "\ufeffTekoälyn ja ihmisoikeuksien suhde, tekoäly"
    out = run("explain", "--language", language, "-", typed=typed).stdout
    assert out.splitlines()[0] == head
    assert len(out.splitlines()) == 3
    assert "\x1b" not in out


def test_several_texts_are_told_apart_by_their_names(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text("AI", encoding="utf-8")
    out = run("explain", str(tmp_path / "one"), str(tmp_path / "two")).stdout
    assert str(tmp_path / "one") in out
    assert str(tmp_path / "two") in out


def test_a_text_without_terms_exits_with_1() -> None:
    assert "no term" in run("explain", "-", typed="Nice weather.", code=1).stdout


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00A"])
def test_a_text_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "text"
    if content is not None:
        path.write_bytes(content)
    assert str(path) in run("explain", str(path), code=2).stderr


def test_a_text_pasted_into_the_terminal_chat_is_explained_with_a_way_back(tmp_path: Path) -> None:
    pasted = passages.text("hrba-report-2026").strip().replace("\n", "\\\n")
    card = run(typed=f"{pasted}\n4\n", STATE_DIRECTORY=str(tmp_path)).stdout
    back = re.search(r"\[(\d)\] Back to the list", card)
    assert back
    out = run(typed=f"{pasted}\n4\n{back[1]}\n", STATE_DIRECTORY=str(tmp_path)).stdout
    assert out.count("Terms in this text: ") == 2
