"""Logs: nothing secret and no message is ever written."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
from telegram.error import InvalidToken

from bot import logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx"
SECRET = "webhook-secret_1"
FORMS = ("text", "json")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook


@pytest.fixture(params=FORMS)
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    written = io.StringIO()
    logs.configure("debug", request.param, secrets=(SECRET, ""), stream=written)
    return written


def leaks(written: io.StringIO) -> bool:
    return TOKEN.partition(":")[2] in written.getvalue() or SECRET in written.getvalue()


def fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", ()),
        ("HTTP Request: %s %s", ("POST", f"https://api.telegram.org/bot{TOKEN}/sendMessage")),
        ("escaped %s", (TOKEN.replace(":", "%3A"),)),
        ("arguments %r", ({"token": TOKEN, "secret_token": SECRET},)),
        (f"header {SECRET}", ()),
    ],
)
def test_a_secret_in_a_message_or_its_arguments_is_hidden(
    stream: io.StringIO, message: str, arguments: tuple[object, ...]
) -> None:
    logging.getLogger("any").warning(message, *arguments)
    assert not leaks(stream)
    assert logs.HIDDEN in stream.getvalue()


@pytest.mark.parametrize(
    "error", [InvalidToken(f"The token `{TOKEN}` was rejected by the server."), OSError(SECRET)]
)
def test_a_secret_in_a_traceback_is_hidden(stream: io.StringIO, error: Exception) -> None:
    try:
        try:
            fail(error)
        except Exception as cause:
            raise RuntimeError(f"while using {TOKEN} and {SECRET}") from cause
    except RuntimeError:
        logging.getLogger("any").exception("failed")
    assert not leaks(stream)
    assert stream.getvalue().count(logs.HIDDEN) >= 3
    assert "RuntimeError" in stream.getvalue()


def test_a_secret_in_an_error_that_nobody_caught_is_hidden(stream: io.StringIO) -> None:
    error = RuntimeError(TOKEN)
    sys.excepthook(RuntimeError, error, None)
    assert not leaks(stream)
    assert "Stopped by an error" in stream.getvalue()


def test_a_token_of_unusual_form_is_hidden_when_it_is_known() -> None:
    written = io.StringIO()
    logs.configure(secrets=("1:short",), stream=written)
    logging.getLogger("any").warning("bot1:short/getMe")
    assert "1:short" not in written.getvalue()


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "aiohttp.access"])
def test_requests_are_not_logged(stream: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("HTTP Request: POST")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("name", ["telegram.ext.Application", "telegram.Bot"])
def test_updates_are_not_logged_even_when_everything_is(stream: io.StringIO, name: str) -> None:
    logging.getLogger(name).debug("Processing update Update(message=…)")
    assert stream.getvalue() == ""


def test_a_body_that_cannot_be_read_is_not_logged(stream: io.StringIO) -> None:
    logging.getLogger("telegram.request.BaseRequest").error("Can not load invalid JSON data: …")
    assert stream.getvalue() == ""


def test_a_json_line_is_one_object_with_its_traceback_inside() -> None:
    written = io.StringIO()
    logs.configure("info", "json", stream=written)
    try:
        fail(ValueError("two\nlines"))
    except ValueError:
        logging.getLogger("any").exception("failed “%s”", "näin")
    entry = json.loads(written.getvalue())
    assert written.getvalue().count("\n") == 1
    assert {key: entry[key] for key in ("level", "logger", "message")} == {
        "level": "ERROR",
        "logger": "any",
        "message": "failed “näin”",
    }
    assert entry["exception"].endswith("ValueError: two\nlines")
    assert entry["time"].endswith("+00:00")


def test_a_text_line_tells_time_level_and_origin() -> None:
    written = io.StringIO()
    logs.configure(stream=written)
    logging.getLogger("any").warning("said")
    assert written.getvalue().endswith("+00:00 WARNING any: said\n")


def test_setting_up_again_replaces_and_leaves_the_handlers_of_others(
    stream: io.StringIO,
) -> None:
    other = logging.NullHandler()
    logging.getLogger().addHandler(other)
    second = io.StringIO()
    logs.configure("warning", stream=second)
    logging.getLogger("any").warning("said")
    assert stream.getvalue() == ""
    assert second.getvalue().count("\n") == 1
    assert other in logging.getLogger().handlers


def test_the_level_is_kept() -> None:
    written = io.StringIO()
    logs.configure("error", stream=written)
    logging.getLogger("any").warning("said")
    logging.getLogger("httpx").warning("said")
    assert written.getvalue() == ""
