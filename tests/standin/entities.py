"""Entities that Telegram finds by itself in what people write.

https://core.telegram.org/bots/api#messageentity
"""

import re
from typing import Any

from tests.standin import utf16

PATTERNS = {
    "bot_command": r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])",
    "email": r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w",
    "mention": r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)",
    "url": r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|net|fi|kr|int|eu)\b",
    "hashtag": r"(?<!\w)#\w*[^\W\d]\w*",
    "phone_number": r"(?<!\w)\+\d[\d ]{7,14}\d(?!\w)",
}
FINDERS = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}


def found(text: str) -> list[dict[str, Any]]:
    """Commands, mentions, links and the like, in order, none inside another."""
    spans: list[tuple[int, int, str]] = []
    for kind, finder in FINDERS.items():
        for match in finder.finditer(text):
            start, end = match.span()
            if all(end <= first or start >= last for first, last, _ in spans):
                spans.append((start, end, kind))
    return [
        {
            "type": kind,
            "offset": utf16.length(text[:start]),
            "length": utf16.length(text[start:end]),
        }
        for start, end, kind in sorted(spans)
    ]
