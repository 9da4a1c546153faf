"""The chat at a real terminal, a pseudo one."""

from __future__ import annotations

import os
import re
import signal
import termios
from collections.abc import Iterator

import pytest

from tests.terminal.tty import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal()
    opened.wait("You: ")
    yield opened
    opened.close()


@pytest.fixture
def colorless() -> Iterator[Terminal]:
    opened = Terminal("no-color")
    opened.wait("You: ")
    yield opened
    opened.close()


def test_a_card_is_bold_wrapped_and_followed_by_a_prompt(terminal: Terminal) -> None:
    shown = terminal.type("FOC\n", "[6] Delete\n\n")
    assert "\x1b[1mFOC\x1b[0m is \x1b[3mexplained\x1b[0m" in shown
    assert "(https://example.org/a)\n  ▾ A note\n" in shown
    assert "You: " not in shown, "what is typed at a terminal is not repeated"
    terminal.wait("You: ")


def test_a_number_presses_a_button(terminal: Terminal) -> None:
    terminal.type("FOC\n", "[6] Delete")
    terminal.wait("You: ")
    assert "\x1b[1mGlossary\x1b[0m (edited):\n  Now" in terminal.type("1\n", "[1] Back")


def test_korean_is_typed_and_wrapped_at_the_width_of_the_terminal(terminal: Terminal) -> None:
    shown = terminal.type(
        "온라인 자유 연합은 온라인 자유 연합은 온라인 자유 연합은 온라인\n", "[6]"
    )
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert "\n  온라인 자유 연합은 온라인 자유 연합은 온라인 자유 연합은\n  온라인 is" in plain


def test_what_the_bot_says_meanwhile_leaves_the_typed_line_standing(terminal: Terminal) -> None:
    assert "Later" not in terminal.type("/start later\n", "Started with")
    terminal.type("half a", "Later\n")
    terminal.wait("You: half a")
    assert "half a" in terminal.type(" line\n", "half a line\x1b[0m is")


def test_a_paste_of_several_lines_is_one_message(terminal: Terminal) -> None:
    shown = terminal.type("\x1b[200~one\ntwo\x1b[201~\n", "is \x1b[3mexplained")
    assert "\x1b[1mone\x1b[0m\n  \x1b[1mtwo\x1b[0m is" in shown


def test_ctrl_d_ends(terminal: Terminal) -> None:
    terminal.type("FOC\n", "[6] Delete")
    terminal.wait("You: ")
    os.write(terminal.number, b"\x04")
    assert terminal.end() == 0


def test_ctrl_c_ends_in_the_middle_of_a_line_and_leaves_the_terminal_as_it_was(
    terminal: Terminal,
) -> None:
    terminal.type("half", "half")
    os.write(terminal.number, b"\x03")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.shown
    assert terminal.shown.count("\x1b[?2004h") == terminal.shown.count("\x1b[?2004l")


def test_the_terminal_echoes_again_after_the_chat(terminal: Terminal) -> None:
    during = termios.tcgetattr(terminal.number)[3]
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.end() == 0
    assert not during & termios.ECHO
    assert termios.tcgetattr(terminal.number)[3] & termios.ECHO


def test_without_colours_no_code_is_written_at_all(colorless: Terminal) -> None:
    assert "FOC is explained" in colorless.type("FOC\n", "[6] Delete")
    colorless.wait("You: ")
    colorless.type("1\n", "[1] Back")
    colorless.wait("You: ")
    os.write(colorless.number, b"\x04")
    assert colorless.end() == 0
    assert "\x1b" not in colorless.shown
