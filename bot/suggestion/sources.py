"""Where a definition comes from: a source that the glossary knows, or a new one."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.concept import Citation, Source
from bot.folding import fold
from bot.glossary import Glossary
from bot.markup import one_line
from bot.naming import new_id

_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]]")
_PLACE = re.compile(
    r"[,;]?\s*(?:(?:paragraphs?|para\.?|kappale|kohta|kpl)\s*(\d[\w–-]*)|(\d[\d–-]*)\s*문단)\s*$",
    re.IGNORECASE,
)
_AROUND = " \n\t.,;:–-()"
_YEAR = re.compile(r"\b((?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)\b")


class Cited(NamedTuple):
    """A citation, and the source itself when it is new."""

    citation: Citation
    new: Source | None


def cited(text: str, glossary: Glossary) -> Cited:
    """The source that a text names by its key, title or address; else a new one made of it."""
    place = _PLACE.search(text)
    bare = text[: place.start()] if place else text
    paragraph = (place[1] or place[2]) if place else None
    if known := _known(bare, glossary):
        return Cited(Citation(known, paragraph), None)
    source = _made(bare)
    key = new_id(_name(source), glossary.sources, "source")
    return Cited(Citation(key, paragraph), source)


def _known(text: str, glossary: Glossary) -> str | None:
    address = _ADDRESS.search(text)
    key, title = text.strip(), fold(text)
    for name, source in glossary.sources.items():
        if name == key or fold(source.title) == title:
            return name
        if address and source.url and source.url.rstrip("/") == address[0].rstrip("/"):
            return name
    return None


def _made(text: str) -> Source:
    address = _ADDRESS.search(text)
    title = one_line(_ADDRESS.sub(" ", text).strip(_AROUND), 300)
    url = address[0] if address else None
    year = _YEAR.search(title)
    if year and title.endswith(year[0]):
        title = title.removesuffix(year[0]).rstrip(_AROUND) or title
    if not title and url:
        title = re.sub(r"^https?://(?:www\.)?", "", url)
    return Source(title=title or "?", url=url, date=year[1] if year else None)


def _name(source: Source) -> str:
    return " ".join(source.title.split()[:6])
