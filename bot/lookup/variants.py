"""Other keys that mean the same label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.folding import words

_PARENTHESES = re.compile(r"^(?P<before>.*?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*(?P<after>.*)$")
_ARTICLE = re.compile(r"^(?:the|an|a)\s+(?=\S)", re.IGNORECASE)


def variants(text: str) -> Iterator[str]:
    """The keys of a label with 's as s, without its article, without its parentheses."""
    if "'" in text or "’" in text:
        yield "".join(words(text, possessive=True))
    if text[:2].lower() in ("th", "a ", "an") and (bare := _ARTICLE.sub("", text)) != text:
        yield "".join(words(bare))
    if ("(" in text or "[" in text) and (found := _PARENTHESES.match(text)):
        yield "".join(words(f"{found['before']} {found['after']}"))
