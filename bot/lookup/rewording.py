"""The stages for a part of a label in full that the label abbreviates, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.lookup.asked import Asked, Hit, read
from bot.lookup.bags import base
from bot.lookup.exact import inflected, reordered, spelt_so
from bot.lookup.hangul import strokes
from bot.lookup.index import Index
from bot.lookup.postings import posted
from bot.lookup.questions import is_joining, is_stop

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


def partly(asked: Asked, index: Index) -> list[Hit]:
    """``GM organism`` for genetically modified organism, which nothing else abbreviates so."""
    for chosen in map(_main, asked.readings):
        for at, short in enumerate(chosen if len(chosen) > 1 else ()):
            if not _may_be_initials(short, index):
                continue
            near = index.near(strokes("".join([*chosen[:at], *chosen[at + 1 :]])), _LOOKED_AT)
            places = [place for place in near if _is_written_out(chosen, at, place, index)]
            if len({index.labels[place].concept for place in places}) == 1:
                why = "words of it by their initials"
                return [Hit(place, "abbreviation", _PARTLY, why) for place in places]
    return []


_LOOKED_AT = 12
_PARTLY = 0.88


def _main(words: Sequence[str]) -> list[str]:
    return [word for word in words if not is_joining(word)]


def _may_be_initials(word: str, index: Index) -> bool:
    """Whether ``word`` may be the first letters of words of a label, and is nothing else."""
    short = word.isascii() and word.isalpha() and 2 <= len(word) <= _LETTERS
    return short and word not in index.vocabulary and not is_stop(word)


_LETTERS = 4


def _is_written_out(chosen: Sequence[str], at: int, place: int, index: Index) -> bool:
    """Whether the label at ``place`` has the words ``chosen``, and those that one abbreviates."""
    words, short = _main(index.spelt[place].split(" ")), chosen[at]
    end = at + len(short)
    initials = "".join(word[:1] for word in words[at:end])
    left, typed = [*words[:at], *words[end:]], [*chosen[:at], *chosen[at + 1 :]]
    return initials == short and list(map(base, left)) == list(map(base, typed))
