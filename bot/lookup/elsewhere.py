"""The stages for what was typed in other letters: the other keyboard layout, romanised Korean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.folding import fold
from bot.lookup import questions
from bot.lookup.abbreviations import abbreviated
from bot.lookup.asked import Asked, Hit, Stage, read
from bot.lookup.beginning import begun
from bot.lookup.confidence import spelling
from bot.lookup.everyday import is_everyday, is_finnish_word, is_word
from bot.lookup.exact import inflected, questioned, spelt_so
from bot.lookup.fuzzy import hardly_misspelt, slipped
from bot.lookup.hangul import has_hangul, strokes, typed_as_hangul, typed_as_latin
from bot.lookup.index import Index
from bot.lookup.postings import posted
from bot.lookup.romanised import loose
from bot.lookup.romanised import romanised as by_rule

_TRIED: Sequence[Stage] = (
    spelt_so,
    abbreviated,
    questioned,
    inflected,
    slipped,
    begun,
    hardly_misspelt,
)
_SURE = 0.8
_FEWEST = 3  # keys


def other_layout(asked: Asked, index: Index) -> list[Hit]:
    """Typed while the keyboard was in the other layout, Korean or Latin, wholly or in part."""
    for turned in _turned(asked.text, index):
        again = read(turned, index)
        for stage in _tried(len(strokes(again.key)), korean=not turned.isascii()):
            hits = [hit for hit in stage(again, index) if hit.score > _SURE]
            if hits:
                return [hit._replace(kind="layout", score=hit.score * 0.96) for hit in hits]
    return []


def _tried(keys: int, *, korean: bool) -> Sequence[Stage]:
    """The stages for so many keys: few of them are met by chance, in Korean above all."""
    if keys < _FEWEST + korean:
        return ()
    return (spelt_so,) if korean and keys == _FEWEST + 1 else _TRIED


def _turned(text: str, index: Index) -> list[str]:
    """``text`` in the other layout: all of it, or only the words that make whole syllables.

    Not ``to`` (새), nor words of the labels: they were meant as they are.
    """
    if has_hangul(text) and not _RUN.search(text):
        return [] if _LATIN.search(text) else [typed_as_latin(text)]
    pieces = text.split()
    if len(pieces) > _MOST_PIECES or all(_is_meant(piece, index) for piece in pieces):
        return []
    turned = [typed_as_hangul(piece) for piece in pieces]
    strays = [len(_STRAY.findall(piece)) for piece in turned]
    mended = " ".join(
        new if has_hangul(new) and not stray and not _is_meant(old, index) else old
        for old, new, stray in zip(pieces, turned, strays, strict=True)
    )
    whole = " ".join(turned)
    variants = [mended] if mended != text else []
    if whole != mended and sum(strays) <= len(whole) // 6:
        variants.append(whole)
    return variants


def _is_meant(piece: str, index: Index) -> bool:
    word = fold(piece)
    return questions.is_stop(word) or word in index.vocabulary or is_word(word)


_LATIN = re.compile("[A-Za-z]")
_RUN = re.compile("[A-Za-z]{2}")  # of fewer keys nobody changes the layout
_STRAY = re.compile("[ㄱ-ㅎㅏ-ㅣ]")
_MOST_PIECES = 8
_ALIKE = 50  # labels that sound the same and are looked at; figures have no sound


def romanised(asked: Asked, index: Index) -> list[Hit]:
    """A Korean label in Latin letters, however romanised."""
    hits: list[Hit] = []
    for chosen in asked.readings:
        key = "".join(chosen)
        if (
            not _FEW_LETTERS <= len(key) <= 60
            or not key.isascii()
            or all(map(is_everyday, chosen))
        ):
            continue
        short = loose(key)
        hits += [Hit(p, "romanised", 0.94, f"sounds like {short}") for p in _alike(key, index)]
        if not hits and len(short) > 5:
            hits = _nearly(short, index)
    return hits


def _alike(key: str, index: Index) -> Sequence[int]:
    """Labels that sound as ``key``; of few letters those that are romanised so by the rules."""
    alike = posted(index.romanised, loose(key))[:_ALIKE]
    if len(loose(key)) >= _FEW_LETTERS and len(key) > _FEW_LETTERS:
        return alike
    if is_word(key) or is_finnish_word(key):
        return ()
    return [at for at in alike if by_rule(index.spelt[at].replace(" ", "")) == key]


_FEW_LETTERS = 5
_MOST_LETTERS = 60


def _nearly(short: str, index: Index) -> list[Hit]:
    """Labels whose romanised key is one or two letters away."""
    limit = 1 if len(short) < 9 else 2
    found: list[Hit] = []
    for key, position in index.romanised_near(short, 6):
        distance = OSA.distance(short, key, score_cutoff=limit)
        if distance <= limit:
            score = spelling(distance * 1.1, len(key)) * 0.95
            found.append(Hit(position, "romanised", score, f"{distance} from {key}"))
    return sorted(found, key=lambda hit: -hit.score)[:3]
