from __future__ import annotations

import pytest

from bot.state import Ruling, Shown, State
from tests.state.samples import CURATOR, DAY, RIVAL, Clock, request, submitted

pytestmark = pytest.mark.anyio


async def decide(state: State, revision: int, version: int) -> int:
    """A rejection; the version of the suggestion after it."""
    ruling = Ruling(reviewer=CURATOR, request=request())
    decision = await state.revisions.reject(revision, ruling, version=version)
    assert decision.revision is not None
    return decision.revision.version


async def test_a_card_is_outdated_once_its_suggestion_has_changed(state: State) -> None:
    waiting, other = await submitted(state, "one"), await submitted(state, "two")
    cards = [Shown(CURATOR, 1, waiting.id, waiting.version), Shown(RIVAL, 1, other.id, 1)]
    for card in cards:
        await state.cards.remember(card)
    assert await state.cards.outdated() == []
    await decide(state, waiting.id, waiting.version)
    assert await state.cards.outdated() == cards[:1]
    assert await state.cards.outdated() == [], "it is for one caller"


async def test_a_card_that_is_remembered_again_shows_what_it_was_remembered_with(
    state: State,
) -> None:
    waiting = await submitted(state, "one")
    card = Shown(CURATOR, 1, waiting.id, waiting.version)
    await state.cards.remember(card)
    version = await decide(state, waiting.id, waiting.version)
    await state.cards.remember(card._replace(version=version))
    assert await state.cards.outdated() == []


async def test_a_forgotten_card_is_never_outdated(state: State) -> None:
    waiting = await submitted(state, "one")
    await state.cards.remember(Shown(CURATOR, 1, waiting.id, waiting.version))
    await state.cards.forget(CURATOR, 1)
    await decide(state, waiting.id, waiting.version)
    assert await state.cards.outdated() == []


async def test_cards_are_let_go_after_90_days(state: State, clock: Clock) -> None:
    waiting = await submitted(state, "one")
    await state.cards.remember(Shown(CURATOR, 1, waiting.id, waiting.version))
    await state.prune()
    clock.now += 91 * DAY
    await state.prune()
    assert (await state.prune())["cards"] == 1
    await decide(state, waiting.id, waiting.version)
    assert await state.cards.outdated() == []
