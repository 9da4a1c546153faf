"""Fixtures; `tests/conftest.py` names this module in ``pytest_plugins``."""

from collections.abc import Iterator

import pytest

from tests.standin import StandIn


@pytest.fixture
def telegram() -> Iterator[StandIn]:
    """The stand-in; the test fails if it refused a call that the test did not expect."""
    with StandIn() as standin:
        yield standin
        standin.check()
