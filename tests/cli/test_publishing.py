"""``glossary-bot add``, ``edit``, ``publish`` and ``log``, as processes."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.cli import edit
from bot.file.book import Book
from bot.problem import Problem
from bot.state import State
from tests.cli.running import run
from tests.publishing.workshop import TEXT, Workshop, entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def approve(path: Path, *notes: str) -> None:
    """Approve a note on beta, each on top of the one before, without writing the file."""

    async def work() -> None:
        state = await State.open(path.parent / "glossary-bot.db")
        shop = Workshop.over(path, state)
        for note in notes:
            await shop.publish(entry("beta", note))
        await state.close()

    asyncio.run(work())


def editor(tmp_path: Path, *edits: tuple[str, str]) -> str:
    """An editor that replaces words, other ones each time that it is opened."""
    program = tmp_path / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        f"edits = {list(edits)!r}\n"
        f"count = pathlib.Path({str(tmp_path / 'count')!r})\n"
        "turn = len(count.read_text()) if count.exists() else 0\n"
        "count.write_text('x' * (turn + 1))\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        f"pathlib.Path({str(tmp_path)!r}, f'seen{{turn}}').write_text(path.read_text())\n"
        "if turn < len(edits):\n"
        "    path.write_text(path.read_text().replace(*edits[turn]))\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {program}"


def test_publish_writes_what_was_approved_and_log_tells_it(path: Path, tmp_path: Path) -> None:
    approve(path, "one", "two")
    log = partial(run, "log", STATE_DIRECTORY=str(tmp_path))
    publish = partial(run, "publish", STATE_DIRECTORY=str(tmp_path), GLOSSARY=str(path))
    assert "approved, not in the file yet" in log().stdout
    assert publish().stdout == "written: entry “beta” (#1, #2)\n"
    assert "note: two" in path.read_text(encoding="utf-8")
    assert publish().stdout == "Everything that was approved is in the file.\n"
    lines = log().stdout.splitlines()
    assert [line.split()[2] for line in lines] == ["#2", "#1"]
    assert all("approved, in the file" in line for line in lines)


def test_publish_overwrites_nobody(path: Path, tmp_path: Path) -> None:
    approve(path, "by chat")
    path.write_text(TEXT.replace("[beta]", "[beta, by hand]"), encoding="utf-8")
    out = run("publish", code=1, STATE_DIRECTORY=str(tmp_path), GLOSSARY=str(path)).stdout
    assert "entry “beta” (#1) was changed in the file" in out
    assert "by chat" not in path.read_text(encoding="utf-8")


def test_log_of_an_entry_that_nobody_changed(tmp_path: Path) -> None:
    out = run("log", "beta", STATE_DIRECTORY=str(tmp_path)).stdout
    assert out == "Nobody has suggested a change to entry “beta” by chat.\n"


def test_add_writes_an_entry_with_its_new_source(path: Path) -> None:
    out = run(
        "add", "--glossary", str(path), "--term", "quokka", "--names", "scrub wallaby",
        "--definition", "small wallaby of western Australia", "--by", "ada",
        "--source", "Quokka Studies, 2021, https://quokka.example", "--other", "fi: kvokka",
    ).stdout  # fmt: skip
    line = path.read_text(encoding="utf-8").splitlines().index("  - id: quokka") + 1
    assert out.startswith(f"{path}:{line}: added entry “quokka”")
    book = Book.open(path)
    quokka = book.glossary.concepts["quokka"]
    assert quokka.created_by == "@ada"
    assert [t.term for t in quokka.languages["fi"].terms] == ["kvokka"]
    (citation,) = quokka.languages["en"].definition_source
    assert book.glossary.sources[citation.source].url == "https://quokka.example"


def test_add_says_what_is_like_it(path: Path) -> None:
    out = run(
        "add", "--glossary", str(path), "--term", "beta", "--definition", "trial version"
    ).stdout
    assert "This exists: beta (glossary-bot edit beta)" in out
    assert "beta-2" in Book.open(path).glossary.concepts


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--definition", "x"], "--term is missing"),
        (["--term", "x"], "--definition is missing"),
        (["--term", "x", "--definition", "y", "--id", "beta"], "glossary-bot edit beta"),
        (["--term", "x", "--definition", "y" * 700], "--definition: That is 700 characters"),
        (["--term", "x", "--definition", "y", "--id", "No Id"], "No Id"),
    ],
)
def test_add_refuses_with_what_to_do(path: Path, options: list[str], told: str) -> None:
    done = run("add", "--glossary", str(path), *options, code=2)
    assert told in done.stderr
    assert path.read_text(encoding="utf-8") == TEXT


def test_edit_changes_only_the_lines_of_the_entry(path: Path, tmp_path: Path) -> None:
    program = editor(tmp_path, ("first letter", "initial letter"))
    run("edit", "alpha", "--glossary", str(path), EDITOR=program)
    assert path.read_text(encoding="utf-8") == TEXT.replace("first letter", "initial letter")
    seen = (tmp_path / "seen0").read_text(encoding="utf-8")
    assert seen.startswith("  # the first\n  - id: alpha\n")
    assert "beta" not in seen


def test_edit_counts_the_lines_of_the_file_once_however_much_could_be_better(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In 30,000 entries with a remark each, to count them for every remark takes minutes."""
    remarks = [Problem(path, line, "T06", "warning", "") for line in range(1000)]
    monkeypatch.setattr(edit, "check_text", lambda *_: remarks)
    counted: list[int] = []

    class Counted(bytes):
        def count(self, *of: object) -> int:
            counted.append(1)
            return super().count(*of)  # type: ignore[arg-type]

    book = Book.open(path)
    assert book.text is not None
    data = Counted(book.data)
    book = replace(book, data=data, text=replace(book.text, data=data))
    draft = edit._draft(book, "alpha")
    edit._finish(draft, draft.text.replace("first letter", "initial letter"))
    assert len(counted) < 10


