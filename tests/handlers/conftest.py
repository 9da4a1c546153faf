"""Curators, and a bot that knows them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.standin import Person, StandIn


@pytest.fixture
def curator(telegram: StandIn) -> Person:
    """One curator."""
    return telegram.person("Cleo", username="cleo")


@pytest.fixture
def second(telegram: StandIn, curator: Person) -> Person:
    """Another one."""
    return telegram.person("Dora", username="dora")


@pytest.fixture
def reviewed(serve: Serve, curator: Person, second: Person) -> Iterator[Desk]:
    """The bot, with both curators."""
    with serve(curators=frozenset({curator.id, second.id})) as desk:
        yield desk
