"""The whole bot, while disk, database, clock and glossary file fail: lookups go on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.state.transaction import Transaction
from tests.handlers.suggesting import SEND, press, suggest
from tests.process import ROOT, running
from tests.standin import TOKEN, Message, Person, StandIn

KEPT = "Nothing can be kept at the moment"


def answers(person: Person) -> bool:
    """Whether a question is answered."""
    person.says("FOC")
    return person.chat.next_message(20).text.startswith("Freedom Online Coalition")


def refused(person: Person) -> bool:
    """Whether a person who wants something kept is told that it is not."""
    person.says("/add quokka = small wallaby of western Australia")
    return person.chat.next_message(20).text.startswith(KEPT)


def pages(desk: Desk, spare: int) -> None:
    """Let the database grow by so many pages and no more, as a full disk does."""

    def limit(t: Transaction) -> None:
        t.all(f"PRAGMA max_page_count = {t.number('PRAGMA page_count') + spare}")

    database = desk.state._database
    database._thread.submit(lambda: database._transact(database._ready(), "BEGIN", limit)).result()


def test_on_a_full_disk_lookups_go_on_and_nobody_is_told_that_something_was_kept(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    pages(bot, 0)
    told: list[str] = []
    while not told or not told[-1].startswith(KEPT):  # until what is left of the last page is full
        bo = telegram.person("Bo")
        bo.says("/add quokka = " + "small wallaby of western Australia " * 16)
        told.append(bo.chat.next_message().text)
        assert len(told) < 20
    assert answers(ada)
    pages(bot, 1000)
    assert "Thank" in suggest(ada).text
    assert bot.state.trouble is None


def test_while_the_database_is_away_lookups_go_on_and_writes_say_so(
    telegram: StandIn, bot: Desk
) -> None:
    ada, path = telegram.person("Ada"), bot.state.path
    ada.says("/add quokka = small wallaby of western Australia")
    preview = ada.chat.next_message()
    path.rename(path.with_name("away"))
    assert answers(ada)
    assert refused(ada)
    path.with_name("away").rename(path)
    assert "Thank" in press(ada, preview, SEND["en"]).text, "the draft was not lost"


@pytest.mark.parametrize("days", [3650, -3000])
def test_a_clock_that_jumps_loses_nothing(
    telegram: StandIn, bot: Desk, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    ada, now = telegram.person("Ada"), time.time_ns
    ada.says("/add quokka = small wallaby of western Australia")
    preview = ada.chat.next_message()
    monkeypatch.setattr(time, "time_ns", lambda: now() + days * 86_400_000_000_000)
    assert answers(ada)
    monkeypatch.undo()
    assert "Thank" in press(ada, preview, SEND["en"]).text
    ada.says("/mine")
    assert "quokka" in shown(ada.chat.next_message())


def shown(message: Message) -> str:
    """What a message says, with its buttons."""
    return " ".join([message.text, *(button.text for button in message.buttons)])


@pytest.mark.parametrize(
    ("offset", "damage"), [(0, b"this is no database"), (100, b"\xff" * 3000)]
)
def test_a_corrupt_database_is_refused_at_start_with_the_way_to_restore_it(
    telegram: StandIn, tmp_path: Path, offset: int, damage: bytes
) -> None:
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        assert bot.stop() == 0
    path = tmp_path / "glossary-bot.db"
    content = bytearray(path.read_bytes())
    content[offset : offset + len(damage)] = damage
    path.write_bytes(content)
    with running(telegram.url, tmp_path) as bot:
        assert bot.ended() == 2
        assert "glossary-bot restore BACKUP" in bot.log
        assert "Traceback" not in bot.log
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"entries: [", b"\xff\xfe\x00", b"", b"entries: 7\n"])
def test_a_corrupt_glossary_is_refused_at_start_with_a_line_for_each_problem(
    telegram: StandIn, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(content)
    with running(telegram.url, tmp_path, GLOSSARY=str(path)) as bot:
        assert bot.ended() == 2
        assert bot.log.startswith(str(path))
        assert "Traceback" not in bot.log


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """A directory that every user may enter, unlike pytest's own."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


# Everything is imported before the rights are given up: the interpreter may stand in root's home.
UNPRIVILEGED = """
import encodings.idna, encodings.utf_16_le, os, sys
import bot.cli.serve, bot.texts, bot.wire.transport
[bot.texts.texts(code) for code in ("en", "fi", "ko")]
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(bot.cli.main(["serve"]))
"""


def test_on_a_read_only_disk_lookups_go_on_and_writes_say_so(
    telegram: StandIn, open_directory: Path
) -> None:
    state = open_directory / "state"
    with running(telegram.url, state) as bot:
        bot.logs("by long polling")
        assert bot.stop() == 0
    shutil.copy(ROOT / "glossary.yaml", open_directory)
    for file in state.rglob("*"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    state.chmod(0o555)
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "STATE_DIRECTORY": str(state),
        "GLOSSARY": str(open_directory / "glossary.yaml"),
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", UNPRIVILEGED], env=settings, cwd="/", stderr=subprocess.PIPE
    )
    try:
        ada = telegram.person("Ada")
        assert answers(ada)
        assert refused(ada)
    finally:
        process.terminate()
        said = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 0
    assert "read-only" in said
    assert "Traceback" not in said
