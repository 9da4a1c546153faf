"""Questions in vain are counted without who asked, over HTTP."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import pytest

from bot.desk import Desk
from bot.state import State
from tests.conftest import Serve
from tests.samples import glossary
from tests.standin import StandIn


def counted(desk: Desk) -> dict[str, int]:
    """What the file holds once the bot has stopped."""

    async def read() -> dict[str, int]:
        state = await State.open(desk.state.path)
        found = {miss.folded: miss.times for miss in await state.misses.missed(50)}
        await state.close()
        return found

    return asyncio.run(read())


def test_a_term_that_is_missing_is_counted_however_it_is_asked_for(
    telegram: StandIn, serve: Serve
) -> None:
    ada, bob = telegram.person("Ada", language="en"), telegram.person("Bob", language="fi")
    with serve() as desk:
        for person, text in (
            (ada, "quokka"),
            (ada, "What is a Quokka?"),
            (bob, "/define quokka"),
            (bob, "mikä on quokka"),
        ):
            person.says(text)
            person.chat.next_message()
        payload = ada.types_inline("quokka").answered().button
        assert payload
        ada.starts(payload["start_parameter"])
        ada.chat.next_message()
    assert counted(desk) == {"quokka": 5}


def test_in_groups_and_as_a_guest_misses_count_too(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    group = telegram.supergroup("Readers", ada)
    with serve() as desk:
        ada.says("@glossary_test_bot quokka", group)
        answer = group.next_message()
        ada.says("quokka?", group, reply_to=answer)
        group.next_message()
        ada.summons("quokka").message()
        ada.says("@glossary_test_bot @somebody quokka", group)
        group.next_message()
    assert counted(desk) == {"quokka": 3}


@pytest.mark.parametrize(
    "text",
    [
        "FOC",
        "human rights",
        "who is Quokkala",
        "write to quokka@example.org",
        "see example.org",
        "quokka 12",
        "q" * 61,
        "quokka wombat numbat bilby dingo potoroo bettong",
        "😀",
        "@quokka_bot",
        "/quokka",
        "hi",
        "thank you",
        "what is this?",
    ],
)
def test_what_was_found_or_may_lead_to_a_person_is_not_counted(
    telegram: StandIn, serve: Serve, text: str
) -> None:
    ada = telegram.person("Ada", last_name="Quokkala", language="en")
    with serve() as desk:
        ada.says(text)
        ada.says("/help")
        ada.chat.next_message()
    assert counted(desk) == {}


def test_typing_inline_counts_nothing(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve() as desk:
        for typed in ("quok", "quokk", "quokka"):
            ada.types_inline(typed).answered()
    assert counted(desk) == {}


def test_the_name_of_whoever_is_replied_to_is_not_counted(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    bob = telegram.person("Quokka", username=None, language="en")
    group = telegram.supergroup("Readers", ada, bob)
    with serve() as desk:
        said = bob.says("hello", group)
        ada.says("/define quokka", group, reply_to=said)
        group.next_message()
    assert counted(desk) == {}


def test_a_mention_of_somebody_without_a_user_name_is_not_counted(
    telegram: StandIn, serve: Serve
) -> None:
    ada = telegram.person("Ada", language="en")
    bob = telegram.person("Bob", username=None)
    entity: dict[str, Any] = {
        "type": "text_mention",
        "offset": 8,
        "length": 6,
        "user": bob.json(),
    }
    with serve() as desk:
        ada.says("/define wombat", formatted=[entity])
        ada.chat.next_message()
    assert counted(desk) == {}


def test_a_custom_emoji_does_not_keep_a_term_from_being_counted(
    telegram: StandIn, serve: Serve
) -> None:
    ada = telegram.person("Ada", language="en")
    entity = {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "1"}
    with serve() as desk:
        ada.says("😀 quokka", formatted=[entity])
        ada.chat.next_message()
    assert counted(desk) == {"quokka": 1}


def test_nothing_in_the_file_says_who_asked(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve() as desk:
        ada.starts("q_cXVva2th")
        ada.chat.next_message()
    with sqlite3.connect(desk.state.path) as file:
        rows = file.execute("SELECT * FROM misses").fetchall()
    assert len(rows) == 1
    assert str(ada.id) not in str(rows)


def test_an_answer_does_not_wait_for_the_count(
    telegram: StandIn, bot: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: Any, **__: Any) -> bool:
        await asyncio.sleep(2)
        return False

    monkeypatch.setattr(bot.state.misses, "count", never)
    ada = telegram.person("Ada", language="en")
    ada.says("quokka")
    assert "no entry" in ada.chat.next_message(1.5).text


def test_an_entry_that_was_added_is_found_from_then_on(telegram: StandIn, serve: Serve) -> None:
    added = {"id": "quokka", "languages": {"en": {"terms": ["quokka"]}}}
    ada = telegram.person("Ada", language="en")
    with serve(glossary(added)) as desk:
        ada.says("quokka")
        ada.chat.next_message()
    assert counted(desk) == {}
