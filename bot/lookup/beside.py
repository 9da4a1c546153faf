"""Whether what was typed beside a label makes it a part of something narrower, or else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.lookup.english import is_prefix
from bot.lookup.everyday import is_place, is_word
from bot.lookup.questions import is_bland, is_listing, is_stop


def narrows(
    typed: Sequence[str], free: Collection[int], order: Sequence[int], label: Sequence[str]
) -> bool:
    """Whether the words at the places ``free`` of those ``typed`` say more than they decorate.

    ``order`` are the places of the words of the ``label``. A word after them does, and a place, a
    prefix, a second thing that is listed, a thing that the label is of; beside a label of one
    word any word of its own: ``age discrimination``.
    """
    words = [typed[place] for place in free]
    if any(place > max(order) and not is_stop(typed[place]) for place in free):
        return True
    if any(is_place(word) or is_prefix(word) for word in words):
        return True
    if len(label) == 1 and any(map(_is_name, words)):
        return True
    return _is_listed(typed, free, order) or _is_of_it(typed, free, order)


def _is_name(word: str) -> bool:
    return is_word(word) and not is_stop(word) and not is_bland(word)


def _is_of_it(typed: Sequence[str], free: Collection[int], order: Sequence[int]) -> bool:
    """Whether something of the label was typed: inversion of the yield curve."""
    return any(
        place < min(order) and typed[place + 1] == "of" and not is_stop(typed[place])
        for place in free
        if place + 1 < len(typed)
    )


def _is_listed(typed: Sequence[str], free: Collection[int], order: Sequence[int]) -> bool:
    """Whether the label is one of two things typed, with ``and`` or the like between them."""
    if all(is_stop(typed[place]) for place in free):
        return False
    between = (place for place in free if is_listing(typed[place]))
    return any(not min(order) < place < max(order) for place in between)
