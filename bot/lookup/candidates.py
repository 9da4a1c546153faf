"""Which of the labels that share letters with a query are worth fitting to it word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from operator import itemgetter
from typing import TypeAlias

from rapidfuzz.distance import OSA

from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index

Choice: TypeAlias = Callable[[Sequence[str], Index], Sequence[int]]
"""Words typed → positions of labels."""

_LOOKED_AT = 24  # labels that share most letters
_FEW = 5  # of them, for a query that is a guess itself
_FAR = 0.5  # of the keys may differ
_EACH = 4  # labels that are near, and as many that share a word


def promising(chosen: Sequence[str], index: Index) -> Sequence[int]:
    """The closest when one is close and the others are far, else the nearest and the akin.

    Akin are labels that have a word as it was typed, or if there is none a form of it: their
    others may stand elsewhere.
    """
    keys, texts = strokes("".join(chosen)), index.keys
    found = index.near(keys, _LOOKED_AT)
    nearest = _by_distance(keys, found, index)
    if len(found) > _EACH and (closest := _closest(keys, nearest)):
        return closest
    near = [p for apart, p in nearest if apart <= _FAR * max(len(keys), len(texts[p]))][:_EACH]
    others = [p for p in found if p not in near]
    akin = _akin(set(chosen), others, index)
    if not near and not akin:
        akin = _akin({base for word in chosen for base in index.bases(word)}, others, index)
    return [*near, *akin]


def _akin(words: AbstractSet[str], among: Sequence[int], index: Index) -> list[int]:
    """The first labels that have any of ``words``."""
    akin = (p for p in among if not words.isdisjoint(index.spelt[p].split(" ")))
    return list(islice(akin, _EACH))


def close(chosen: Sequence[str], index: Index) -> Sequence[int]:
    """Labels a few slips from what was typed as a whole, and what is hardly farther."""
    keys = strokes("".join(chosen))
    return _closest(keys, _by_distance(keys, index.near(keys, _FEW), index))


def _by_distance(keys: str, found: Sequence[int], index: Index) -> list[tuple[int, int]]:
    """How far each label is, the nearest first."""
    texts = index.keys
    return sorted([(OSA.distance(keys, texts[p]), p) for p in found], key=itemgetter(0))


def _closest(keys: str, nearest: Sequence[tuple[int, int]]) -> Sequence[int]:
    if not nearest or nearest[0][0] > max(2, len(keys) // 6):
        return ()
    return [position for distance, position in nearest if distance <= nearest[0][0] + 1]


def rejoined(chosen: list[str], text: str, known: Container[str]) -> list[str]:
    """Words with the single Latin letters that a slip left in Korean ones, not beside them.

    Letters that are words of labels (``known``) are none: C언어.
    """
    found = _STRAY.findall(text) if has_hangul(text) else ()
    strays = [letter for letter in found if letter not in known]
    if not strays:
        return chosen
    joined: list[str] = []
    for word in chosen:
        last = joined[-1] if joined else ""
        if last and (word in strays or last[-1] in strays) and last + word in text:
            joined[-1] = last + word
        else:
            joined.append(word)
    return joined


_STRAY = re.compile(r"(?<=[가-힣])[a-z](?![A-Za-z])|(?<![A-Za-z])[a-z](?=[가-힣])")
