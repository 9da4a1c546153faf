"""Guesses by definition."""

from __future__ import annotations

from dataclasses import replace

from bot.lookup.definitions import Definitions
from tests.samples import glossary

WORDS = "governments that support internet freedom"


def test_a_description_finds_the_entry_it_describes() -> None:
    assert Definitions(glossary().concepts.values()).guess(WORDS)[0] == "freedom-online-coalition"


def test_an_entry_that_is_no_longer_in_use_is_not_guessed() -> None:
    retired = [replace(c, status="retired") for c in glossary().concepts.values()]
    assert Definitions(retired).guess(WORDS) == []
