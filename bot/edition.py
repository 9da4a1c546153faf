"""An edition: the glossary as it is served now, with all that is derived from it.

An edition never changes. A changed glossary is a new edition that replaces the old one whole, so
that whoever is answering keeps the one they began with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.callback import handle
from bot.concept import LANGUAGES, Concept, Language
from bot.contents import Contents
from bot.glossary import Glossary
from bot.lazy import cached_property
from bot.lookup import Lookup
from bot.lookup.definitions import Definitions
from bot.recent import Recent

REPLIES = 500  # cards that are kept ready; about 8 KiB each

# Entries up to which guesses are made: their tables take seconds to make in larger glossaries.
GUESSED = 2_000


@dataclass(frozen=True)
class Edition:
    """A glossary, and the lookup over its labels."""

    glossary: Glossary
    lookup: Lookup

    @classmethod
    def of(cls, glossary: Glossary) -> Edition:
        """The edition of a glossary."""
        return cls(glossary, Lookup(glossary.labels()))

    def prepare(self) -> Edition:
        """Work out now what would otherwise be worked out for the first reader who needs it."""
        _ = self.handles, self._pointing_here, self.coverage, self.contents.prepare()
        self.lookup.prepare()
        self.guess("what is looked up first", "en")
        return self

    def follow(self, old: Edition, changed: Collection[str]) -> Edition:
        """Take over from the edition before what these changes do not touch, or hardly.

        Contents, guesses and neighbours are those of ``old`` until ``catch_up`` is called; entries
        may have been added and changed since, not taken away.
        """
        kept = self.__dict__
        kept["handles"] = {**old.handles, **{handle(name): name for name in changed}}
        kept["contents"] = old.contents
        for name in ("_definitions", "_pointing_here", "coverage"):
            if name in old.__dict__:
                kept[name] = old.__dict__[name]
        return self

    def catch_up(self) -> Edition:
        """Work out anew what was taken over; takes a while, so not in the event loop."""
        new = Edition(self.glossary, self.lookup.gathered())
        new.__dict__["handles"] = self.handles
        new.__dict__["contents"] = Contents(self.glossary, self.__dict__.get("contents"))
        self.__dict__.update(new.prepare().__dict__)  # all whole: readers may be using the old
        return self

    def concept(self, short: str) -> Concept | None:
        """The entry with this handle, if it is still there."""
        return self.glossary.concepts.get(self.handles.get(short, ""))

    def guess(self, query: str, language: Language, limit: int = 3) -> list[str]:
        """Entries whose definitions fit the words of a query: guesses, never answers."""
        if len(self.glossary.concepts) > GUESSED:
            return []
        found = self._definitions.guess(query, language, limit)
        return [name for name in found if self._in_use(name)]

    def _in_use(self, name: str) -> bool:
        """Whether an entry is there and not retired, perhaps since the guesses were made."""
        concept = self.glossary.concepts.get(name)
        return concept is not None and concept.status != "retired"

    def neighbours(self, concept: Concept) -> list[str]:
        """The entries that this one points at or that point at it, closest first."""
        found = [*concept.broader, *concept.related, *self._pointing_here.get(concept.id, ())]
        known = self.glossary.concepts
        return [other for other in dict.fromkeys(found) if other in known and other != concept.id]

    @cached_property
    def replies(self) -> Recent[Hashable, Any]:
        """What was put together from this edition lately, to be sent again as it is."""
        return Recent(REPLIES)

    @cached_property
    def handles(self) -> Mapping[str, str]:
        """Handle → id of every entry."""
        return {handle(concept): concept for concept in self.glossary.concepts}

    @cached_property
    def contents(self) -> Contents:
        """The entries by subject field, by letter and by date."""
        return Contents(self.glossary)

    @cached_property
    def coverage(self) -> Mapping[Language, int]:
        """In how many entries each language has terms."""
        used = Counter(
            language
            for each in self.glossary.outlines()
            for language in {label.language for label in each.labels}
        )
        return {code: used[code] for code in LANGUAGES}

    @cached_property
    def _definitions(self) -> Definitions:
        return Definitions(self.glossary.concepts.values())

    @cached_property
    def _pointing_here(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.glossary.outlines():
            for other in (*each.related, *each.broader):
                found[other].append(each.id)
        return found
