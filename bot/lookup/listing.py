"""The stage for several labels that are listed or compared: none of them is meant alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from bot.lookup import questions
from bot.lookup.asked import Asked, Hit, found, read
from bot.lookup.index import Index


def listed(asked: Asked, index: Index) -> list[Hit]:
    """Labels that are listed or compared: all of them alike, so that none is answered alone."""
    return _each(questions.listed(asked.text, asked.words), index)


def enumerated(asked: Asked, index: Index) -> list[Hit]:
    """The same with commas between them, where no label holds the commas itself."""
    if "," not in asked.text:
        return []
    parts = questions.listed(asked.text, asked.words)
    pieces = [piece for part in parts for piece in part.split(",")]
    return _each([piece for piece in pieces if not questions.is_small_talk(piece)], index)


def _each(parts: Sequence[str], index: Index) -> list[Hit]:
    """The labels that ``parts`` are; none unless every part is one."""
    if not 1 < len(parts) <= _MOST:
        return []
    keys = ["".join(read(part, index).asked_for) for part in parts]
    each = [found(index, key, "question", 0.9, "one of those that are listed") for key in keys]
    return [hit for hits in each for hit in hits] if all(each) else []


_MOST = 5


def is_listed(chosen: Sequence[str], cut: int) -> bool:
    """Whether what follows is ``and`` and another word: 인공지능과 인간, not 인공지능과는."""
    ends = list(accumulate(map(len, chosen)))
    at = next(at for at, end in enumerate(ends) if end > cut)
    return at < len(chosen) - 1 and questions.is_listing(chosen[at][cut - ends[at] :])
