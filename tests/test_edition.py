"""An edition of the glossary."""

from __future__ import annotations

import gc
import weakref

from bot.edition import Edition
from bot.explanation import mentions
from tests.samples import glossary


def test_an_edition_that_is_let_go_is_gone_at_once() -> None:
    """Nothing in it leads back to itself: the garbage collector does not look at old editions."""
    edition = Edition.of(glossary()).prepare()
    edition.lookup.ask("humna rihgts")
    edition.guess("those who watch people", "en")
    mentions("Human rights, tekoäly and the FOC.", edition.lookup)
    parts = (edition, edition.contents, edition.lookup, edition.lookup._parts[0].index)
    alive = [weakref.ref(part) for part in parts]
    gc.disable()
    try:
        del edition, parts
        assert [part() for part in alive] == [None] * 4
    finally:
        gc.enable()
