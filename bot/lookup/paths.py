"""Where the words of a text lead: to a label, on towards one, or nowhere, as most do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.lookup.postings import Postings, posted

_REMEMBERED = 10_000  # beginnings


class Head(NamedTuple):
    """The first word of labels: how many words the longest has, and the letters that follow."""

    most: int
    letters: frozenset[str]


ALONE = Head(1, frozenset())


class Paths(dict[str, "tuple[int, ...] | None"]):
    """Beginning of labels → the labels that end there, () where they go on, None at a dead end.

    Answers for every string; those that were asked for are kept.
    """

    def __init__(self, folded: Postings) -> None:
        super().__init__()
        self._folded = folded
        self._keys = sorted(folded)

    def __missing__(self, beginning: str) -> tuple[int, ...] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        found: tuple[int, ...] | None = posted(self._folded, beginning)
        if not found:
            at = bisect_left(self._keys, beginning)
            if at == len(self._keys) or not self._keys[at].startswith(beginning):
                found = None
        self[beginning] = found
        return found

    def heads(self, spelt: Iterable[str]) -> dict[str, Head]:
        """The first words of labels, which are given in folded words."""
        most: dict[str, int] = {}
        for label in spelt:
            first, _, rest = label.partition(" ")
            most[first] = max(most.get(first, 1), rest.count(" ") + 2 if rest else 1)
        letters = _following(self._keys, sorted(head for head in most if most[head] > 1))
        shared: dict[frozenset[str], frozenset[str]] = {}  # most have one letter
        return {
            head: Head(words, shared.setdefault(after, after))
            if words > 1 and (after := frozenset(letters[head]))
            else ALONE
            for head, words in most.items()
        }


def _following(keys: Sequence[str], heads: Sequence[str]) -> dict[str, set[str]]:
    """The letters after each of ``heads`` in the ``keys`` that begin with it; both are sorted."""
    found: dict[str, set[str]] = {}
    begun: list[str] = []  # the heads that the key begins with
    waiting = 0
    for key in keys:
        while begun and not key.startswith(begun[-1]):
            begun.pop()
        while waiting < len(heads) and heads[waiting] <= key:
            if key.startswith(heads[waiting]):
                begun.append(heads[waiting])
                found[heads[waiting]] = set()
            waiting += 1
        for head in begun:
            found[head].update(key[len(head) : len(head) + 1])
    return found
