"""Words of everyday language: typed as they are meant, however near an entry they look."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from bot.lookup import english, finnish, korean
from bot.lookup.hangul import has_hangul


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    text = files("bot.lookup").joinpath("everyday.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


@lru_cache(maxsize=1)
def _finnish_stems() -> frozenset[str]:
    return frozenset(
        stem for word in _everyday() if word.isascii() for stem in finnish.stems(word)
    )


@lru_cache(maxsize=16384)
def is_everyday(word: str) -> bool:
    """Whether the folded ``word``, or what it is a plain form of, is an everyday word."""
    known = _everyday()
    if word in known:
        return True
    if has_hangul(word):
        return any(
            word[:cut] in known for cut in range(2, len(word)) if korean.is_tail(word[cut:])
        )
    if english.singular(word) in known or english.base(word) in known:
        return True
    for ending in ("ing", "ed", "er", "ly", "ers"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            return (
                stem in known
                or stem + "e" in known
                or (stem[-1] == stem[-2] and stem[:-1] in known)
            )
    return False
