"""Hangul as the keys it is typed with, and the two keyboard layouts of one keyboard.

Layout: Dubeolsik (KS X 5002), the standard layout of Korean keyboards, over QWERTY.
"""

from __future__ import annotations

import re
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_PAIRS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_JOINED = {pair: single for single, pair in _PAIRS.items()}
_KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
_FROM_LATIN: dict[int, str] = str.maketrans(
    {letter.upper(): jamo for letter, jamo in _KEYS.items() if letter.islower()} | _KEYS
)  # Shift changes a few keys only
_TO_LATIN: dict[int, str] = str.maketrans({jamo: key for key, jamo in _KEYS.items()})
_FIRST, _LAST = ord("가"), ord("힣")
_STROKES: dict[int, str] = str.maketrans(_PAIRS)
_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")


def has_hangul(text: str) -> bool:
    """Whether any syllable or jamo of Hangul is in ``text`` (NFC)."""
    return not text.isascii() and _HANGUL.search(text) is not None


def _keys(syllable: str) -> str:
    offset = ord(syllable) - _FIRST
    jamo: str = (
        _INITIALS[offset // 588] + _VOWELS[offset % 588 // 28] + _FINALS[offset % 28]
    )  # 588 = 21 vowels x 28 finals
    keys: str = jamo.translate(_STROKES)
    return keys


class _Strokes(dict[int, "str | int"]):
    """What each character is typed with, worked out for a syllable when it is first met."""

    def __missing__(self, code: int) -> str | int:
        if not _FIRST <= code <= _LAST:
            return code
        self[code] = _keys(chr(code))
        return self[code]


_TYPED = _Strokes(_STROKES | {code: chr(code) for code in range(128)})


def strokes(text: str) -> str:
    """``text`` with every Hangul syllable replaced by the jamo of the keys that type it."""
    return text if text.isascii() else text.translate(_TYPED)


@lru_cache(maxsize=8192)
def word_strokes(word: str) -> str:
    """The strokes of one word, kept: the words of labels and queries come again and again."""
    return strokes(word)


def typed_as_hangul(text: str) -> str:
    """The Hangul that the Latin keys of ``text`` type in the Korean layout."""
    return syllables(text.translate(_FROM_LATIN))


def typed_as_latin(text: str) -> str:
    """The Latin letters that the keys of the Hangul ``text`` type in the Latin layout."""
    return strokes(text).translate(_TO_LATIN)


def syllables(keys: str) -> str:
    """Jamo strokes put together to syllables, as an input method does it."""
    result: list[str] = []
    position = 0
    while position < len(keys):
        piece, position = _syllable(keys, position)
        result.append(piece)
    return "".join(result)


def _vowel(keys: str, at: int) -> tuple[str, int]:
    pair = keys[at : at + 2]
    if _JOINED.get(pair, "") in _VOWELS and pair in _JOINED:
        return _JOINED[pair], at + 2
    if at < len(keys) and keys[at] in _VOWELS:
        return keys[at], at + 1
    return "", at


def _final(keys: str, at: int) -> tuple[str, int]:
    """The longest final that leaves an initial to the vowel after it."""
    for length in (2, 1):
        piece = keys[at : at + length]
        single = _JOINED.get(piece, piece if length == 1 else "")
        follows_vowel = keys[at + length : at + length + 1] in tuple(_VOWELS)
        if single and single in _FINALS and len(piece) == length and not follows_vowel:
            return single, at + length
    return "", at


def _syllable(keys: str, at: int) -> tuple[str, int]:
    initial = keys[at]
    if initial not in _INITIALS:
        return initial, at + 1
    vowel, after = _vowel(keys, at + 1)
    if not vowel:
        return initial, at + 1
    final, after = _final(keys, after)
    code = _INITIALS.index(initial) * 588 + _VOWELS.index(vowel) * 28 + _FINALS.index(final)
    return chr(_FIRST + code), after
