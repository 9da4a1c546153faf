"""Concepts that are made of the lines of a file when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.concept import Concept
from bot.file.entry import entry
from bot.glossary import Outline, Outlined, outline


class Leaf:
    """One concept, made or still to be made; shared by every shelf that holds it."""

    __slots__ = ("_concept", "_data", "_end", "_outline", "_start")

    def __init__(self, data: bytes, start: int, end: int, known: Outline) -> None:
        """The entry that stands in ``data`` from ``start`` to ``end``, which is well-formed."""
        self._data, self._start, self._end = data, start, end
        self._outline: Outline | None = known
        self._concept: Concept | None = None

    @classmethod
    def of(cls, concept: Concept, lines: bytes = b"") -> Leaf:
        """A concept that is made already; ``lines`` are those it was made of, if it was."""
        leaf = cls.__new__(cls)
        leaf._data, leaf._start, leaf._end = lines, 0, len(lines)
        leaf._outline, leaf._concept = None, concept
        return leaf

    @property
    def concept(self) -> Concept:
        """The concept; two threads that ask at once may both make it, and make the same."""
        if self._concept is None:
            self._concept = entry(self._lines)
        return self._concept

    @property
    def outline(self) -> Outline:
        """The outline of the concept."""
        if self._outline is None:
            self._outline = outline(self.concept)
        return self._outline

    def is_as(self, other: Leaf | None) -> bool:
        """Whether both were made, or are to be made, of the same lines."""
        return other is not None and self._end > self._start and self._lines == other._lines

    def may_hold(self, letters: bytes) -> bool:
        """Whether these letters stand in the lines as they are, or something is escaped there."""
        if self._end == self._start:
            return True
        find, start, end = self._data.find, self._start, self._end
        return find(letters, start, end) >= 0 or find(b"\\", start, end) >= 0

    @property
    def _lines(self) -> bytes:
        return self._data[self._start : self._end]


class Shelf(Outlined):
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

    def leaf(self, name: str) -> Leaf:
        """What holds a concept; raises KeyError where there is no such concept."""
        return self._leaves[name]

    def outlines(self) -> Iterable[Outline]:
        """The outline of every concept, in order."""
        return (leaf.outline for leaf in self._leaves.values())

    def outline(self, name: str) -> Outline:
        """The outline of one concept; raises KeyError where there is no such concept."""
        return self._leaves[name].outline

    def holding(self, word: str) -> Iterator[Concept]:
        """Every concept that has this word in a text, and perhaps others; only they are made."""
        letters = word.partition("'")[0].encode()  # an apostrophe may be written twice
        leaves = self._leaves.values()
        return (leaf.concept for leaf in leaves if leaf.may_hold(letters))

    def arranged(self, order: Iterable[str], fresh: Mapping[str, Leaf]) -> Shelf:
        """These concepts in another order, ``fresh`` ones instead of or beside them."""
        leaves = self._leaves
        return Shelf({name: fresh[name] if name in fresh else leaves[name] for name in order})

    def unshared(self, other: Shelf) -> list[str]:
        """The ids whose concepts the other one does not share, none of which is made for it."""
        known = other._leaves.get
        others = [name for name, leaf in self._leaves.items() if known(name) is not leaf]
        return [name for name in others if not self._leaves[name].is_as(known(name))]


def differing(old: Mapping[str, Concept], new: Mapping[str, Concept]) -> dict[str, Concept | None]:
    """Every entry that is not in ``new`` as it was in ``old``; None for one that is not there."""
    if isinstance(old, Shelf) and isinstance(new, Shelf):
        others = new.unshared(old)
    else:
        others = [name for name, concept in new.items() if old.get(name) is not concept]
    gone: dict[str, Concept | None] = {name: None for name in old if name not in new}
    return gone | {name: new[name] for name in others if old.get(name) != new[name]}
