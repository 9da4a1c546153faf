"""``PROXY_URL``: every call of the Bot API goes through the proxy, which is named nowhere."""

from __future__ import annotations

import base64
import urllib.request
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar
from urllib.error import HTTPError

from tests.cli.test_doctor import serving
from tests.process import running
from tests.standin import StandIn


class Proxy(BaseHTTPRequestHandler):
    """Passes calls on, and writes down who asked."""

    seen: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.seen.append(self.headers.get("Proxy-Authorization", ""))
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = {"Content-Type": self.headers.get("Content-Type", "")}
        request = urllib.request.Request(self.path, body, kind)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                status, content = response.status, response.read()
        except HTTPError as error:
            status, content = error.code, error.read()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


def test_the_bot_api_is_reached_through_a_proxy(telegram: StandIn, tmp_path: Path) -> None:
    ada = telegram.person("Ada")
    with serving(Proxy) as url:
        address = url.replace("http://", "http://ada:open-sesame@")
        with running(telegram.url, tmp_path, PROXY_URL=address, LOG_LEVEL="debug") as bot:
            ada.says("FOC")
            assert ada.chat.next_message(20).text.startswith("Freedom Online Coalition")
            assert "open-sesame" not in bot.log
    expected = "Basic " + base64.b64encode(b"ada:open-sesame").decode()
    assert set(Proxy.seen) == {expected}
    assert len(Proxy.seen) >= len(telegram.calls)
