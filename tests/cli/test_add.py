"""``glossary-bot add`` asks at a real terminal, a pseudo one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.file.book import Book
from tests.cli.running import run
from tests.publishing.workshop import TEXT
from tests.terminal.tty import Terminal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    fields = "subject_fields: {letters: {en: letters}, animals: {en: animals}}\n"
    file.write_text(TEXT.replace("entries:", f"{fields}entries:"), encoding="utf-8")
    return file


@pytest.fixture
def terminal(path: Path) -> Iterator[Terminal]:
    opened = Terminal("add", module="bot", columns=100, GLOSSARY=str(path))
    opened.wait("The preferred term\n> ")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("term", "likely", "said", "language", "definition"),
    [
        ("quokka", "en", "", "en", "small wallaby of western Australia"),
        ("pilvi", "en", "fi", "fi", "vesipisaroista muodostunut näkyvä kasauma"),
        ("구름", "ko", "", "ko", "공중에 떠 있는 작은 물방울의 무리"),
    ],
)
def test_every_question_can_be_answered_or_passed_over(
    terminal: Terminal, path: Path, term: str, likely: str, said: str, language: str,
    definition: str,
) -> None:  # fmt: skip
    terminal.type(f"{term}\n", f"(Enter for {likely})\n> ")
    terminal.type(f"{said}\n", "What it means, in one phrase\n> ")
    terminal.type(f"{definition}\n", "(Enter to pass over)\n> ")
    terminal.type("\n", "Other names")
    terminal.wait("\n> ")
    assert "letters, animals" in terminal.type("\n", "\n> ")
    terminal.type("animals\n", "Another language")
    for question in ("Further facts", "An instance"):
        terminal.wait("\n> ")
        terminal.type("\n", question)
    terminal.wait("\n> ")
    terminal.type("\n", "added entry")
    assert terminal.end() == 0
    (added,) = (c for c in Book.open(path).glossary.concepts.values() if c.subject_field)
    assert added.languages[language].preferred.term == term  # type: ignore[index]
    assert added.languages[language].definition == definition  # type: ignore[index]


def test_a_language_that_there_is_not_is_asked_for_again(terminal: Terminal) -> None:
    terminal.type("quokka\n", "(Enter for en)\n> ")
    terminal.type("sv\n", "(Enter for en)\n> ")
    terminal.type("EN\n", "What it means")


def test_what_exists_is_shown_before_anything_else_is_asked(
    terminal: Terminal, path: Path
) -> None:
    terminal.type("beta\n", "(Enter for en)\n> ")
    shown = terminal.type("\n", "[y/N]\n> ")
    assert "This exists: beta (glossary-bot edit beta)" in shown
    terminal.type("\n", "Nothing was added.")
    assert terminal.end() == 1
    assert "beta-2" not in Book.open(path).ids


def test_a_wrong_answer_is_explained_and_asked_for_again(terminal: Terminal) -> None:
    terminal.type("quokka\n", "(Enter for en)\n> ")
    terminal.type("\n", "What it means, in one phrase\n> ")
    assert "700 characters" in terminal.type("y" * 700 + "\n", "What it means, in one phrase\n> ")


@pytest.mark.parametrize(("key", "status"), [("\x04", 1), ("\x03", 130)])
def test_giving_up_adds_nothing(terminal: Terminal, path: Path, key: str, status: int) -> None:
    before = path.read_bytes()
    terminal.type("quokka\n", "(Enter for en)\n> ")
    terminal.type(key, "\n" if key == "\x03" else "Nothing was added.")
    assert terminal.end() == status
    assert path.read_bytes() == before


def test_what_could_be_better_names_its_language(path: Path) -> None:
    given = ("--term", "pilvi", "--definition", "vesihöyryä", "--language", "fi")
    told = run("add", "--glossary", str(path), *given).stdout
    assert "Finnish: the definition cites no source" in told
