"""The chat as a program in a pipe."""

from __future__ import annotations

import subprocess
import sys

from tests.terminal.conftest import piped


def test_each_line_of_a_pipe_is_answered_in_order_without_codes() -> None:
    done = piped("FOC\nhrba\n온라인".encode())
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    places = [shown.index(f"{word} is explained") for word in ("FOC", "hrba", "온라인")]
    assert places == sorted(places)
    assert "\x1b" not in shown


def test_the_first_screen_says_what_to_type() -> None:
    assert piped(b"").stdout.decode().splitlines()[:3] == [
        "Type a term.",
        "/help says more; Ctrl-D ends.",
        "TELEGRAM_BOT_TOKEN: @BotFather.",
    ]


def test_bytes_that_are_no_text_are_no_reason_to_stop() -> None:
    done = piped(b"\xff\xfe\r\nFOC\r\n")
    assert done.returncode == 0
    assert "FOC is explained" in done.stdout.decode()


def test_a_line_is_answered_before_the_next_is_typed() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.terminal.sample"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for word in (b"one", b"two"):
            child.stdin.write(word + b"\n")
            child.stdin.flush()
            while b"[6] Delete" not in (line := child.stdout.readline()):
                assert line, "the chat ended"
        child.stdin.close()
        assert child.wait(20) == 0


def test_a_reader_that_goes_away_ends_the_chat_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.terminal.sample"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.readline()
        child.stdout.close()
        child.stdin.write(b"FOC\nhrba\n")
        child.stdin.close()
        assert child.wait(20) == 0
        assert child.stderr.read() == b""
