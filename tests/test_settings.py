"""The settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.load({}) == Settings()


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.load({"CURATORS": " "}) == Settings()


def test_the_token_may_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:abc\n", encoding="utf-8")
    loaded = Settings.load({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")})
    assert loaded.token == "1:abc"


def test_the_token_is_not_in_the_repr() -> None:
    assert "secret" not in repr(Settings.load({"TELEGRAM_BOT_TOKEN": "1:secret"}))


def test_the_root_of_the_api_needs_no_slash() -> None:
    loaded = Settings.load({"TELEGRAM_API_URL": "http://127.0.0.1:8081/"})
    assert loaded.api_url == "http://127.0.0.1:8081"


def test_curators_are_numbers_with_commas_or_spaces_between() -> None:
    assert Settings.load({"CURATORS": "1, 2 3"}).curators == {1, 2, 3}


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"TELEGRAM_API_URL": "localhost"}, "http://"),
        ({"CURATORS": "anna"}, "123456789"),
        ({"LOG_LEVEL": "loud"}, "debug, info"),
        ({"TELEGRAM_BOT_TOKEN_FILE": "/no/such/file"}, "/no/such/file"),
    ],
)
def test_a_setting_that_cannot_be_used_says_what_to_write(
    environment: dict[str, str], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.load(environment)


def test_a_secret_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.load({"TELEGRAM_BOT_TOKEN_FILE": "/no/such", "CURATORS": "x"})
    assert "1:secret" not in str(raised.value)


SECRETS = {
    "TELEGRAM_BOT_TOKEN": "1:secret",
    "WEBHOOK_SECRET": "secret-1",
    "PROXY_URL": "http://ada:secret@proxy.example.org:3128",
}


def test_no_secret_is_in_the_repr_and_all_are_named_for_hiding() -> None:
    settings = Settings.load(SECRETS)
    assert "secret" not in repr(settings).replace("webhook_secret", "")
    assert {*SECRETS.values(), "secret"} == set(settings.secrets)


@pytest.mark.parametrize("name", SECRETS)
def test_every_secret_may_be_in_a_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(SECRETS[name] + "\n", encoding="utf-8")
    assert SECRETS[name] in Settings.load({f"{name}_FILE": str(tmp_path / "file")}).secrets


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("WEBHOOK_SECRET", "has spaces", "1 to 256"),
        ("WEBHOOK_SECRET", "x" * 257, "1 to 256"),
        ("WEBHOOK_URL", "bot.example.org", "http://"),
        ("PORT", "70000", "up to 65535"),
        ("PORT", "-1", "whole number"),
        ("METRICS_PORT", "nine", "whole number"),
        ("PROXY_URL", "ada:hush@proxy", "http://"),
    ],
)
def test_addresses_ports_and_secrets_are_checked(name: str, value: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as raised:
        Settings.load({name: value})
    assert "hush" not in str(raised.value)


def test_reading_the_environment_settles_how_the_library_gives_durations(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "false")
    Settings.load()
    assert os.environ["PTB_TIMEDELTA"] == "true"
