from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.state import Revision, Shown, State
from bot.state.erasure import _LOOKED_FOR
from bot.state.migrations import MIGRATIONS
from tests.state.samples import AUTHOR, CURATOR, RIVAL, approved, submitted

pytestmark = pytest.mark.anyio


async def leave_traces(state: State, person: int, word: str) -> None:
    await state.preferences.set_language(person, "fi")
    await state.preferences.set_chat(person, "language", "fi")
    await state.drafts.save(person, person, "term", {"text": f"draft of {word}"}, version=0)
    await state.notices.post(person, "x", {}, key=f"k {word}")
    await approved(state, f"decided-{word}", author=person, byline=f"@{word}")
    await submitted(state, f"waiting-{word}", author=person, byline=f"@{word}")
    state.answers.remember(person, 5, 6)
    await state.answers.flush()
    await state.cards.remember(Shown(person, 7, 1, 1))


async def test_nothing_of_a_forgotten_person_is_left_but_their_words_without_a_name(
    state: State,
) -> None:
    await leave_traces(state, AUTHOR, "ada")
    await leave_traces(state, RIVAL, "lin")
    others = await state.kept_with(RIVAL)

    erased = await state.forget(AUTHOR, byline="@ada")

    assert erased.rows == {
        "people": 1, "chats": 1, "drafts": 1, "notices": 2, "tallies": 1, "answers": 1,
        "cards": 1,
        "revisions": 1, "credits": 1,
    }  # fmt: skip
    assert erased.kept == {}
    assert await state.kept_with(AUTHOR) == {}
    assert await state.kept_with(RIVAL) == others
    for concept in ("decided-ada", "waiting-ada"):
        (kept,) = await state.revisions.history(concept, 10)
        assert (kept.author, kept.byline) == (None, None)


async def test_what_is_forgotten_is_gone_from_the_bytes_of_every_file(
    state: State, path: Path
) -> None:
    await leave_traces(state, AUTHOR, "adalovelace")
    await state.forget(AUTHOR, byline="@adalovelace")
    for file in path.parent.iterdir():
        assert b"draft of adalovelace" not in file.read_bytes()
        assert b"@adalovelace" not in file.read_bytes()


@pytest.mark.parametrize(("state_of", "byline"), [(submitted, None), (approved, "@ada")])
async def test_a_forgotten_author_is_not_named_in_the_entry_either(
    state: State, state_of: Callable[..., Awaitable[Revision]], byline: str | None
) -> None:
    entry = {"id": "hrba", "created": "2026-01-01", "created_by": "@ada"}
    facts = {
        "previous": {**entry, "updated": "2026-01-02", "updated_by": "@ada"},
        "byline": "@ada",
    }
    done = await state_of(state, body=entry, **facts)
    await state.forget(AUTHOR, byline)
    kept = await state.revisions.get(done.id)
    assert kept is not None
    assert kept.body == {"id": "hrba", "created": "2026-01-01"}
    assert kept.previous == {**kept.body, "updated": "2026-01-02"}


async def test_another_handle_that_begins_alike_stays(state: State) -> None:
    entry = {"id": "hrba", "created_by": "@ada_b"}
    other = await submitted(state, author=RIVAL, body=entry, byline="@ada_b")
    await state.forget(AUTHOR, byline="@ada")
    assert await state.revisions.get(other.id) == other


async def test_a_handle_is_found_where_the_id_has_been_let_go(state: State) -> None:
    done = await approved(state, byline="@ada")
    assert done.author is None
    assert await state.kept_with(AUTHOR, "@ada") == {"tallies": 1, "notices": 1, "handle": 1}
    await state.forget(AUTHOR, byline="@ada")
    assert await state.kept_with(AUTHOR, "@ada") == {}


async def test_forgetting_also_drops_what_is_held_in_memory(state: State) -> None:
    await state.preferences.set_language(AUTHOR, "fi")
    state.answers.remember(AUTHOR, 5, 6)
    await state.forget(AUTHOR)
    await state.answers.flush()
    assert await state.preferences.language(AUTHOR) is None
    assert await state.answers.to(AUTHOR, 5) is None


async def test_a_block_outlasts_being_forgotten_and_is_said_to(state: State) -> None:
    await state.blocks.block(AUTHOR, by=CURATOR)
    erased = await state.forget(AUTHOR)
    assert erased.kept == {"blocks": 1}
    assert await state.blocks.blocked(AUTHOR)


async def test_a_forgotten_curator_is_not_named_in_decisions_and_blocks(state: State) -> None:
    done = await approved(state)
    await state.blocks.block(AUTHOR, by=CURATOR)
    erased = await state.forget(CURATOR)
    assert erased.rows == {"reviews": 1, "blocks made": 1}
    kept = await state.revisions.get(done.id)
    assert kept is not None
    assert (kept.state, kept.reviewer) == ("approved", None)


async def test_a_forgotten_authors_suggestion_can_still_be_approved(state: State) -> None:
    waiting = await submitted(state)
    await state.forget(AUTHOR)
    assert [one.id for one in await state.revisions.queue(10)] == [waiting.id]


def test_every_column_that_holds_an_id_is_looked_at_when_a_person_is_forgotten() -> None:
    """A new table with a person in it must not be overlooked."""
    tables = " ".join(statement for step in MIGRATIONS for statement in step.statements)
    names = {"person", "chat", "recipient", "author", "reviewer", "blocked_by"}
    held = {
        (table, column)
        for table, columns in re.findall(r"CREATE TABLE (\w+) \((.*?)(?=CREATE|$)", tables)
        for column in re.findall(r"(\w+) BIGINT", columns)
        if column in names
    }
    assert held - set(_LOOKED_FOR.values()) == {("drafts", "chat")}, "erased with the person"
