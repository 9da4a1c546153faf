"""What is fuzzed: functions that take any bytes, and fail when the program breaks a promise."""

from __future__ import annotations

import base64
import contextlib
import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from bot import callback, links
from bot.explanation import is_passage, mentions
from bot.file.reading import check_text, parse
from bot.file.yamlfile import YamlError
from bot.file.yamlfile import parse as parse_yaml
from bot.folding import composed, fold, words
from bot.lookup import Lookup
from bot.problem import GlossaryError
from tests.fuzz.updates import UPDATES, Taker
from tests.samples import glossary

Target = Callable[[bytes], None]
PATH = Path("glossary.yaml")
HEAD = b"schema_version: 1\nentries:\n"
ENTRY = b"""\
  - id: coalition
    subject_field: [bodies]
    related: [member]
    created: 2026-11-22
    languages:
      en:
        terms: [Coalition, {term: CO, type: acronym, source: report, verified: no}]
        definition: >-
          group of "states"  # not a comment
"""


def lookup(data: bytes) -> None:
    """A question has at most five entries, sure ones first; a text mentions what stands in it."""
    text = data.decode("utf-8", "replace")
    found = _lookup().ask(text[:4096], "fi")
    scores = [match.score for match in found.matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(scores) <= 5
    assert found.verdict == "unknown" or scores
    _lookup().complete(text[:256], "ko")
    is_passage(text, _lookup())
    for mention in mentions(text[:4096], _lookup()):
        assert mention.times > 0
        assert 0 <= mention.start < len(text)


def folding(data: bytes) -> None:
    """What has been folded folds to itself, also word by word."""
    text = data.decode("utf-8", "replace")
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(composed(text)) == folded
    assert all(each == fold(each) for each in words(text))


def yaml(data: bytes) -> None:
    """A file is read, or refused with lines that it has; what is read is checked without fail."""
    for content in (data, HEAD + data):
        lines = content.count(b"\n") + content.count(b"\r") + 2
        with contextlib.suppress(YamlError):
            parse_yaml(content)
        assert all(0 <= line <= lines for line in refused(content))
        check_text(content, PATH)


def refused(content: bytes) -> list[int]:
    """The lines for which a file is refused."""
    try:
        parse(content, PATH)
    except GlossaryError as error:
        return [problem.line for problem in error.problems]
    return []


def buttons(data: bytes) -> None:
    """Callback data is read without fail; a trail that was read is written in 64 bytes."""
    text = data[: callback.BYTES].decode("utf-8", "ignore")
    verb, arguments = callback.unpack(text)
    for each in (*arguments, text):
        callback.number(each)
        callback.shelf(each)
        callback.split(each)
    trail = callback.trail(arguments)
    if trail is not None and verb == "s":
        trail.back()
        trail.forward()
        on = trail.to("freedom-online-coalition")
        assert on.here == callback.handle("freedom-online-coalition")
        assert len(on.pack().encode()) <= callback.BYTES


def addresses(data: bytes) -> None:
    """A parameter of /start is read without fail; a query that fits comes back as it was."""
    text = data.decode("utf-8", "replace")
    readers: tuple[Callable[[str], object], ...] = (
        links.payload_query, links.payload_add, links.payload_edit,
        links.payload_review, links.payload_field,
    )  # fmt: skip
    for reader in readers:
        reader(text)
        for prefix in ("q_", "a_", "e_", "v_", "b_"):
            reader(prefix + text)
            reader(prefix + base64.urlsafe_b64encode(data).decode())
    payload = links.query_payload(text)
    assert len(payload) <= 64
    back = links.payload_query(payload)
    assert text.strip().startswith(back or "")


def updates(data: bytes) -> None:
    """A delivery is an update or none, and the bot fails at neither.

    The first two bytes choose a real update and a place in it, where the rest is put as JSON, or
    as text; the rest alone is a delivery, too.
    """
    rest = data[2:]
    content: Any = rest.decode("utf-8", "replace")
    with contextlib.suppress(ValueError, RecursionError):
        content = json.loads(rest)
    taker().take(content)
    if len(data) > 2:
        taker().take(changed(UPDATES[data[0] % len(UPDATES)], data[1], content))


def changed(update: dict[str, Any], place: int, content: Any) -> Any:
    """An update with something else at one of its places."""
    update = deepcopy(update)
    holders = [each for each in _holders(update) for _ in each]
    holder = holders[place % len(holders)]
    keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    holder[keys[place % len(keys)]] = content
    return update


def _holders(value: Any) -> list[Any]:
    """A value's objects and lists, itself first."""
    if not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(holder for each in inner for holder in _holders(each))]


@cache
def _lookup() -> Lookup:
    return Lookup(glossary().labels())


@cache
def taker() -> Taker:
    """The bot that takes updates."""
    return Taker()


TARGETS: dict[str, Target] = {
    target.__name__: target for target in (lookup, folding, yaml, buttons, addresses, updates)
}

SEEDS: dict[str, tuple[bytes, ...]] = {
    "lookup": (
        b"FOC",
        "mikä on tekoäly?".encode(),
        "자유 온라인 연대".encode(),
        b"generativ AI " * 9,
    ),
    "folding": (b"Freedom-Online's", "ﬁ Ä ２ 한글 \u0345".encode()),
    "yaml": (ENTRY, b"sources: {a: {title: x}}\n", b"&a [*a]\n--- |\n x\n"),
    "buttons": (b"s:c123456:0:abcdefabcdef", b"r:f1.abcdef", b"v:a:1:2"),
    "addresses": (b"q_Rk9D", b"e_freedom-online-coalition", b"v_12"),
    "updates": tuple(
        bytes((number, place)) + json.dumps(update).encode()
        for number, update in enumerate(UPDATES)
        for place in (0, 3)
    ),
}
"""What atheris begins with."""
