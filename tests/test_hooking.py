"""Serving by webhook, as a process: Telegram is told where to post, and with which secret."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.process import get, running
from tests.standin import StandIn
from tests.standin.calling import call


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def hook(telegram: StandIn) -> dict[str, str]:
    port = free_port()
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "PORT": str(port)}


def test_questions_are_answered_by_webhook(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    ada = telegram.person("Ada")
    ada.says("FOC")
    with running(telegram.url, tmp_path, **hook) as bot:
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
        given = telegram.called("setWebhook")[0].given
        kept = (tmp_path / "webhook-secret").read_text().strip()
        assert given["secret_token"] == kept
        assert int(given["max_connections"]) == 100
        assert "guest_message" in given["allowed_updates"]
        assert "my_chat_member" in telegram.allowed
        assert get(int(hook["PORT"]), "/healthz") == (200, "alive\n")
        assert get(int(hook["PORT"]), "/readyz") == (200, "ready\n")
        assert get(int(hook["PORT"]), "/metrics")[0] == 404
        assert get(int(hook["PORT"]), "/")[0] == 404
        assert bot.stop() == 0
        assert kept not in bot.log
        assert not telegram.called("deleteWebhook"), "what comes meanwhile is kept by Telegram"
    assert (tmp_path / "webhook-secret").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_was_given_is_used_and_not_written_down(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    with running(telegram.url, tmp_path, **hook, WEBHOOK_SECRET="quiet-please_1") as bot:
        bot.logs("by webhook")
        assert telegram.server.polling.secret == "quiet-please_1"
        assert bot.stop() == 0
        assert "quiet-please" not in bot.log
    assert not (tmp_path / "webhook-secret").exists()


def test_the_secret_stays_the_same_from_start_to_start(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    secrets = set()
    for _ in range(2):
        with running(telegram.url, tmp_path, **hook) as bot:
            bot.logs("by webhook")
            secrets.add(telegram.server.polling.secret)
            assert bot.stop() == 0
    assert len(secrets) == 1


def test_when_polling_begins_again_the_webhook_is_taken_away(
    telegram: StandIn, tmp_path: Path
) -> None:
    call(telegram, "setWebhook", url="http://127.0.0.1:9/old")
    ada = telegram.person("Ada")
    ada.says("FOC")
    with running(telegram.url, tmp_path) as bot:
        assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
        assert bot.stop() == 0
    assert telegram.server.polling.address == ""


def test_an_address_that_telegram_refuses_ends_the_start_with_its_reason(
    telegram: StandIn, tmp_path: Path
) -> None:
    telegram.expects("HTTPS URL must be provided")
    address = {"WEBHOOK_URL": "http://bot.example.org/telegram", "PORT": "0"}
    with running(telegram.url, tmp_path, **address) as bot:
        assert bot.ended() == 2
        assert "WEBHOOK_URL: Telegram refuses it: Bad webhook: an https url" in bot.log
        assert "Traceback" not in bot.log


def test_a_port_that_is_taken_is_said(telegram: StandIn, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        address = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "PORT": str(port)}
        with running(telegram.url, tmp_path, **address) as bot:
            assert bot.ended() == 2
            assert f"PORT {port}: " in bot.log
            assert "Traceback" not in bot.log


def test_the_webhook_waits_for_the_network(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    telegram.down()
    ada = telegram.person("Ada")
    with running(telegram.url, tmp_path, **hook, METRICS_PORT="0") as bot:
        monitor = bot.port("Metrics at")
        bot.logs("cannot be reached")
        assert get(monitor, "/healthz")[0] == 200
        assert get(monitor, "/readyz") == (503, "the Bot API has not been reached yet\n")
        telegram.up()
        ada.says("FOC")
        ada.chat.next_message(30)
        assert get(monitor, "/readyz")[0] == 200


@pytest.mark.slow
def test_an_update_that_could_not_be_finished_is_delivered_again(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    ada = telegram.person("Ada")
    with running(telegram.url, tmp_path, **hook) as bot:
        bot.logs("by webhook")
        telegram.faults.flood("sendMessage", 50)
        ada.says("FOC")
        telegram.wait(
            lambda: True if any(c.method == "sendMessage" for c in telegram.calls) else None,
            10, "nothing was sent",
        )  # fmt: skip
        assert bot.stop() == 0
        assert "Traceback" not in bot.log
    assert ada.chat.messages == []
    with running(telegram.url, tmp_path, **hook):
        assert ada.chat.next_message(30).text.startswith("Freedom Online Coalition")


def test_json_lines_tell_kind_outcome_and_duration_of_an_update_and_no_text(
    telegram: StandIn, tmp_path: Path, hook: dict[str, str]
) -> None:
    ada = telegram.person("Ada", username="ada_l")
    with running(telegram.url, tmp_path, **hook, LOG_FORMAT="json") as bot:
        ada.says("quokkas and wombats")
        ada.chat.next_message(20)
        entry = json.loads(bot.logs('"kind"'))
        assert bot.stop() == 0
        assert {"kind": "message", "outcome": "answered"}.items() <= entry.items()
        assert entry["ms"] > 0
        assert not [word for word in ("quokkas", "ada_l", "Ada", str(ada.id)) if word in bot.log]
