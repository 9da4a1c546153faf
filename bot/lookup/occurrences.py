"""The terms in a text: word forms and particles included, the longest of those that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from bot.concept import Label
from bot.folding import composed, words
from bot.lookup import korean
from bot.lookup.hangul import has_hangul
from bot.lookup.index import Index
from bot.lookup.postings import posted
from bot.lookup.result import Occurrence

_TOKEN = re.compile(
    r"([가-힣ㄱ-ㆎᄀ-ᇿ]+|(?<![^\W_])[^\W\d_](?:\.[^\W\d_](?![^\W_]))+|(?:[^\W_가-힣ㄱ-ㆎᄀ-ᇿ]|[\u0300-\u036f])+(?:[’'][^\W\d_]{1,2}(?![^\W_]))?[+#]*)"
)
_START = attrgetter("start")
_REMEMBERED = 20_000  # words of texts whose forms are kept


@dataclass(frozen=True, slots=True)
class Part:
    """An index, and the concepts in it that have been replaced since it was made."""

    index: Index
    gone: frozenset[str] = frozenset()


class Words(NamedTuple):
    """The words of a text, folded, and where each begins and ends."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


class Found(NamedTuple):
    """Labels at a place; ``end`` is after the term and before its particles."""

    start: int
    end: int
    positions: tuple[int, ...]


class Forms(NamedTuple):
    """What a word of a text may be a form of, and which begin labels, of how many words."""

    words: tuple[str, ...]
    begins: tuple[tuple[str, int], ...]


def _key(piece: str) -> str:
    return piece.lower() if piece.isascii() and piece.isalnum() else "".join(words(piece))


def split(text: str) -> Words:
    """The words of ``text`` with their places; Hangul and Latin written together are two."""
    pieces = _TOKEN.split(text)
    places = list(accumulate(map(len, pieces)))
    folded = {piece: _key(piece) for piece in set(pieces[1::2])}
    return Words([folded[piece] for piece in pieces[1::2]], places[0:-1:2], places[1::2])


def occurrences(text: str, parts: Sequence[Part]) -> list[Occurrence]:
    """Every term in ``text`` in order of appearance, also those that overlap others."""
    every = [
        Occurrence(label.concept, label, found.start, found.end)
        for part in parts
        for found in _all(text, part.index)
        for label in _labels(found, part)
    ]
    every.sort(key=lambda one: (one.start, -one.end))
    return every


def longest(every: Sequence[Occurrence]) -> list[Occurrence]:
    """Of occurrences in order, those that are no part of a longer one that they overlap."""
    chosen: list[Occurrence] = []
    cluster: list[Occurrence] = []
    end = 0
    for one in every:
        if one.start >= end and cluster:
            chosen += _longest(cluster) if len(cluster) > 1 else cluster
            cluster = []
        cluster.append(one)
        end = max(end, one.end)
    return chosen + _longest(cluster)


def _longest(cluster: list[Occurrence]) -> list[Occurrence]:
    """Of occurrences that overlap the longest; several where they are at one place."""
    if len(cluster) < 2:
        return cluster
    chosen: list[Occurrence] = []
    for one in sorted(cluster, key=_longest_first):
        concept, _, start, end = one
        for other, _, since, until in chosen:
            apart = end <= since or until <= start
            if not apart and ((start, end) != (since, until) or concept == other):
                break
        else:
            chosen.append(one)
    return sorted(chosen, key=_START)


def _longest_first(one: Occurrence) -> tuple[int, int]:
    return one.start - one.end, one.start


def _labels(found: Found, part: Part) -> list[Label]:
    """One label per concept that the words name, the first in the glossary."""
    labels = [part.index.labels[position] for position in found.positions]
    if len(labels) == 1 and not part.gone:
        return labels
    first: dict[str, Label] = {}
    for label in labels:
        if label.concept not in part.gone:
            first.setdefault(label.concept, label)
    return list(first.values())


def _all(text: str, index: Index) -> Iterator[Found]:
    listed = split(text)
    known = {key: _forms(key, index) for key in set(listed.keys)}
    for at, key in enumerate(listed.keys):
        after = known[listed.keys[at + 1]].words[:3] if at + 1 < len(listed.keys) else ()
        for form, most in known[key].begins:
            if form in index.folded or any(index.paths.lead(form, word) for word in after):
                yield from _from(text, listed, at, form, most, index, known)
        if key > "ㄱ":
            yield from _contained(text, listed, at, index)


def _forms(key: str, index: Index) -> Forms:
    """The forms of a word, kept for the next text: most texts use the same words."""
    forms = index.memo.get(key)
    if forms is None:
        if len(index.memo) > _REMEMBERED:
            index.memo.clear()
        bases = _bases(key, index)
        heads = index.heads
        begins = tuple((base, heads[base]) for base in bases if base in heads)
        forms = index.memo[key] = (tuple(bases), begins)
    return Forms(*forms)


def _bases(key: str, index: Index) -> list[str]:
    if not has_hangul(key):
        return index.bases(key)
    return [
        key[:cut]
        for cut in range(len(key), 0, -1)
        if key[:cut] in index.vocabulary and (cut == len(key) or korean.is_tail(key[cut:]))
    ]


def _from(
    text: str,
    listed: Words,
    at: int,
    form: str,
    most: int,
    index: Index,
    known: dict[str, Forms],
) -> Iterator[Found]:
    """Labels whose first word is ``form`` at word ``at``, up to ``most`` words long."""
    keys, last, stop = [form], at, min(at + most, len(listed.keys))
    while keys:
        for key in keys:
            if positions := posted(index.folded, key):
                start, end = listed.starts[at], _end(text, listed, last, key)
                if kept := _in_own_case(text, start, end, positions, index):
                    yield Found(start, end, kept)
        last += 1
        if last >= stop:
            return
        forms = known[listed.keys[last]].words[:3]
        keys = [key + other for key in keys for other in forms if index.paths.lead(key, other)][:8]


def _end(text: str, listed: Words, last: int, key: str) -> int:
    """Where the term ends: before the particles of its last Korean word."""
    word = listed.keys[last]
    if word < "ㄱ":
        return listed.ends[last]
    cuts = range(len(word), 0, -1)
    cut = next((cut for cut in cuts if key.endswith(word[:cut])), len(word))
    return _raw(text, listed, last, cut)


def _raw(text: str, listed: Words, at: int, cut: int) -> int:
    """The place in ``text`` after ``cut`` syllables of a word, which may be decomposed there."""
    start, end, syllables = listed.starts[at], listed.ends[at], listed.keys[at][:cut]
    if end - start == len(listed.keys[at]):
        return start + cut
    for place in range(start + 1, end):
        same = composed(text[start:place]) == syllables
        if same and composed(text[start : place + 1])[:cut] == syllables:
            return place
    return end


def _contained(text: str, listed: Words, at: int, index: Index) -> Iterator[Found]:
    """A Korean label of several words written as one, at the left boundary of the word."""
    key = listed.keys[at]
    for cut in range(min(len(key), 40), 1, -1):
        positions = posted(index.folded, key[:cut])
        if positions and (cut == len(key) or korean.is_tail(key[cut:])):
            yield Found(listed.starts[at], _raw(text, listed, at, cut), positions)
            return


def _in_own_case(
    text: str, start: int, end: int, positions: tuple[int, ...], index: Index
) -> tuple[int, ...]:
    """``positions`` without the short abbreviations that stand in another case."""
    short = index.short
    if short.keys().isdisjoint(positions):
        return positions
    letters = "".join(filter(str.isalnum, text[start:end]))
    return tuple(p for p in positions if p not in short or letters.startswith(short[p]))
