"""The terms in a text: word forms and particles included, the longest of those that overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import TypeAlias

from bot.folding import fold
from bot.lookup.everyday import is_finnish_word, is_word
from bot.lookup.forms import Begun, Forms
from bot.lookup.index import Index
from bot.lookup.paths import Paths
from bot.lookup.result import Occurrence
from bot.lookup.tokens import Tokens, split

_START, _END = attrgetter("start"), attrgetter("end")
_PLACE_END = itemgetter(1)
_MOST = 8  # beginnings that are followed at once

Place: TypeAlias = tuple[int, int, tuple[int, ...]]
"""Start, end and labels; the end is after the term and before its particles."""


@dataclass(frozen=True, slots=True)
class Part:
    """An index, and the concepts in it that have been replaced since it was made."""

    index: Index
    gone: frozenset[str] = frozenset()


def occurrences(text: str, parts: Sequence[Part]) -> list[Occurrence]:
    """Every term in ``text`` in order of appearance, also those that overlap others."""
    tokens = split(text)
    every = [one for part in parts for one in _named(_found(tokens, part.index), text, part)]
    if len(parts) > 1:
        every.sort(key=_END, reverse=True)
        every.sort(key=_START)
    return every


def longest(every: Sequence[Occurrence]) -> list[Occurrence]:
    """Of occurrences in order, those that are no part of a longer one that they overlap."""
    chosen: list[Occurrence] = []
    cluster: list[Occurrence] = []
    end = 0
    for one in every:
        _, _, since, until = one
        if since >= end and cluster:
            chosen += _longest(cluster, end)
            cluster = []
        cluster.append(one)
        if until > end:
            end = until
    return chosen + _longest(cluster, end)


def _longest(cluster: list[Occurrence], end: int) -> list[Occurrence]:
    """Of occurrences that overlap, up to ``end``, the longest; several where at one place."""
    if len(cluster) < 2:
        return cluster
    if cluster[0].end == end:  # the others are at the same place or within it
        start = cluster[0].start
        same = [one for one in cluster if one.end == end and one.start == start]
        return same if len(same) < 2 else _once_each(same)
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


def _once_each(same: list[Occurrence]) -> list[Occurrence]:
    first: dict[str, Occurrence] = {}
    for one in same:
        first.setdefault(one.concept, one)
    return list(first.values())


def _longest_first(one: Occurrence) -> tuple[int, int]:
    return one.start - one.end, one.start


def _named(places: list[Place], text: str, part: Part) -> Iterator[Occurrence]:
    """One label per concept that the words at a place name, the first in the glossary."""
    labels, short, gone = part.index.labels, part.index.short, part.gone
    for start, end, positions in places:
        named: list[str] = []
        for position in positions:
            label = labels[position]
            if position in short and not _in_own_case(text, start, end, short[position]):
                continue
            concept = label.concept
            if concept not in gone and concept not in named:
                named.append(concept)
                yield Occurrence(concept, label, start, end)


def _in_own_case(text: str, start: int, end: int, short: str) -> bool:
    """Whether a short abbreviation stands in the case that tells it from a word."""
    if text.startswith(short, start):
        return True
    name = short.capitalize()  # Nato, as Finnish writes what is said as a word
    if len(short) >= _SAID and short.isalpha() and text.startswith(name, start):
        return not (is_word(fold(short)) or is_finnish_word(fold(short)))
    return "".join(filter(str.isalnum, text[start:end])).startswith(short)


_SAID = 4  # letters


def _found(tokens: Tokens, index: Index) -> list[Place]:
    """The labels at every word, the longest first; most words begin none that goes on there."""
    starts, forms = tokens.starts, index.words.forms(tokens.pieces)
    after = [*(each.letters for each in forms[1:]), frozenset[str]()]
    found: list[Place] = []
    for at, (_, _, begun) in enumerate(forms):
        if not begun:
            continue
        here: list[Place] = []
        for one in begun:
            if one.positions:
                here.append((starts[at], starts[at] + one.size, one.positions))
            if one.letters and not one.letters.isdisjoint(after[at]):
                here += _longer(one, at, starts, forms, index.paths)
        found += sorted(here, key=_PLACE_END, reverse=True) if len(here) > 1 else here
    return found


def _longer(
    one: Begun, at: int, starts: Sequence[int], forms: Sequence[Forms], paths: Paths
) -> Iterator[Place]:
    """Labels of several words, the first of which is a form of the word ``at``."""
    start, beginnings = starts[at], [one.word]
    for last in range(at + 1, min(at + one.most, len(forms))):
        grown: list[str] = []
        for beginning in beginnings:
            for word, size in forms[last].words:
                key = beginning + word
                positions = paths[key]
                if positions is not None:
                    grown.append(key)
                    if positions:
                        yield start, starts[last] + size, positions
        if not grown:
            return
        beginnings = grown[:_MOST]
