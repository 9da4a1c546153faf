"""The stage for a part of a label that was typed in full where the label abbreviates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.lookup.asked import Asked, Hit, read
from bot.lookup.exact import inflected, reordered, spelt_so
from bot.lookup.index import Index
from bot.lookup.postings import posted

_MOST_WORDS = 12
_MOST_TRIED = 8  # ways to abbreviate a part
_STAGES = (spelt_so, reordered, inflected)


def shortened(asked: Asked, index: Index) -> list[Hit]:
    """``artificial intelligence risk`` for AI risk, where an entry lists AI for the former."""
    if not 2 <= len(asked.words) <= _MOST_WORDS:
        return []
    for short, words in _abbreviated(asked.words, index):
        again = read(" ".join(words), index)
        for stage in _STAGES:
            hits = [hit for hit in stage(again, index) if _holds(short, hit.position, index)]
            if hits:
                why = "a part of it in full"
                return [hit._replace(kind="abbreviation", score=0.93, why=why) for hit in hits]
    return []


def _abbreviated(words: Sequence[str], index: Index) -> Iterator[tuple[str, list[str]]]:
    """An abbreviation, and ``words`` with it in place of what it is short for; longest first."""
    size = len(words)
    spans = [(at, at + n) for n in range(size - 1, 0, -1) for at in range(size - n + 1)]
    tried = 0
    for start, end in spans:
        for short in _short_for("".join(words[start:end]), index):
            yield short, [*words[:start], short, *words[end:]]
            tried += 1
            if tried == _MOST_TRIED:
                return


def _short_for(key: str, index: Index) -> Iterator[str]:
    concepts = dict.fromkeys(index.labels[at].concept for at in posted(index.folded, key))
    for concept in concepts:
        yield from (short for short in index.short_for.get(concept, ()) if short != key)


def _holds(short: str, position: int, index: Index) -> bool:
    """Whether a label is more than ``short``, and holds it."""
    words = index.spelt[position].split(" ")
    return len(words) > 1 and short in words
