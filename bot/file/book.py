"""A glossary file as it was read: its text, its glossary, and which lines hold which entry.

A book never changes. When the file does, the next book is made from this one at the cost of the
entries that differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.concept import Concept
from bot.file.collation import Collation, collate
from bot.file.entry import entry
from bot.file.manuscript import Manuscript
from bot.file.portions import is_in, is_same
from bot.file.references import circles, dangling, pointed_at
from bot.file.shelf import Leaf, Shelf, differing
from bot.file.transcript import MADE, content, transcribe
from bot.file.yamlfile import YamlError
from bot.glossary import Glossary
from bot.problem import GlossaryError


@dataclass(frozen=True)
class Book:
    """``ids`` are those of the entries in the order of ``text``.

    ``text`` is None for a file whose entries cannot be told apart by their lines: it is read
    whole each time, and cannot be written to.
    """

    path: Path
    data: bytes
    glossary: Glossary
    text: Manuscript | None
    ids: tuple[str, ...]

    @classmethod
    def open(cls, path: Path) -> Book:
        """The book in a file.

        Raises:
            GlossaryError: as ``bot.file.reading.read``.
        """
        return cls.of(content(path), path)

    @classmethod
    def of(cls, data: bytes, path: Path) -> Book:
        """The book in the text of a file.

        Raises:
            GlossaryError: as ``bot.file.reading.parse``.
        """
        copy = transcribe(data, path, made=MADE)
        if copy.problems:
            raise GlossaryError(copy.problems)
        return cls(path, data, copy.glossary, copy.composition.text, tuple(copy.places))

    def reread(self) -> Book:
        """The book as the file holds it now; this one if nothing changed.

        Raises:
            GlossaryError: the file is not a glossary any more; this book still is.
        """
        return self if is_in(self.path, self.data) else self.revised(content(self.path))

    def revised(self, data: bytes) -> Book:
        """The book in another text of the file, at the cost of the entries that differ.

        Raises:
            GlossaryError: that text is no glossary.
        """
        if is_same(data, self.data):
            return self
        found = collate(self.text, data) if self.text else None
        book = self._with(found) if found else None
        return book or Book.of(data, self.path)

    def changes_since(self, old: Book) -> dict[str, Concept | None]:
        """Every entry that is not as it was in ``old``; None for one that is not there."""
        return differing(old.glossary.concepts, self.glossary.concepts)

    def _with(self, found: Collation) -> Book | None:
        """None where so much differs, or anything is wrong, that the whole file is to be read."""
        try:
            leaves = self._leaves(found)
        except (YamlError, ValidationError):
            leaves = None
        if leaves is None:
            return None
        names = [leaf.outline.id for leaf in leaves]
        replaced = self.ids[found.start : found.old_end]
        ids = (*self.ids[: found.start], *names, *self.ids[found.old_end :])
        shelf = self._shelf.arranged(ids, dict(zip(names, leaves, strict=True)))
        kept = set(map(self._shelf.leaf, replaced))
        fresh = [leaf for leaf in leaves if leaf not in kept]
        if len(shelf) < len(ids) or self._broken(shelf, fresh, replaced):
            return None
        old, text = self.glossary, found.text
        glossary = Glossary(shelf, old.sources, old.subject_fields, text.version)
        return Book(self.path, text.data, glossary, text, ids)

    def _leaves(self, found: Collation) -> list[Leaf] | None:
        """The entries of the part that differs; those that differ themselves are read.

        None where those are so many that they should not all be kept.
        """
        old, text = self.text, found.text
        assert old is not None  # with which the text was compared
        known = {old.digest(at): self.ids[at] for at in range(found.start, found.old_end)}
        same = [known.get(text.digest(at)) for at in range(found.start, found.new_end)]
        if same.count(None) > MADE:
            return None
        return [
            self._shelf.leaf(name) if name else _leaf(text.entry(at))
            for at, name in enumerate(same, found.start)
        ]

    @property
    def _shelf(self) -> Shelf:
        assert isinstance(self.glossary.concepts, Shelf)
        return self.glossary.concepts

    def _broken(self, shelf: Shelf, fresh: Iterable[Leaf], replaced: Iterable[str]) -> bool:
        """Whether a reference leads nowhere now."""
        concepts = [leaf.concept for leaf in fresh]
        sources, fields = self.glossary.sources, self.glossary.subject_fields
        gone = {name for name in replaced if name not in shelf}
        return (
            any(dangling(concepts, shelf, sources, fields))
            or any(circles(lambda name: shelf.outline(name).broader, [c.id for c in concepts]))
            or bool(gone and gone & pointed_at(shelf.outlines()))
        )


def _leaf(lines: bytes) -> Leaf:
    return Leaf.of(entry(lines), lines)
