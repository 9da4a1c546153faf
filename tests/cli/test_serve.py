"""``glossary-bot`` without a token: the chat in the terminal, as a process."""

from __future__ import annotations

import os
from pathlib import Path

from tests.cli.running import run
from tests.terminal.tty import Terminal


def test_each_line_of_a_pipe_is_answered(tmp_path: Path) -> None:
    out = run(typed="FOC\nhrba\n", STATE_DIRECTORY=str(tmp_path)).stdout
    assert "Freedom Online Coalition (FOC)" in out
    assert "human rights-based approach (HRBA)" in out
    assert "\x1b" not in out


def test_buttons_are_pressed_by_their_number(tmp_path: Path) -> None:
    out = run(typed="FOC\n1\n", STATE_DIRECTORY=str(tmp_path)).stdout
    assert "[1]" in out
    assert "edited" in out


def test_inline_mode_lists_entries(tmp_path: Path) -> None:
    assert "generative AI" in run(typed="@ generat\n", STATE_DIRECTORY=str(tmp_path)).stdout


def test_the_chat_speaks_the_language_of_the_terminal(tmp_path: Path) -> None:
    out = run(typed="/help\n", STATE_DIRECTORY=str(tmp_path), LANG="fi_FI.UTF-8").stdout
    assert "Näin kysyt" in out


def test_a_language_that_was_chosen_is_kept(tmp_path: Path) -> None:
    run(typed="/language\n3\n", STATE_DIRECTORY=str(tmp_path))
    assert "인공지능" in run(typed="AI\n", STATE_DIRECTORY=str(tmp_path)).stdout


def test_an_edited_question_edits_its_answer(tmp_path: Path) -> None:
    out = run(typed="FOC\n^ AI\n", STATE_DIRECTORY=str(tmp_path)).stdout
    assert "edited" in out
    assert "artificial intelligence (AI)" in out


def test_the_first_screen_says_what_to_type_and_how_to_get_a_token(tmp_path: Path) -> None:
    terminal = Terminal(module="bot", STATE_DIRECTORY=str(tmp_path), LANG="en_GB.UTF-8")
    greeting = terminal.wait("You: ")
    assert "Type a term or a question" in greeting
    assert "@BotFather" in greeting
    assert "\x1b[1mFreedom Online Coalition (FOC)" in terminal.type("FOC\n", "You: ")
    os.write(terminal.number, b"\x04")
    assert terminal.end() == 0
    terminal.close()


def test_no_colours_are_used_where_they_are_not_wanted(tmp_path: Path) -> None:
    terminal = Terminal(module="bot", STATE_DIRECTORY=str(tmp_path), NO_COLOR="1")
    terminal.wait("You: ")
    assert "\x1b[1m" not in terminal.type("FOC\n", "You: ")
    terminal.close()


def test_a_broken_glossary_ends_it_with_a_line_for_each_problem(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("entries: [", encoding="utf-8")
    done = run("--glossary", str(path), code=2, STATE_DIRECTORY=str(tmp_path))
    assert done.stderr.startswith(f"{path}:")
