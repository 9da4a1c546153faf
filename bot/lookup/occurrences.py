"""The terms in a text: word forms and particles included, the longest of those that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.concept import Label
from bot.folding import composed, words
from bot.lookup import korean
from bot.lookup.hangul import has_hangul
from bot.lookup.index import Index, is_abbreviation, posted
from bot.lookup.result import Occurrence

_TOKEN = re.compile(
    r"[가-힣ㄱ-ㆎᄀ-ᇿ]+|(?:[^\W_가-힣ㄱ-ㆎᄀ-ᇿ]|[\u0300-\u036f])+(?:[’'][^\W\d_]{1,2}(?![^\W_]))?[+#]*"
)
_OWN_CASE = 5  # an abbreviation of at most so many letters is one in its own case only


class Token(NamedTuple):
    """A word of a text, folded, and where it stands."""

    start: int
    end: int
    key: str


class Found(NamedTuple):
    """A label at ``start``; ``end`` is after the term and before its particles."""

    start: int
    end: int
    positions: tuple[int, ...]


def tokens(text: str) -> list[Token]:
    """The words of ``text`` with their places; Hangul and Latin written together are two."""
    cache: dict[str, str] = {}
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        key = cache.get(raw)
        if key is None:
            plain = raw.isascii() and raw.isalnum()
            key = cache[raw] = raw.lower() if plain else "".join(words(raw))
        if key:
            found.append(Token(match.start(), match.end(), key))
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """An index, and the concepts in it that have been replaced since it was made."""

    index: Index
    gone: frozenset[str] = frozenset()


def occurrences(text: str, parts: Sequence[Part]) -> list[Occurrence]:
    """Every term in ``text`` in order of appearance; overlaps go to the longest."""
    every = [
        Occurrence(label.concept, label, found.start, found.end)
        for part in parts
        for found in _all(text, part.index)
        for label in _labels(found, part)
    ]
    every.sort(key=lambda one: (one.start, -one.end))
    chosen: list[Occurrence] = []
    cluster: list[Occurrence] = []
    end = 0
    for one in every:
        if one.start >= end:
            chosen += _longest(cluster)
            cluster = []
        cluster.append(one)
        end = max(end, one.end)
    return chosen + _longest(cluster)


def _longest(cluster: list[Occurrence]) -> list[Occurrence]:
    """Of occurrences that overlap one another the longest; several where they are at one place."""
    if len(cluster) < 2:
        return cluster
    chosen: list[Occurrence] = []
    for one in sorted(cluster, key=lambda one: (one.start - one.end, one.start)):
        if all(
            one.end <= other.start or other.end <= one.start or one[2:] == other[2:]
            for other in chosen
        ):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _labels(found: Found, part: Part) -> list[Label]:
    """One label per concept that the words name, the first in the glossary."""
    labels = [part.index.labels[position] for position in found.positions]
    return list(
        {one.concept: one for one in labels[::-1] if one.concept not in part.gone}.values()
    )


def _all(text: str, index: Index) -> Iterator[Found]:
    listed = tokens(text)
    heads, memo = index.heads, index.memo
    for at, token in enumerate(listed):
        key = token.key
        forms = memo.get(key)
        if forms is None:
            forms = _remembered(key, index)
        for form in forms:
            most = heads.get(form)
            if most is not None:
                yield from _from(text, listed, at, form, most, index)
        if key > "ㄱ":
            yield from _contained(text, token, index)


def _remembered(key: str, index: Index) -> list[str]:
    """The forms of a word, kept for the next text: most texts use the same words."""
    if len(index.memo) > _REMEMBERED:
        index.memo.clear()
    forms = index.memo[key] = _forms(key, index)
    return forms


_REMEMBERED = 50_000


def _forms(key: str, index: Index) -> list[str]:
    """The words of labels that a word of a text may be."""
    if not has_hangul(key):
        return index.bases(key)
    cuts = range(len(key), 0, -1)
    return [
        key[:cut]
        for cut in cuts
        if key[:cut] in index.vocabulary and (cut == len(key) or korean.is_tail(key[cut:]))
    ]


def _from(
    text: str,
    listed: list[Token],
    at: int,
    form: str,
    most: int,
    index: Index,
) -> Iterator[Found]:
    """Labels of several words, and of one, whose first word is ``form`` at token ``at``."""
    keys = [form]
    for last in range(at, min(at + most, len(listed))):
        if last > at:
            word = listed[last].key
            forms = index.memo.get(word)
            if forms is None:
                forms = _remembered(word, index)
            keys = [key + other for key in keys for other in forms[:3]][:8]
            if not keys:
                return
        for key in keys:
            if positions := posted(index.folded, key):
                start, end = listed[at].start, _end(text, listed[last], key)
                if kept := _in_own_case(text[start:end], positions, index):
                    yield Found(start, end, kept)


def _end(text: str, token: Token, key: str) -> int:
    """Where the term ends: before the particles of its last Korean word."""
    if token.key < "ㄱ":
        return token.end
    for cut in range(len(token.key), 0, -1):
        if key.endswith(token.key[:cut]):
            return _raw(text, token, cut)
    return token.end


def _raw(text: str, token: Token, cut: int) -> int:
    """The place in ``text`` of the first ``cut`` syllables, which may be decomposed there."""
    if token.end - token.start == len(token.key):
        return token.start + cut
    return next(
        (
            end
            for end in range(token.start + 1, token.end + 1)
            if composed(text[token.start : end]) == token.key[:cut]
            and composed(text[token.start : end + 1])[:cut] == token.key[:cut]
        ),
        token.end,
    )


def _contained(text: str, token: Token, index: Index) -> Iterator[Found]:
    """A Korean label of several words written as one, at the left boundary of the word."""
    key = token.key
    for cut in range(len(key), 1, -1):
        positions = posted(index.folded, key[:cut])
        if positions and (cut == len(key) or korean.is_tail(key[cut:])):
            yield Found(token.start, _raw(text, token, cut), positions)
            return


def _in_own_case(piece: str, positions: tuple[int, ...], index: Index) -> tuple[int, ...]:
    """``positions`` without the short abbreviations that stand in another case."""
    letters = "".join(filter(str.isalnum, piece))
    kept: list[int] = []
    for position in positions:
        label = index.labels[position]
        own = "".join(filter(str.isalnum, label.text))
        short = len(own) <= _OWN_CASE and is_abbreviation(label)
        if not short or letters.startswith(own):
            kept.append(position)
    return tuple(kept)
