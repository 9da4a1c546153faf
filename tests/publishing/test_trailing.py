from __future__ import annotations

import asyncio
import gc
import weakref
from dataclasses import dataclass

import pytest

from bot.edition import Edition
from bot.glossary import Glossary
from bot.overlay import renewed
from bot.publishing.trailing import trail
from tests.publishing.workshop import entry, until
from tests.samples import glossary

pytestmark = pytest.mark.anyio


@dataclass
class Serving:
    edition: Edition


async def test_an_edition_catches_up_while_it_is_served_and_the_old_tables_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.publishing.trailing.LATER", 0.001)
    monkeypatch.setattr("bot.lookup.lookup._CHANGED", 0)
    serving = Serving(Edition.of(glossary()).prepare())
    old = weakref.ref(serving.edition.lookup._parts[0].index)
    trailing = asyncio.create_task(trail(serving))
    await asyncio.sleep(0)
    known = glossary()
    more = Glossary({**known.concepts, "new": entry("new")}, known.sources, version="2")
    serving.edition = renewed(serving.edition, more)
    assert "new" not in serving.edition.contents.ids

    async def caught_up() -> bool:
        gc.collect()
        return "new" in serving.edition.contents.ids and old() is None

    await until(caught_up)
    trailing.cancel()
