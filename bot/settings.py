"""The settings: the only reader of the environment, and the only list of its variables."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit


class SettingsError(Exception):
    """A setting that cannot be used; its message says which, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: its name, how it is read and what it is for."""

    name: str
    read: Callable[[str], Any]
    help: str
    secret: bool = False


def _address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("is not an address; write one that begins with http:// or https://")
    return value.rstrip("/")


def _whole(value: str) -> int:
    if not value.isascii() or not value.isdecimal():
        raise ValueError("is not a whole number")
    return int(value)


def _port(value: str) -> int:
    if (number := _whole(value)) > 65535:
        raise ValueError("is not a port; write a number up to 65535")
    return number


def _webhook_secret(value: str) -> str:
    """https://core.telegram.org/bots/api#setwebhook says which characters Telegram takes."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value):
        raise ValueError("must be 1 to 256 of the characters A-Z, a-z, 0-9, _ and -")
    return value


def _ids(value: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in value.replace(",", " ").split())
    except ValueError as error:
        raise ValueError("is not a list of numbers such as 123456789,987654321") from error


def _id(value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise ValueError("is not the number of a chat, such as -1001234567890") from error


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value.casefold() not in allowed:
            raise ValueError(f"is not one of {', '.join(allowed)}")
        return value.casefold()

    return read


def _setting(name: str, read: Callable[[str], Any], help_: str, **more: Any) -> Any:
    secret = more.pop("secret", False)
    return field(metadata={"variable": Variable(name, read, help_, secret)}, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment says, read once at start."""

    token: str | None = _setting(
        "TELEGRAM_BOT_TOKEN",
        str,
        "Token from @BotFather. Without it, the chat runs in the terminal. "
        "`TELEGRAM_BOT_TOKEN_FILE` may name a file that holds it.",
        secret=True,
        default=None,
        repr=False,
    )
    api_url: str = _setting(
        "TELEGRAM_API_URL",
        _address,
        "Root of the Bot API server; `/bot…` and `/file/bot…` are appended.",
        default="https://api.telegram.org",
    )
    proxy: str | None = _setting(
        "PROXY_URL",
        _address,
        "HTTP proxy through which the Bot API is reached, perhaps with user and password. "
        "`PROXY_URL_FILE` may name a file that holds it.",
        secret=True,
        default=None,
        repr=False,
    )
    webhook_url: str | None = _setting(
        "WEBHOOK_URL",
        _address,
        "Public address to which Telegram posts updates. Without it, the bot polls.",
        default=None,
    )
    webhook_secret: str | None = _setting(
        "WEBHOOK_SECRET",
        _webhook_secret,
        "What Telegram must send along with each update. Without it, one is made up and kept in "
        "the state directory. `WEBHOOK_SECRET_FILE` may name a file that holds it.",
        secret=True,
        default=None,
        repr=False,
    )
    listen: str = _setting(
        "LISTEN", str, "Address to listen on, for `PORT` and `METRICS_PORT`.", default="127.0.0.1"
    )
    port: int = _setting(
        "PORT", _port, "Port of the webhook; a proxy with TLS stands before it.", default=8080
    )
    metrics_port: int | None = _setting(
        "METRICS_PORT",
        _port,
        "Port of `/metrics` (Prometheus), `/healthz` and `/readyz`. Without it, there is none.",
        default=None,
    )
    glossary: Path = _setting(
        "GLOSSARY", Path, "The glossary file.", default=Path("glossary.yaml")
    )
    state: Path = _setting(
        "STATE_DIRECTORY",
        Path,
        "Folder of the database and the cache; made when it is missing.",
        default=Path("state"),
    )
    curators: frozenset[int] = _setting(
        "CURATORS",
        _ids,
        "Telegram ids of the people who review suggestions, with commas between them.",
        default=frozenset(),
    )
    curator_chat: int | None = _setting(
        "CURATOR_CHAT",
        _id,
        "Telegram id of a group whose administrators review suggestions too; they are sent there.",
        default=None,
    )
    log_level: str = _setting(
        "LOG_LEVEL",
        _one_of("debug", "info", "warning", "error"),
        "Least level that is logged.",
        default="info",
    )
    log_format: Literal["text", "json"] = _setting(
        "LOG_FORMAT", _one_of("text", "json"), "Form of the log lines.", default="text"
    )
    notify_socket: str | None = _setting(
        "NOTIFY_SOCKET", str, "Set by systemd: where to say that the bot is up.", default=None
    )
    watchdog_usec: int | None = _setting(
        "WATCHDOG_USEC",
        _whole,
        "Set by systemd: microseconds without a sign of life before it restarts the bot.",
        default=None,
    )
    no_color: bool = _setting(
        "NO_COLOR", bool, "When set to anything, the terminal chat uses no colours.", default=False
    )
    editor: str = _setting(
        "EDITOR", str, "Program in which `glossary-bot edit` opens an entry.", default="vi"
    )
    visual: str | None = _setting("VISUAL", str, "The same; goes before `EDITOR`.", default=None)
    locale: str = _setting(
        "LANG", str, "Language of the terminal chat, where none is chosen.", default="en"
    )

    @classmethod
    def variables(cls) -> list[tuple[Variable, Any]]:
        """Every variable with its default, in the order of the README's table."""
        return [(f.metadata["variable"], f.default) for f in fields(cls)]

    @property
    def database(self) -> Path:
        """The database file."""
        return self.state / "glossary-bot.db"

    @property
    def secrets(self) -> list[str]:
        """What must never be shown."""
        named = [f.name for f in fields(self) if f.metadata["variable"].secret]
        found = [value for name in named if (value := getattr(self, name))]
        password = urlsplit(self.proxy or "").password
        return [*found, password] if password else found

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the environment.

        Raises:
            SettingsError: When a variable cannot be used, with what to write instead.
        """
        if environment is None:
            # python-telegram-bot then gives durations as timedelta, and does not warn at each 429
            os.environ["PTB_TIMEDELTA"] = "true"
        given = os.environ if environment is None else environment
        values = {
            f.name: _value(f.metadata["variable"], given)
            for f in fields(cls)
            if _given(f.metadata["variable"], given)
        }
        return cls(**values)


def _given(variable: Variable, environment: Mapping[str, str]) -> bool:
    names = (variable.name, f"{variable.name}_FILE") if variable.secret else (variable.name,)
    return any(environment.get(name, "").strip() for name in names)


def _value(variable: Variable, environment: Mapping[str, str]) -> Any:
    text = environment.get(variable.name, "").strip()
    if not text:
        text = _from_file(f"{variable.name}_FILE", environment)
    try:
        return variable.read(text)
    except ValueError as error:
        shown = "" if variable.secret else f" “{text}”"
        raise SettingsError(f"{variable.name}{shown} {error}.") from None


def _from_file(name: str, environment: Mapping[str, str]) -> str:
    path = Path(environment[name].strip())
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name}: the file {path} cannot be read ({error}).") from None
