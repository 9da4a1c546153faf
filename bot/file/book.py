"""A glossary file as it was read: its text, its glossary, and which lines hold which entry.

A book never changes. When the file does, the next book is made from this one at the cost of the
entries that differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.concept import Concept
from bot.file.collation import Collation, collate
from bot.file.composition import compose_entry
from bot.file.manuscript import Manuscript
from bot.file.portions import is_in, is_same
from bot.file.references import circles, dangling, pointed_at
from bot.file.shelf import Shelf, differing
from bot.file.transcript import content, transcribe, validated
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
        copy = transcribe(data, path)
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
        """None where anything is wrong, which is then for the whole file to tell."""
        try:
            fresh = [
                validated(compose_entry(found.text.entry(index)))
                for index in range(found.start, found.new_end)
            ]
        except (YamlError, ValidationError):
            return None
        names = tuple(concept.id for concept in fresh)
        ids = self.ids[: found.start] + names + self.ids[found.old_end :]
        replaced = self.ids[found.start : found.old_end]
        concepts = _arranged(self.glossary.concepts, ids, dict(zip(names, fresh, strict=True)))
        if len(concepts) < len(ids) or self._broken(concepts, names, replaced):
            return None
        text = found.text
        glossary = replace_concepts(self.glossary, concepts, text.version)
        return Book(self.path, text.data, glossary, text, ids)

    def _broken(
        self, concepts: Mapping[str, Concept], names: tuple[str, ...], replaced: tuple[str, ...]
    ) -> bool:
        """Whether a reference leads nowhere now."""
        fresh = [concepts[name] for name in names]
        sources, fields = self.glossary.sources, self.glossary.subject_fields
        gone = {name for name in replaced if name not in concepts}
        return (
            any(dangling(fresh, concepts, sources, fields))
            or any(circles(concepts, names))
            or bool(gone and gone & pointed_at(concepts.values()))
        )


def replace_concepts(
    glossary: Glossary, concepts: Mapping[str, Concept], version: str
) -> Glossary:
    """The same sources and subject fields over other concepts."""
    return Glossary(concepts, glossary.sources, glossary.subject_fields, version)


def _arranged(
    concepts: Mapping[str, Concept], ids: tuple[str, ...], fresh: Mapping[str, Concept]
) -> Mapping[str, Concept]:
    if isinstance(concepts, Shelf):
        return concepts.arranged(ids, fresh)
    return {name: fresh[name] if name in fresh else concepts[name] for name in ids}
