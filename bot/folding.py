"""When two spellings count as the same: the comparison keys of everything that is looked up.

Case, width, accents, spaces, hyphens, dashes, dots, apostrophes and possessives do not tell
terms apart; ``+`` and ``#`` after a word do (C, C++ and C# are three things).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_STANDALONE_JAMO = range(0x3131, 0x318F)
_HALFWIDTH_JAMO = range(0xFFA1, 0xFFDD)
_HANGUL = "가-힣ㄱ-ㆎ"
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ŋ": "n"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʹ´`＇′‛", "'"))
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_DOTTED = re.compile(r"(?<![^\W_])[^\W\d_](?:\.\s?[^\W\d_](?![^\W_]))+")
_SIGNS_APART = re.compile(
    r"(?<![^\W_])([a-z])\s+(?=(?:\+\+|#)(?![+#\w])|\+\s+[a-z](?!\w))"
)  # C ++, P + R
_WORD = re.compile(rf"[{_HANGUL}]+|[^\W_{_HANGUL}]+[+#]*")


def composed(text: str) -> str:
    """``text`` in NFC: macOS sends Hangul and accents decomposed, which equals nothing."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1024)
def _narrow(character: str) -> str:
    """NFKC, but stand-alone jamo stay stand-alone: NFKC would make them conjoining ones."""
    code = ord(character)
    if code in _STANDALONE_JAMO:
        return character
    if code in _HALFWIDTH_JAMO and (full := unicodedata.decomposition(character)):
        return chr(int(full.split()[-1], 16))  # some places of the block are empty
    return unicodedata.normalize("NFKC", character)


def _without_marks(text: str) -> str:
    kept = [c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) not in _MARKS]
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS_WITHOUT_DECOMPOSITION)


_MARKS = frozenset({"Mn", "Me", "Cf"})
_PLAIN = re.compile("[\x00-\x7f가-힣äöåÄÖÅ]*")  # most texts: what the long way leaves alone
_PLAIN_MARKS = str.maketrans("äöå", "aoa")


def _lowered(text: str) -> str:
    if text.isascii():
        return text.lower()
    if _PLAIN.fullmatch(text):
        return text.lower().translate(_PLAIN_MARKS)
    narrow = "".join([c if c < "\x80" else _narrow(c) for c in composed(text)])
    return _without_marks(narrow.translate(_APOSTROPHES).casefold())


def words(text: str, *, possessive: bool = False) -> list[str]:
    """The folded words of ``text``; Hangul and other letters written together are two words.

    ``possessive`` keeps the s of ``'s``, as people type it without the apostrophe.
    """
    return _parted(_lowered(text), possessive=possessive)


def _parted(lowered: str, *, possessive: bool = False) -> list[str]:
    if "'" in lowered:
        if not possessive:
            lowered = _POSSESSIVE.sub("", lowered)
        lowered = lowered.replace("'", "")
    if "." in lowered:
        lowered = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()), lowered)
    if "#" in lowered or "++" in lowered or " + " in lowered:
        lowered = _SIGNS_APART.sub(r"\1", lowered)
    return _WORD.findall(lowered)


def folds(pieces: Sequence[str]) -> list[str]:
    """``fold`` of each of ``pieces``, none of which has a line break, all at once."""
    found = [piece.lower() for piece in pieces]
    others = [at for at, piece in enumerate(pieces) if not _is_plain(piece)]
    lowered = _lowered("\n".join([pieces[at] for at in others])).split("\n")
    for at, piece in zip(others, lowered, strict=False):
        found[at] = piece if piece.isalnum() else "".join(_parted(piece))
    return found


def _is_plain(piece: str) -> bool:
    """Whether nothing but case stands between a word and its key."""
    if piece.isascii():
        return piece.isalnum()
    return min(piece) >= "가" and max(piece) <= "힣"


def fold(text: str) -> str:
    """The comparison key of ``text``: its folded words without anything between them.

    Empty when nothing but punctuation and symbols was there.
    """
    return "".join(words(text))
