"""The bot as a process of its own, served over HTTP until it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.standin import TOKEN, StandIn

ROOT = Path(__file__).parent.parent


class Process:
    """A running bot, and what it has logged."""

    def __init__(self, url: str, state: Path, token: str = TOKEN) -> None:
        self.lines: list[str] = []
        self.changed = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=ROOT,
            env={
                "PATH": os.defpath,
                "TELEGRAM_BOT_TOKEN": token,
                "TELEGRAM_API_URL": url,
                "STATE_DIRECTORY": str(state),
            },
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self.changed:
                self.lines.append(line)
                self.changed.notify_all()

    def logs(self, words: str) -> None:
        """Wait until a line with these words has been logged."""
        with self.changed:
            said = self.changed.wait_for(lambda: any(words in x for x in self.lines), 20)
        assert said, "".join(self.lines)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        code = self.process.wait(20)
        self.reader.join(5)
        return code


@contextmanager
def running(url: str, state: Path, token: str = TOKEN) -> Iterator[Process]:
    """A bot that is killed at the end if it is still there."""
    process = Process(url, state, token)
    try:
        yield process
    finally:
        if process.process.poll() is None:
            process.process.kill()
            process.process.wait()
        if process.process.stderr:
            process.reader.join(5)
            process.process.stderr.close()


def test_the_bot_answers_and_stops_when_it_is_told_to(telegram: StandIn, tmp_path: Path) -> None:
    ada = telegram.person("Ada", language="en")
    with running(telegram.url, tmp_path) as bot:
        ada.says("FOC")
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition (FOC)")
        assert bot.stop() == 0
        assert TOKEN not in "".join(bot.lines)
        assert "FOC" not in "".join(bot.lines)


def test_what_was_asked_while_the_bot_was_down_is_answered(
    telegram: StandIn, tmp_path: Path
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    with running(telegram.url, tmp_path) as bot:
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
        assert bot.stop(signal.SIGINT) == 0


def test_the_bot_waits_for_the_network(telegram: StandIn, tmp_path: Path) -> None:
    ada = telegram.person("Ada", language="en")
    telegram.down()
    with running(telegram.url, tmp_path) as bot:
        bot.logs("cannot be reached")
        telegram.up()
        ada.says("FOC")
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")


def test_a_bot_that_waits_for_the_network_can_be_stopped(tmp_path: Path) -> None:
    with running("http://127.0.0.1:9", tmp_path) as bot:
        bot.logs("cannot be reached")
        assert bot.stop() == 0


def test_a_wrong_token_is_said_in_one_sentence(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("Unauthorized")
    wrong = "1234567890:" + "x" * 35
    with running(telegram.url, tmp_path, wrong) as bot:
        assert bot.process.wait(20) == 2
        bot.reader.join(5)
        said = "".join(bot.lines)
    assert "Copy it again from @BotFather" in said
    assert wrong not in said
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_second_poller_is_reported_as_what_it_is(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("terminated by other getUpdates request")
    with running(telegram.url, tmp_path / "1") as first, running(telegram.url, tmp_path / "2"):
        first.logs("Another process is polling with this token")
