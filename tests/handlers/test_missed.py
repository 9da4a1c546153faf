"""/missed: words that were asked in vain become entries or names, over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.desk import Desk
from bot.state import State
from tests.conftest import Serve
from tests.handlers.suggesting import press, served
from tests.standin import Person, StandIn


def miss(path: Path, *asked: str) -> None:
    """Count words as missed, before the bot starts."""

    async def count() -> None:
        state = await State.open(path)
        for number, words in enumerate(asked):
            await state.misses.count(words, "en", request=str(number))
        await state.close()

    asyncio.run(count())


def test_what_was_missed_most_comes_first(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    miss(tmp_path / "bot.db", "wombat", "quokka", "quokka")
    with serve(curators=frozenset({curator.id})):
        curator.says("/missed")
        text = curator.chat.next_message().text
        assert "1. quokka – 2×" in text
        assert "2. wombat – 1×" in text


def test_missed_words_become_an_entry_and_are_no_longer_missed(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    miss(tmp_path / "bot.db", "quokka")
    with serve(curators=frozenset({curator.id})) as desk:
        curator.says("/missed")
        curator.presses(curator.chat.next_message(), "Add “quokka”")
        press(curator, curator.chat.next_message(), "English")
        curator.says("small wallaby")
        preview = press(curator, curator.chat.next_message(), "Preview")
        press(curator, preview, "Publish at once")
        assert served(desk, "quokka") is not None
        curator.says("/missed")
        assert curator.chat.next_message().text == "Nothing was missed lately."


def test_missed_words_become_another_name_of_an_entry(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    miss(tmp_path / "bot.db", "basic rights")
    with serve(curators=frozenset({curator.id})) as desk:
        curator.says("/missed")
        curator.presses(curator.chat.next_message(), "Name of")
        asked = curator.chat.next_message()
        assert "“basic rights”" in asked.text
        curator.says("human rights")
        preview = curator.chat.next_message()
        assert "Also: basic rights" in preview.text
        press(curator, preview, "Publish at once")
        names = [term.term for term in served(desk, "human-rights").languages["en"].terms]
        assert names == ["human rights", "basic rights"]


def test_the_entry_is_offered_as_a_button(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    miss(tmp_path / "bot.db", "human right being")
    with serve(curators=frozenset({curator.id})):
        curator.says("/missed")
        curator.presses(curator.chat.next_message(), "Name of")
        preview = press(curator, curator.chat.next_message(), "human rights")
        assert "human right being" in preview.text


def test_missed_words_can_be_dropped(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    miss(tmp_path / "bot.db", "asdfgh")
    with serve(curators=frozenset({curator.id})):
        curator.says("/missed")
        listed = curator.chat.next_message()
        drop = listed.button("Drop")
        assert press(curator, listed, "Drop").text == "Nothing was missed lately."
        telegram.expects("message is not modified")
        assert "dealt with" in curator.presses(drop).answered().text


def test_nothing_missed_is_said(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    curator.says("/missed")
    assert curator.chat.next_message().text == "Nothing was missed lately."


def test_missed_words_are_proposed_as_people_wrote_them(
    telegram: StandIn, serve: Serve, curator: Person
) -> None:
    with serve(curators=frozenset({curator.id})):
        ada = telegram.person("Ada")
        for question in ("what is Pouched Wombat?", "pouched wombat", "Pouched Wombat!"):
            ada.says(question)
            ada.chat.next_message()
        curator.says("/missed")
        missed = curator.chat.next_message()
        assert "1. Pouched Wombat – 3×" in missed.text
        curator.presses(missed, "Add “Pouched Wombat”")
        assert "Pouched Wombat" in curator.chat.next_message().text
