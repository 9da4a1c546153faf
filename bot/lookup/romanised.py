"""Korean in Latin letters: one loose key for every way to write it.

Starts from the Revised Romanization (2000) and merges what people write differently: plain and
aspirated consonants, eo and o, eu and u, doubled letters.
"""

from __future__ import annotations

import re

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
           "we", "wi", "yu", "eu", "ui", "i"]  # fmt: skip
_FINALS = ["", "k", "k", "ks", "n", "n", "n", "t", "l", "lk", "lm", "l", "l", "l", "lp", "l", "m",
           "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]  # fmt: skip
_LOOSE = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("[^a-z]+", ""),
        ("yae|yeo|ye", "yo"),
        ("eo|oo(?=n)", "o"),
        ("eu|oo|woo|wu", "u"),
        ("wae|oe|we|ae|ai", "e"),
        ("ui|wi|ee", "i"),
        ("w", ""),
        ("sh|ss", "s"),
        ("ch|jj|tch|z", "j"),
        ("ck|kk|gg|g|c|q", "k"),
        ("d|tt|th", "t"),
        ("b|ph|pp|f|v", "p"),
        ("r", "l"),
        ("nk(?![aeiouy])", "n"),
        ("h", ""),
        (r"(.)\1+", r"\1"),
    )
]


def romanised(text: str) -> str:
    """Hangul syllables of ``text`` in Latin letters; a final is linked to a vowel after it."""
    result: list[str] = []
    for character in text:
        offset = ord(character) - 0xAC00
        if not 0 <= offset < 11172:
            result.append(character)
            continue
        initial = _INITIALS[offset // 588]
        if not initial and result and result[-1][-1:] in ("k", "t", "p", "l"):
            voiced = {"k": "g", "t": "s", "p": "b", "l": "r"}[result[-1][-1]]
            result[-1] = result[-1][:-1] + voiced
        result.append(initial + _VOWELS[offset % 588 // 28] + _FINALS[offset % 28])
    return "".join(result)


def loose(latin: str) -> str:
    """The key of a folded Latin text that the romanisations of one Korean text share."""
    for pattern, replacement in _LOOSE:
        latin = pattern.sub(replacement, latin)
    return latin
