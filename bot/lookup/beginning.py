"""The stage for labels that begin with what was typed, while it is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.folding import fold
from bot.lookup import english, questions
from bot.lookup.asked import Asked, Hit
from bot.lookup.broader import is_part
from bot.lookup.compounds import is_headed
from bot.lookup.doubt import ABBREVIATION, LOOKED_AT
from bot.lookup.everyday import is_everyday, is_place, parts
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index
from bot.lookup.postings import posted

_PART = 0.78  # the most for what is rather a term of its own: offered, not answered
_NAMED = 0.84
_WITH_FIGURE = re.compile("[a-z]{2,}[0-9]{1,3}")  # NIS2, which is short for NIS2 Directive
_CAPITAL_WITHIN = re.compile("[A-Za-z]*[a-z][A-Z][A-Za-z]{2,}")
_MOST_WORDS = 10


def begun(asked: Asked, index: Index) -> list[Hit]:
    """Labels that begin with what was typed: surer the more of the only one is there."""
    if len(strokes(asked.key)) < _FEWEST or len(asked.words) > _MOST_WORDS:
        return []
    for chosen in _readings(asked):
        if starting := index.starting("".join(chosen), LOOKED_AT):
            return _hits(asked, chosen, _shortest(starting, index), index)
    return []


_FEWEST = 4  # keys


def _readings(asked: Asked) -> Iterator[Sequence[str]]:
    """What may be being typed: all words, those asked for, the last one without its plural."""
    left = asked.asked_for
    if len(left) == 1 and _WITH_FIGURE.fullmatch(left[0]):
        yield left
        return
    yield asked.words
    if asked.is_question and len(left) > 1:
        yield left
    yield [*asked.words[:-1], english.singular(asked.words[-1])]


def _hits(
    asked: Asked, chosen: Sequence[str], shortest: Sequence[tuple[int, int]], index: Index
) -> list[Hit]:
    every = [position for _, position in shortest]
    hits = [_hit(asked, chosen, size, position, every, index) for size, position in shortest]
    return sorted(hits, key=lambda hit: -hit.score)[:10]


def _shortest(starting: Iterable[str], index: Index) -> list[tuple[int, int]]:
    """Of each concept the shortest label that begins so: its size and its position."""
    shortest: dict[str, tuple[int, int]] = {}
    for folded in starting:
        for position in posted(index.folded, folded):
            label = (len(folded), position)
            concept = index.labels[position].concept
            shortest[concept] = min(shortest.get(concept, label), label)
    return list(shortest.values())


def _hit(
    asked: Asked,
    chosen: Sequence[str],
    size: int,
    position: int,
    every: Sequence[int],
    index: Index,
) -> Hit:
    key, rivals = "".join(chosen), _rivals(position, every, index)
    score = _begun(chosen, len(key) / size, index) / rivals**0.7
    if index.spelt[position].split(" ")[0] == key and _is_name(index.labels[position].text):
        score = max(score, _NAMED / rivals)
    elif _is_whole(chosen, position, index):
        score = min(score, _PART)
    if asked.is_short and not index.labels[position].text[: len(key)].isupper():
        score = min(score, ABBREVIATION)
    return Hit(position, "prefix", score, f"begins so, {len(key)} of {size} letters")


def _is_name(text: str) -> bool:
    """Whether a label begins with a name that needs no more: NIS2 or ePrivacy Directive."""
    first = text.split()[0]
    return (
        _WITH_FIGURE.fullmatch(fold(first)) is not None or _CAPITAL_WITHIN.match(first) is not None
    )


def _is_whole(chosen: Sequence[str], position: int, index: Index) -> bool:
    """Whether what was typed is rather a term of its own than the beginning of the label."""
    words = index.spelt[position].split(" ")
    if is_headed("".join(words), "".join(chosen)):
        return True
    named = is_place(chosen[-1]) or not any(map(questions.is_joining, chosen))
    ended = named and list(chosen) == words[: len(chosen)]
    return ended and is_part(chosen, position, index)


def _rivals(position: int, every: Sequence[int], index: Index) -> float:
    """How many labels may be being typed; who types one that others go on from stops there."""
    spelt = index.spelt[position] + " "
    nested = sum(index.spelt[other].startswith(spelt) for other in every)
    return len(every) - (1 - _NESTED) * nested


_NESTED = 0.25  # of a label that goes on after another


def _begun(chosen: Sequence[str], share: float, index: Index) -> float:
    last, score = chosen[-1], 0.645 + 0.345 * share
    known = last in index.vocabulary or is_everyday(last)
    if len(chosen) > 1 and len(last) > 1 and (share >= 0.5 or not known):
        score += 0.08
    elif len(chosen) > 1 and last not in index.vocabulary and is_everyday(last):
        score -= 0.08
    elif len(chosen) == 1 and (is_everyday(last) or last in parts()):
        score -= 0.25
    elif len(chosen) == 1 and last in index.vocabulary:
        score -= 0.15 if index.vocabulary[last] == 1 and len(last) > 4 else 0.25
    if has_hangul(last) and (share < 0.6 or len(chosen) == 1):
        score -= 0.1
    return min(score, 0.97)
