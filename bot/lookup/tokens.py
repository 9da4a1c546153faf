"""The words of a text and where they stand, as they are written."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

_HANGUL = "가-힣ㄱ-ㆎᄀ-ᇿ"
_MARK = r"[\u0300-\u036f]"  # not letters by themselves, but parts of words that are decomposed
_LETTER = r"[^\W\d_]"
_OTHERS = rf"[^\W_{_HANGUL}]"
_DOTTED = rf"(?<=(?<![^\W_]){_LETTER})(?<!{_MARK}{_LETTER})(?:\.{_LETTER}(?![^\W_]))+"
_ENDING = rf"(?:[’']{_LETTER}{{1,2}}(?![^\W_]))?[+#]*"
_PLAIN = r"[A-Za-z0-9]++(?=[ ,\n])"  # most words: nothing else needs to be tried
_TOKEN = re.compile(
    rf"({_PLAIN}|{_OTHERS}++(?:{_MARK}++{_OTHERS}*+)*+(?:{_DOTTED}|{_ENDING})"
    rf"|[{_HANGUL}]++"
    rf"|{_MARK}++(?:{_OTHERS}++{_MARK}*+)*+{_ENDING})"
)


class Tokens(NamedTuple):
    """The words of a text; ``starts`` are their places in characters."""

    pieces: list[str]
    starts: list[int]


def split(text: str) -> Tokens:
    """The words of ``text``; Hangul and Latin written together are two."""
    every = _TOKEN.split(text)
    places = list(accumulate(map(len, every)))
    return Tokens(every[1::2], places[0:-1:2])
