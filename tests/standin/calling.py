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
    request = urllib.request.Request(
        url,
        json.dumps(given).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            body = response.read()
    except urllib.error.HTTPError as error:
        with error:
            body = error.read()
    answer: Json = json.loads(body)
    return answer
