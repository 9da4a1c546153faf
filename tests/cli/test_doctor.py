"""``glossary-bot doctor``, as a process: each line is OK or says what to do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.standin import TOKEN, StandIn
from tests.standin.calling import call


def examined(
    telegram: StandIn, state: Path, code: int = 0, **settings: str
) -> dict[str, tuple[str, str]]:
    """What was looked at → level and sentence."""
    given = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "STATE_DIRECTORY": str(state),
    } | settings
    done = run("doctor", code=code, **given)
    assert TOKEN not in done.stdout + done.stderr
    found = {}
    for line in done.stdout.splitlines():
        about, _, sentence = line[6:].partition(": ")
        found[about] = (line[:5].strip(), sentence)
    return found


def test_where_all_is_well_everything_is_ok(telegram: StandIn, tmp_path: Path) -> None:
    run(typed="FOC\n", STATE_DIRECTORY=str(tmp_path / "state"))
    found = examined(telegram, tmp_path / "state", CURATORS="1")
    del found["glossary"]  # the glossary of the day may have warnings
    assert {level for level, _ in found.values()} == {"OK"}
    assert found["token"] == ("OK", "it is that of @glossary_test_bot.")
    assert found["database"][1].startswith("sound, version ")
    writing = {"sendMessage", "setWebhook", "deleteWebhook", "getUpdates", "setMyCommands"}
    assert not writing & {each.method for each in telegram.calls}


def test_before_the_first_start_nothing_is_missing(telegram: StandIn, tmp_path: Path) -> None:
    found = examined(telegram, tmp_path / "state")
    assert found["state directory"][0] == "OK"
    assert not (tmp_path / "state").exists()
    assert found["curators"][0] == "note"


@pytest.mark.parametrize(
    ("setting", "value", "about", "level", "words", "code"),
    [
        ("supports_inline_queries", False, "inline mode", "FIX", "/setinline", 1),
        ("supports_guest_queries", False, "guest mode", "note", "@BotFather", 0),
        ("can_join_groups", False, "groups", "note", "/setjoingroups", 0),
        ("can_read_all_group_messages", True, "privacy mode", "note", "/setprivacy", 0),
    ],
)
def test_settings_at_botfather_are_told_with_the_command_that_changes_them(
    telegram: StandIn, tmp_path: Path, setting: str, value: object, about: str, level: str,
    words: str, code: int,
) -> None:  # fmt: skip
    telegram.bot[setting] = value
    found = examined(telegram, tmp_path, code)[about]
    assert found[0] == level
    assert words in found[1]


def test_a_wrong_token_is_to_be_copied_again(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("Unauthorized")
    wrong = "1234567890:" + "x" * 35
    found = examined(telegram, tmp_path, 1, TELEGRAM_BOT_TOKEN=wrong)
    assert found["token"][0] == "FIX"
    assert wrong not in str(found)


def test_a_server_that_is_away_is_said(telegram: StandIn, tmp_path: Path) -> None:
    with telegram.unreachable():
        found = examined(telegram, tmp_path, 1)
    assert found["Bot API"][0] == "FIX"
    assert "cannot be reached" in found["Bot API"][1]


def test_a_webhook_left_over_is_said(telegram: StandIn, tmp_path: Path) -> None:
    call(telegram, "setWebhook", url="http://127.0.0.1:9/old")
    assert examined(telegram, tmp_path)["webhook"][0] == "note"


@pytest.mark.parametrize(
    ("address", "level", "words"),
    [
        ("http://bot.example.org/telegram", "FIX", "https://"),
        ("https://bot.example.org/telegram", "note", "when it starts"),
    ],
)
def test_a_webhook_that_is_wanted_is_compared(
    telegram: StandIn, tmp_path: Path, address: str, level: str, words: str
) -> None:
    found = examined(telegram, tmp_path, int(level == "FIX"), WEBHOOK_URL=address)
    assert found["webhook"][0] == level
    assert words in found["webhook"][1]


def test_a_curators_group_without_the_bot_is_said(telegram: StandIn, tmp_path: Path) -> None:
    telegram.expects("chat not found")
    found = examined(telegram, tmp_path, 1, CURATOR_CHAT="-1001")
    assert found["CURATOR_CHAT"][0] == "FIX"


def test_a_damaged_database_is_said_with_the_way_out(telegram: StandIn, tmp_path: Path) -> None:
    run(typed="FOC\n", STATE_DIRECTORY=str(tmp_path))
    path = tmp_path / "glossary-bot.db"
    path.write_bytes(b"\0" * 5000)
    level, sentence = examined(telegram, tmp_path, 1)["database"]
    assert level == "FIX"
    assert "not a database" in sentence or "glossary-bot restore" in sentence


def test_rights_that_are_too_wide_are_said(telegram: StandIn, tmp_path: Path) -> None:
    run(typed="FOC\n", STATE_DIRECTORY=str(tmp_path))
    tmp_path.chmod(0o755)
    (tmp_path / "glossary-bot.db").chmod(0o644)
    found = examined(telegram, tmp_path, 1)
    assert "chmod 700" in found["state directory"][1]
    assert f"chmod 600 {tmp_path / 'glossary-bot.db'}" in found["rights"][1]


def test_a_broken_glossary_is_said_with_its_line(telegram: StandIn, tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("entries: [", encoding="utf-8")
    level, sentence = examined(telegram, tmp_path / "s", 1, GLOSSARY=str(path))["glossary"]
    assert level == "FIX"
    assert sentence.startswith(f"{path}:")


class Late(BaseHTTPRequestHandler):
    """A server whose clock is an hour behind, and which refuses everything."""

    def do_POST(self) -> None:
        body = b'{"ok": false, "error_code": 429, "description": "Too Many Requests"}'
        self.send_response(429)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(time.time() - 3600)

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_clock_that_is_wrong_is_said(telegram: StandIn, tmp_path: Path) -> None:
    with serving(Late) as url:
        found = examined(telegram, tmp_path, 1, TELEGRAM_API_URL=url)
    assert found["clock"][0] == "FIX"
    assert "s ahead of the server's" in found["clock"][1]
    assert "NTP" in found["clock"][1]


def test_what_is_not_the_bot_api_is_said(telegram: StandIn, tmp_path: Path) -> None:
    class Page(Late):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "6")
            self.end_headers()
            self.wfile.write(b"<html>")

    with serving(Page) as url:
        found = examined(telegram, tmp_path, 1, TELEGRAM_API_URL=url)
    assert "is not the Bot API" in found["Bot API"][1]


def test_without_a_token_the_files_are_checked_all_the_same(tmp_path: Path) -> None:
    out = run("doctor", STATE_DIRECTORY=str(tmp_path)).stdout
    assert "TELEGRAM_BOT_TOKEN is not set" in out
    assert "glossary: " in out
