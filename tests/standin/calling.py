"""Calls made by hand, as any HTTP client would make them."""

import json
import urllib.error
import urllib.request
from typing import Any

from tests.standin import StandIn

Json = dict[str, Any]


def call(telegram: StandIn, method: str, **given: Any) -> Json:
    """The body of the answer, whether result or refusal."""
    return post(f"{telegram.url}/bot{telegram.token}/{method}", given)


def post(url: str, given: Json) -> Json:
    """The same for an address of one's own making."""
    return answered(url, json.dumps(given).encode(), "application/json")


def upload(url: str, given: dict[str, str], document: bytes) -> Json:
    """The same as a form in several parts, one of them a document."""
    parts = [
        f'--part\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in given.items()
    ]
    head = b'--part\r\nContent-Disposition: form-data; name="document"; filename="a.txt"\r\n\r\n'
    body = b"".join([*parts, head, document, b"\r\n--part--\r\n"])
    return answered(url, body, "multipart/form-data; boundary=part")


def answered(url: str, body: bytes, kind: str) -> Json:
    """The answer to one POST."""
    request = urllib.request.Request(url, body, {"Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            text = response.read()
    except urllib.error.HTTPError as error:
        with error:
            text = error.read()
    answer: Json = json.loads(text)
    return answer
