from __future__ import annotations

import json

import pytest

from bot.body import body, fingerprint, parts
from bot.concept import Source
from tests.samples import ENTRIES, glossary


@pytest.mark.parametrize("concept", [entry["id"] for entry in ENTRIES])
def test_an_entry_is_the_same_after_it_was_kept_as_json(concept: str) -> None:
    entry = glossary().concepts[concept]
    assert parts(json.loads(json.dumps(body(entry)))).concept == entry


def test_new_sources_travel_with_the_entry() -> None:
    entry, sources = glossary().concepts["human-rights"], {"new": Source("A title", date="2020")}
    assert parts(body(entry, sources)) == (entry, sources)


def test_a_fingerprint_tells_entries_apart_and_nothing_else() -> None:
    one, other = (glossary().concepts[c] for c in ("human-rights", "generative-ai"))
    assert fingerprint(one) == fingerprint(parts(body(one)).concept)
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint(None) is None
