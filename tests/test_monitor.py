"""The bot seen from outside, over HTTP."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.process import ROOT, Process, get, running
from tests.standin import TOKEN, StandIn


@pytest.fixture
def bot(telegram: StandIn, tmp_path: Path) -> Iterator[Process]:
    with running(telegram.url, tmp_path, METRICS_PORT="0") as process:
        process.logs("by long polling")
        yield process


def value(page: str, line: str) -> float | None:
    """The number after the beginning of a line."""
    found = re.search(rf"^{re.escape(line)} (\S+)$", page, re.MULTILINE)
    return float(found[1]) if found else None


def test_a_running_bot_is_alive_and_ready(bot: Process) -> None:
    port = bot.port("Metrics at")
    assert get(port, "/healthz") == (200, "alive\n")
    assert get(port, "/readyz") == (200, "ready\n")
    assert get(port, "/other")[0] == 404


def test_the_metrics_count_updates_lookups_calls_and_flood_waits(
    telegram: StandIn, bot: Process
) -> None:
    ada = telegram.person("Ada")
    telegram.faults.flood("sendMessage", 1, chat=ada.chat)
    for said in ("FOC", "xyzzyquux"):
        ada.says(said)
        ada.chat.next_message(20)
    answered = 'glossary_bot_updates_total{kind="message",outcome="answered"}'
    deadline = time.monotonic() + 20
    page = ""
    while value(page, answered) != 2 and time.monotonic() < deadline:  # counted after it is sent
        page = get(bot.port("Metrics at"), "/metrics")[1]
    assert value(page, answered) == 2
    assert value(page, 'glossary_bot_lookups_total{verdict="unknown",kind="none"}') == 1
    assert re.search(r'glossary_bot_lookups_total\{verdict="answer",kind="\w+"\} 1', page)
    looked = 'glossary_bot_lookup_seconds_%s{way="question"}'
    assert value(page, looked % "count") == 2
    assert 0 < (value(page, looked % "sum") or 0) < 2
    assert (
        value(page, 'glossary_bot_lookup_seconds_bucket{way="question",le="0.0001"}') is not None
    )
    assert value(page, "glossary_bot_flood_waits_total") == 1
    call = 'glossary_bot_api_calls_total{method="sendMessage",result="%s"}'
    assert value(page, call % "RetryAfter") == 1
    assert value(page, call % "ok") == 2
    assert value(page, 'glossary_bot_update_seconds_count{kind="message"}') == 2
    assert value(page, 'glossary_bot_suggestions{state="pending"}') == 0
    assert value(page, "glossary_bot_database_up") == 1
    assert value(page, "glossary_bot_glossary_file_good") == 1
    assert value(page, "glossary_bot_glossary_reload_failures_total") == 0
    assert (value(page, "glossary_bot_glossary_entries") or 0) > 100
    assert re.search(r'glossary_bot_glossary_info\{version="\w+"\} 1', page)
    secret = TOKEN.partition(":")[2]
    assert not [word for word in (secret, "FOC", "xyzzy", str(ada.id)) if word in page]


def test_every_line_of_the_metrics_is_in_the_text_format(bot: Process) -> None:
    line = re.compile(
        r"# HELP \w+ \S.*|# TYPE \w+ (counter|gauge|histogram)"
        r'|[a-z_]+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? (\d+(\.\d+)?(e-?\d+)?|\+Inf)'
    )
    page = get(bot.port("Metrics at"), "/metrics")[1]
    assert page.endswith("\n")
    assert not [each for each in page.splitlines() if not line.fullmatch(each)]


def test_a_glossary_file_that_breaks_is_seen(telegram: StandIn, tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes((ROOT / "glossary.yaml").read_bytes())
    with running(telegram.url, tmp_path, METRICS_PORT="0", GLOSSARY=str(path)) as bot:
        bot.logs("by long polling")
        path.write_text("entries: [", encoding="utf-8")
        bot.logs("The glossary file is not used")
        page = get(bot.port("Metrics at"), "/metrics")[1]
    assert value(page, "glossary_bot_glossary_reload_failures_total") == 1
    assert value(page, "glossary_bot_glossary_file_good") == 0


def test_a_port_that_is_taken_ends_the_start_with_a_sentence(
    telegram: StandIn, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        with running(telegram.url, tmp_path, METRICS_PORT=port) as bot:
            assert bot.ended() == 2
            assert f"METRICS_PORT {port}: " in bot.log
            assert "Traceback" not in bot.log


def test_systemd_is_told_of_start_life_and_end(telegram: StandIn, tmp_path: Path) -> None:
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(path))
        systemd.settimeout(20)
        settings = {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": "300000"}
        with running(telegram.url, tmp_path / "state", **settings) as bot:
            said = [systemd.recv(100).decode() for _ in range(4)]
            bot.logs("by long polling")
            assert bot.stop() == 0
        systemd.setblocking(False)
        while True:
            try:
                said.append(systemd.recv(100).decode())
            except BlockingIOError:
                break
    assert said[:4] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"]
    assert said[-1] == "STOPPING=1"


def health(**settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "health"],
        cwd=ROOT, env={"PATH": "/usr/bin:/bin", **settings}, timeout=30, check=False,
        capture_output=True, text=True,
    )  # fmt: skip


def test_health_asks_the_bot_over_http_where_it_listens(bot: Process) -> None:
    port = str(bot.port("Metrics at"))
    assert health(METRICS_PORT=port).returncode == 0
    hooked = {"WEBHOOK_URL": "https://bot.example.org/telegram", "PORT": port}
    assert health(**hooked, LISTEN="0.0.0.0").returncode == 0
    assert bot.stop() == 0
    done = health(METRICS_PORT=port)
    assert done.returncode == 1
    assert done.stdout == f"Nothing answers on port {port} (ConnectionRefusedError).\n"


def test_health_else_looks_for_a_sign_of_life(telegram: StandIn, tmp_path: Path) -> None:
    state = str(tmp_path)
    assert health(STATE_DIRECTORY=state).returncode == 1
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        assert health(STATE_DIRECTORY=state).returncode == 0
        (tmp_path / "heartbeat").touch()
        bot.process.kill()
        bot.process.wait()
        assert health(STATE_DIRECTORY=state).returncode == 0, "for a minute"

        os.utime(tmp_path / "heartbeat", (0, 0))
        done = health(STATE_DIRECTORY=state)
        assert done.returncode == 1
        assert "The last sign of life is" in done.stdout
    with running(telegram.url, tmp_path) as bot:
        bot.logs("by long polling")
        assert bot.stop() == 0
        assert "does not run" in health(STATE_DIRECTORY=state).stdout
