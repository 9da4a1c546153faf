"""People's slips, made up: what derived test queries are misspelt with.

Knows nothing of the matcher, so that the test does not share its ideas.
"""

from __future__ import annotations

import random
import unicodedata

_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = [
    ("ph", "f"), ("tion", "shun"), ("ence", "ance"), ("ance", "ence"), ("ie", "ei"),
    ("ea", "ee"), ("c", "k"), ("ce", "se"), ("y", "i"), ("er", "ar"), ("or", "er"),
    ("ible", "able"), ("ll", "l"), ("ss", "s"), ("cc", "c"), ("mm", "m"), ("i", "e"),
    ("e", "a"), ("ght", "t"), ("sc", "s"),
]  # fmt: skip
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905
_FINALS = ["", "k", "k", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lp", "ls", "lt", "lp", "l",
           "m", "p", "ps", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]  # fmt: skip
_JAMO_SLIPS = {"ᅢ": "ᅦ", "ᅦ": "ᅢ", "ᅥ": "ᅩ", "ᅩ": "ᅥ", "ᆨ": "ᆼ", "ᆼ": "ᆫ", "ᆫ": "ᆼ", "ᅡ": "ᅣ",
               "ᅵ": "ᅡ", "ᄀ": "ᄁ", "ᄃ": "ᄄ", "ᄉ": "ᄆ", "ᄌ": "ᄎ", "ᄇ": "ᄌ", "ᅳ": "ᅮ",
               "ᅮ": "ᅳ"}  # fmt: skip


def _near(letter: str, chance: random.Random) -> str:
    for row, keys in enumerate(_QWERTY):
        at = keys.find(letter)
        if at >= 0:
            around = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
            around += _QWERTY[row + 1][max(0, at - 1) : at + 1] if row < 2 else ""
            return chance.choice(around)
    return chance.choice("aeinst")


def edited(text: str, chance: random.Random) -> str:
    """``text`` with one slip: a letter dropped, doubled, swapped, or hit beside its key."""
    places = [i for i, c in enumerate(text) if c.isalpha()]
    at = chance.choice(places[1:] or places)
    kind = chance.choice(("drop", "double", "swap", "near", "near", "other", "drop", "swap"))
    if kind == "drop":
        return text[:at] + text[at + 1 :]
    if kind == "double":
        return text[:at] + text[at] + text[at:]
    if kind == "swap" and at + 1 < len(text) and text[at + 1].isalpha():
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    new = _near(text[at].lower(), chance) if kind == "near" else chance.choice("aeiounrstl")
    return text[:at] + new + text[at + 1 :]


def slipped(text: str, slips: int, chance: random.Random) -> str:
    """``text`` with that many slips, and surely changed."""
    for _ in range(20):
        result = text
        for _ in range(slips):
            result = edited(result, chance)
        if result.casefold() != text.casefold():
            return result
    return text + text[-1]


def sounded(text: str, chance: random.Random) -> str:
    """``text`` written as it sounds, by one or two common confusions."""
    options = [pair for pair in _SOUNDS if pair[0] in text[1:]]
    for old, new in chance.sample(options, min(len(options), chance.choice((1, 1, 2)))):
        at = text.find(old, 1)
        text = text[:at] + new + text[at + len(old) :] if at > 0 else text
    return text


def jamo_slip(text: str, chance: random.Random) -> str:
    """One slip inside a syllable of Hangul."""
    spread = list(unicodedata.normalize("NFD", text))
    places = [i for i, c in enumerate(spread) if c in _JAMO_SLIPS]
    if not places:
        return text
    at = chance.choice(places)
    spread[at] = _JAMO_SLIPS[spread[at]]
    return unicodedata.normalize("NFC", "".join(spread))


def romanised(text: str) -> str:
    """Hangul letter by letter in the Revised Romanization, without sound changes but linking."""
    result = ""
    for character in text:
        offset = ord(character) - 0xAC00
        if not 0 <= offset < 11172:
            result += character
            continue
        initial = _INITIALS[offset // 588]
        if not initial and result.endswith(("k", "t", "p")) and not result.endswith(("ch",)):
            result = result[:-1] + {"k": "g", "t": "s", "p": "b"}[result[-1]]
        if not initial and result.endswith("l"):
            result = result[:-1] + "r"
        result += initial + _VOWELS[offset % 588 // 28] + _FINALS[offset % 28]
    return result
