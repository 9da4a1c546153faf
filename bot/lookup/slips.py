"""How far one misspelt word is from another, in slips of a human hand."""

from __future__ import annotations

from rapidfuzz.distance import OSA, Levenshtein

from bot.lookup.english import plainly, sound

_ROWS = ("1234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_KOREAN_ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_ALIKE = (
    "ㅐㅔ",
    "ㄱㄲ",
    "ㄷㄸ",
    "ㅂㅃ",
    "ㅅㅆ",
    "ㅈㅉ",
    "ㅒㅖ",
    "ㅋㄱ",
    "ㅌㄷ",
    "ㅍㅂ",
    "ㅊㅈ",
    "ㅓㅗ",
)
_VOWELS = frozenset("aeiouy")


def _neighbours() -> frozenset[str]:
    pairs: set[str] = set()
    for rows in (_ROWS, _KOREAN_ROWS):
        for y, row in enumerate(rows):
            for x, key in enumerate(row):
                near = row[x + 1 : x + 2] + "".join(
                    r[max(0, x - 1) : x + 1] for r in rows[y + 1 : y + 2]
                )
                pairs.update(key + other for other in near)
                pairs.update(other + key for other in near)
    return frozenset(pairs | set(_ALIKE) | {pair[::-1] for pair in _ALIKE})


_NEIGHBOURS = _neighbours()


_ALLOWED = (0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3)


def allowed(length: int) -> int:
    """How many slips a word of ``length`` keys may hold and still be looked at."""
    return _ALLOWED[length] if length < 14 else 4


def _price(tag: str, at: int, to: int, typed: str, meant: str) -> float:
    """The price of one edit: less where hands and ears go wrong most often."""
    if tag == "replace":
        a, b = typed[at], meant[to]
        if a.isdigit() or b.isdigit():
            return 3.0
        price = 0.75 if a + b in _NEIGHBOURS else 0.8 if {a, b} <= _VOWELS else 1.0
    else:
        letter, text, place = (typed[at], typed, at) if tag == "delete" else (meant[to], meant, to)
        if letter.isdigit():
            return 3.0
        doubled = letter in (text[place - 1 : place], text[place + 1 : place + 2])
        price = 0.6 if doubled else 0.9
    return price + (0.35 if at == 0 and to == 0 else 0.0)


def _sound_alike(typed: str, meant: str) -> bool:
    """Whether two words of letters sound the same; a sound key of two letters says nothing."""
    if len(meant) < 5 or not meant.isascii() or abs(len(typed) - len(meant)) > 3:
        return False
    key = sound(meant)
    if len(key) < 4 or sound(typed) != key:
        return False
    return OSA.distance(plainly(typed), plainly(meant), score_cutoff=2) <= 2


def slips(typed: str, meant: str, more: int = 0) -> float | None:
    """Price of typing ``typed`` (keys) for ``meant``; None when it is too far.

    One plain edit costs one; digits, which tell things apart, cost three. ``more`` slips than
    else may be looked at.
    """
    letters, others = len(meant), len(typed) - 1
    limit = allowed(letters if letters > others else others) + more
    distance = OSA.distance(typed, meant, score_cutoff=limit)
    if distance > limit:
        return 1.5 if meant.isascii() and _sound_alike(typed, meant) else None
    return _of_edits(typed, meant, distance)


def _of_edits(typed: str, meant: str, distance: int) -> float:
    edits = Levenshtein.editops(typed, meant)
    price = sum([_price(e.tag, e.src_pos, e.dest_pos, typed, meant) for e in edits])
    swaps = len(edits) - distance
    price -= swaps * 1.1
    if price > 1.2 and _sound_alike(typed, meant):
        return min(price, 1.2)
    return price
