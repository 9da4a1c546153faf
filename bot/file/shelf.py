"""Concepts that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from bot.concept import Concept

Make: TypeAlias = Callable[[], Concept]


class Leaf:
    """One concept, made or still to be made; shared by every shelf that holds it."""

    __slots__ = ("_concept", "_make")

    def __init__(self, make: Make | None, concept: Concept | None = None) -> None:
        self._make, self._concept = make, concept

    @property
    def concept(self) -> Concept:
        """The concept; two threads that ask at once may both make it, and make the same."""
        if self._concept is None:
            assert self._make is not None
            self._concept = self._make()
        return self._concept


class Shelf(Mapping[str, Concept]):
    """Concepts by id, in order."""

    __slots__ = ("_leaves",)

    def __init__(self, leaves: Mapping[str, Leaf]) -> None:
        self._leaves = leaves

    def __getitem__(self, name: str) -> Concept:
        return self._leaves[name].concept

    def __contains__(self, name: object) -> bool:
        return name in self._leaves

    def __iter__(self) -> Iterator[str]:
        return iter(self._leaves)

    def __len__(self) -> int:
        return len(self._leaves)

    def arranged(self, order: Iterable[str], fresh: Mapping[str, Concept]) -> Shelf:
        """These concepts in another order, ``fresh`` ones instead of or beside them."""
        leaves = self._leaves
        return Shelf(
            {name: Leaf(None, fresh[name]) if name in fresh else leaves[name] for name in order}
        )

    def unshared(self, other: Shelf) -> list[str]:
        """The ids whose concepts the other one does not share, none of which is made for it."""
        known = other._leaves.get
        return [name for name, leaf in self._leaves.items() if known(name) is not leaf]


def differing(old: Mapping[str, Concept], new: Mapping[str, Concept]) -> dict[str, Concept | None]:
    """Every entry that is not in ``new`` as it was in ``old``; None for one that is not there."""
    if isinstance(old, Shelf) and isinstance(new, Shelf):
        others = new.unshared(old)
    else:
        others = [name for name, concept in new.items() if old.get(name) is not concept]
    gone: dict[str, Concept | None] = {name: None for name in old if name not in new}
    return gone | {name: new[name] for name in others if old.get(name) != new[name]}
