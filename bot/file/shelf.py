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

    def shares(self, other: Mapping[str, Concept], name: str) -> bool:
        """Whether both hold the very same concept, without making it."""
        if not isinstance(other, Shelf):
            return False
        return name in other and other._leaves[name] is self._leaves[name]