def test_edit_opens_again_with_what_is_wrong(path: Path, tmp_path: Path) -> None:
    program = editor(tmp_path, ("definition:", "definitoin:"), ("definitoin:", "definition: the"))
    run("edit", "alpha", "--glossary", str(path), VISUAL=program, EDITOR="none")
    again = (tmp_path / "seen1").read_text(encoding="utf-8").splitlines()
    assert again[0].startswith("#! line 7: ")
    assert "definitoin" in again[0]
    assert "definitoin" in again[6]
    assert "definition: the first letter" in path.read_text(encoding="utf-8")


def test_edit_keeps_what_was_written_when_it_is_given_up(path: Path, tmp_path: Path) -> None:
    program = editor(tmp_path, ("definition:", "definitoin:"))
    told = run("edit", "alpha", "--glossary", str(path), EDITOR=program, code=2).stderr
    draft = Path(told.split(" is in ")[1].strip().removesuffix("."))
    assert "definitoin: first letter" in draft.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8") == TEXT
    draft.unlink()


def test_edit_overwrites_nobody(path: Path, tmp_path: Path) -> None:
    program = editor(tmp_path, ("first letter", "initial letter"))
    other = path.read_text(encoding="utf-8").replace("[alpha]", "[alpha, by hand]")
    script = tmp_path / "editor.py"
    text = script.read_text(encoding="utf-8")
    script.write_text(
        f"{text}pathlib.Path({str(path)!r}).write_text({other!r})\n", encoding="utf-8"
    )
    told = run("edit", "alpha", "--glossary", str(path), EDITOR=program, code=2).stderr
    assert "was changed in the file meanwhile" in told
    assert path.read_text(encoding="utf-8") == other
    Path(told.split(" is in ")[1].strip().removesuffix(".")).unlink()


def test_edit_without_a_change_leaves_the_file(path: Path, tmp_path: Path) -> None:
    out = run("edit", "alpha", "--glossary", str(path), EDITOR="true").stdout
    assert out == "Nothing was changed.\n"


@pytest.mark.parametrize(
    ("name", "program", "told"),
    [
        ("gamma", "true", "There is no entry “gamma”"),
        ("alpha", "no-such-editor", "set EDITOR"),
        ("alpha", "false", "The editor ended with 1"),
    ],
)
def test_edit_says_why_it_cannot(path: Path, name: str, program: str, told: str) -> None:
    done = run("edit", name, "--glossary", str(path), EDITOR=program, code=2)
    assert told in done.stderr
