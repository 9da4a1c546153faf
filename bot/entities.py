"""Telegram's HTML → text and its entities, as Telegram's servers read it.

https://core.telegram.org/bots/api#html-style: a fixed set of tags, four named entities and the
numeric ones, nothing else; a text that breaks the rules is refused as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

Json = dict[str, object]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(lt|gt|amp|quot));")
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<tag>[A-Za-z][\w-]*)(?P<attributes>(?:\s+{_ATTRIBUTE.pattern})*)\s*>"
    r"|(?P<text>[^<]+)|(?P<stray><)"
)


class EntityError(ValueError):
    """The text is not Telegram's HTML; says what is wrong and at which byte."""


@dataclass(frozen=True, slots=True)
class Span:
    """One entity: its Telegram type and its place, counted in code points of the text."""

    type: str
    start: int
    end: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and how its parts look."""

    text: str
    spans: tuple[Span, ...] = ()


def from_html(html: str) -> Formatted:
    """Read Telegram's HTML.

    Raises:
        EntityError: a tag that is unknown, unclosed or crosses another, or a stray ``<``.
    """
    text = ""
    opened: list[tuple[str, Span]] = []
    spans: list[Span] = []
    for token in _TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if token["text"]:
            text += unescape(token["text"])
        elif token["close"]:
            spans.append(replace(_closed(tag, opened, token.start()), end=len(text)))
        else:
            opened.append((tag, _opened(tag, token, len(text))))
    if opened:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    outer_first = reversed(spans)
    kept = [span for span in outer_first if span.end > span.start and span.type != "custom_emoji"]
    return Formatted(text, tuple(sorted(kept, key=lambda span: (span.start, -span.end))))


def unescape(text: str) -> str:
    """Replace the entities that Telegram knows; anything else after ``&`` is text."""
    return _REFERENCE.sub(_referred, text)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_json(text: str, entities: list[Json]) -> Formatted:
    """Read a text and its ``MessageEntity`` objects, whose places are UTF-16 code units."""
    points = [index for index, char in enumerate(text) for _ in range(units(char))] + [len(text)]
    spans = []
    for entity in entities:
        offset, length = entity["offset"], entity["length"]
        if isinstance(offset, int) and isinstance(length, int) and offset + length < len(points):
            url = str(entity.get("url") or "")
            spans.append(Span(str(entity["type"]), points[offset], points[offset + length], url))
    return Formatted(text, tuple(spans))


def to_json(formatted: Formatted) -> list[Json]:
    """Return the spans as ``MessageEntity`` objects, places in UTF-16 code units."""
    result = []
    for span in formatted.spans:
        before, inside = formatted.text[: span.start], formatted.text[span.start : span.end]
        entity: Json = {"type": span.type, "offset": units(before), "length": units(inside)}
        result.append(entity | ({"url": span.url} if span.url else {}))
    return result


def _opened(tag: str, token: re.Match[str], place: int) -> Span:
    found = {
        name.lower(): a or b or c
        for name, a, b, c in _ATTRIBUTE.findall(token["attributes"] or "")
    }
    kind = _TAGS.get(tag)
    if kind is None or (tag == "span" and found.get("class") != "tg-spoiler"):
        if token["stray"]:
            raise EntityError(f"Unexpected '<' at byte offset {token.start()}")
        raise EntityError(f'Unsupported start tag "{tag}" at byte offset {token.start()}')
    if tag == "blockquote" and "expandable" in found:
        kind = "expandable_blockquote"
    return Span(kind, place, place, unescape(found.get("href", "")) if tag == "a" else "")


def _closed(tag: str, opened: list[tuple[str, Span]], place: int) -> Span:
    if not opened:
        raise EntityError(f"Unexpected end tag at byte offset {place}")
    expected, span = opened.pop()
    if tag != expected:
        raise EntityError(
            f'Unmatched end tag at byte offset {place}, expected "</{expected}>", found "</{tag}>"'
        )
    return span


def _referred(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number < 0x110000 else match[0]
