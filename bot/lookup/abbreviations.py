"""Abbreviations with endings, as letter names, beside what they are short for, and initialisms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from bot.folding import fold, words
from bot.lookup import english, finnish, korean, questions
from bot.lookup.asked import Asked, Hit, found
from bot.lookup.everyday import is_everyday
from bot.lookup.exact import questioned
from bot.lookup.hangul import has_hangul
from bot.lookup.index import Index
from bot.lookup.initials import initials, is_abbreviation, stands_for
from bot.lookup.postings import posted

_PLURAL = re.compile(r"^([A-Z0-9][A-Za-z0-9&]*[A-Z0-9])e?s$")
_CAPITALS = re.compile(r"^((?:[A-Z]+[0-9]*|[A-Za-z]*[A-Z]{2,}|[A-Z][a-z]?[A-Z]))([a-zäö]{1,6})$")
_TWO_LETTERS = re.compile(  # RnD and r and d for R&D
    r"^([A-Z])n([A-Z])$|^([A-Za-z]) (?:and|n|N) ([A-Za-z])$"
)
_SMALL = re.compile(  # gdprn, focissa: what no other word is likely to be
    r"^(?:([a-z]{3,8}?)i?(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi)|([b-df-hj-np-tvwxz]{3,6})(?:n|t?a))$"
)
_WHOSE = re.compile(  # UN OCHA, EU GDPR, UNCRC
    r"^(?:UN|EU)[\s-]([A-Z][A-Za-z0-9]{2,})$|^UN([B-DF-HJ-NP-TV-Z][A-Z]{2,})$"
)
_MIXED = re.compile(r"^(.*[A-Za-z0-9+#])\s?([가-힣]+)$")
_PARENTHESES = re.compile(r"^(.+?)\s*[(\[](.+?)[)\]]\s*(\S*)$")
Half: TypeAlias = tuple[str, tuple[str, ...]]
"""The key of some words, and the words."""

_AROUND = " ?!.,;\"'“”‘’«»()"


def abbreviated(asked: Asked, index: Index) -> list[Hit]:
    """An abbreviation with an ending, or spelt out as letter names."""
    if hits := _of_heads(asked.text, index):
        return hits
    inner = between(asked)
    hits = _of_heads(inner, index) if inner != asked.text else []
    # a label of more of the words explains more than one of them does
    return hits if hits and not questioned(asked, index) else []


def _of_heads(text: str, index: Index) -> list[Hit]:
    for head in _heads(text.strip(_AROUND)):
        key = "".join(words(head.text))
        for form in (key, key + "s"):
            hits = found(index, form, "abbreviation", 0.97, head.why)
            if head.is_number:
                hits = [hit for hit in hits if is_abbreviation(index.labels[hit.position])]
            if hits:
                return hits
    return []


def between(asked: Asked) -> str:
    """What is asked for as it was written, when that is one word."""
    start, end = asked.core
    pieces = asked.text.split()
    one = end - start == 1 and asked.is_question and start < len(pieces)
    return pieces[start] if one else asked.text


class _Head(NamedTuple):
    """What a text may be short for once its ending or its letter names are read."""

    text: str
    why: str
    is_number: bool = False  # read as a form of an abbreviation, and of nothing else
    is_spoken: bool = False  # read from the names of its letters


def _heads(text: str) -> Iterator[_Head]:
    if ":" in text and (head := finnish.without_colon_ending(text)) is not None:
        yield _Head(head, "Finnish ending after a colon")
    if not text.islower():
        yield from _of_capitals(text)
    if (two := _TWO_LETTERS.match(text)) is not None:
        yield _Head("".join(filter(None, two.groups())), "n for the and of two letters")
    if has_hangul(text):
        if (mixed := _MIXED.match(text)) and korean.is_tail(mixed[2]):
            yield _Head(mixed[1], "particles after Latin letters")
        for letters, _ in korean.letters("".join(words(text))):
            yield _Head(letters, "Korean names of letters", is_spoken=True)
    if text.islower() and len(text) > 2 and not is_everyday(text):
        yield from _of_small_letters(text)


def _of_capitals(text: str) -> Iterator[_Head]:
    if (plural := _PLURAL.match(text)) is not None:
        yield _Head(plural[1], _PLURAL_OF, is_number=True)
    if (inflected := _CAPITALS.match(text)) and finnish.is_ending(inflected[2]):
        yield _Head(inflected[1], "ending after capitals")
    if (whose := _WHOSE.match(text)) is not None:
        yield _Head(whose[1] or whose[2], "whose it is before it", is_number=True)
    if text.isupper():
        yield _Head(text + "s", "singular of an abbreviation", is_number=True)


def _of_small_letters(text: str) -> Iterator[_Head]:
    if text.endswith("s"):
        yield _Head(text[:-1], _PLURAL_OF, is_number=True)
    if (small := _SMALL.match(text)) is not None:
        yield _Head(small[1] or small[2], "ending after small letters", is_number=True)


_PLURAL_OF = "plural of an abbreviation"


def both_forms(asked: Asked, index: Index) -> list[Hit]:
    """A term and its abbreviation together: ``Freedom Online Coalition (FOC)``, ``FOC - …``."""
    for one, other in _halves(asked):
        longer, shorter = (one, other) if len(one[0]) >= len(other[0]) else (other, one)
        if hits := _both(longer, shorter, asked, index) or _twice(one, other, index):
            return hits
    return []


def _twice(one: Half, other: Half, index: Index) -> list[Hit]:
    """Labels of which a word was typed after their initials: ``PIN number``, ``SDG goals``."""
    short, (_, after) = one[0], other
    if len(after) != 1 or len(short) < _INITIALS:
        return []
    word = english.base(after[0])
    return [
        Hit(position, "abbreviation", 0.93, "its initials and a word of it")
        for position in posted(index.initialisms, short)
        if word in map(english.base, index.spelt[position].split(" "))
    ]


_INITIALS = 3  # fewer are met by chance


def _both(longer: Half, shorter: Half, asked: Asked, index: Index) -> list[Hit]:
    """Labels that both halves name, or that one names and the initials of the other are."""
    (key, spelt), (short, _) = longer, shorter
    full, listed = posted(index.folded, key), posted(index.folded, short)
    if not full and not listed:
        return []
    shared = {index.labels[p].concept for p in full} & {index.labels[p].concept for p in listed}
    if hits := [p for p in full if index.labels[p].concept in shared]:
        return [Hit(p, "abbreviation", 0.98, "both forms of it") for p in hits]
    capitals = len(short) > 1 and short.isascii() and short.upper() in asked.text
    for position in full:
        known = short in initials(index.spelt[position].split(" "))
        if known or (capitals and not listed and stands_for(short, index.labels[position].text)):
            return [Hit(position, "abbreviation", 0.95, "a form and its initials")]
    if full or short not in initials(spelt) or short in index.initialisms:
        return []
    return [Hit(p, "abbreviation", 0.95, "written out as no label is") for p in listed]


def _halves(asked: Asked) -> Iterator[tuple[Half, Half]]:
    if (found_ := _PARENTHESES.match(asked.text)) is not None:
        yield _half(words(found_[1])), _half(words(found_[2]))
    for chosen in asked.readings:
        if 2 <= len(chosen) <= 12:
            for cut in {1, len(chosen) - 1}:
                if chosen[:cut] != chosen[cut:]:
                    yield _half(chosen[:cut]), _half(chosen[cut:])


def _half(chosen: Sequence[str]) -> Half:
    return "".join(chosen), tuple(chosen)


def initialled(asked: Asked, index: Index) -> list[Hit]:
    """The first letters of a label that lists no such abbreviation."""
    for key, capitals in _letters(asked):
        if positions := posted(index.initialisms, key):
            sure = _initialism(len(key), index.initials_of(len(key)))
            if not capitals:
                sure = 0.2 if is_everyday(key) or questions.is_stop(key) else sure - 0.02
            sure /= len({index.labels[position].concept for position in positions})
            return [
                Hit(position, "initialism", sure * _unlisted(position, index), "its first letters")
                for position in positions
            ]
    return []


def _letters(asked: Asked) -> Iterator[tuple[str, bool]]:
    """What may be an initialism, and whether it is in capitals; endings may follow it."""
    chosen = asked.asked_for
    if len(chosen) > 1 and max(map(len, chosen)) > 1 and ":" not in asked.text:
        return
    text = between(asked).strip(_AROUND)
    yield "".join(chosen), text.replace(".", "").isupper()
    for head in _heads(text):
        if head.text == text + "s":  # of a listed one only: its s is the first letter of no word
            continue
        if not head.is_spoken or len(head.text) > 2:  # short words of Korean may be two letters
            yield fold(head.text), head.is_spoken or head.text.isupper()


def _unlisted(position: int, index: Index) -> float:
    """How much an initialism of a label counts: less of a concept that lists its own."""
    label = index.labels[position]
    if label.concept in index.abbreviated:
        return _LISTS_ITS_OWN
    return _LISTS_ITS_OWN if label.kind == "hidden" else 1.0


_LISTS_ITS_OWN = 0.75


def expanded(asked: Asked, index: Index) -> list[Hit]:
    """A longer label in which a part was typed by its initials: ``HRBA to AI``."""
    for chosen in asked.readings:
        if not (1 if has_hangul(chosen[0]) else 2) <= len(chosen) <= _MOST_WORDS:
            continue
        options = [[word, *_written_out(word, index)] for word in chosen]
        if all(len(option) == 1 for option in options):
            continue
        for combined in islice(product(*options), 1, 48):
            if hits := found(index, fold(" ".join(combined)), "initialism", 0.93, _PARTS):
                return hits
    return []


_MOST_WORDS = 6
_PARTS = "a part of it by its initials"


def _written_out(word: str, index: Index) -> list[str]:
    if has_hangul(word):
        letters = [letters for letters, _ in korean.letters(word)]
        return letters + korean.spelt_out(word)
    if not (2 <= len(word) <= 8 and word.isascii()) or questions.is_stop(word):
        return []
    return [index.spelt[position] for position in posted(index.initialisms, word)[:3]]


def _initialism(length: int, known: int) -> float:
    """How sure an initialism of so many letters is, when ``known`` are known of that length.

    One of few letters is met by chance in a large glossary; an abbreviation that is asked for is
    one of the glossary's about four times as often as one from elsewhere.
    """
    chance = known / 14.0**length  # first letters are not equally frequent: 14 do for 26
    return 0.45 if length < 3 else 0.95 / (1 + chance / 4)
