"""/status, in three languages, for curators only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import __version__
from bot.desk import Desk
from tests.conftest import Serve
from tests.handlers.suggesting import suggested
from tests.standin import Person, StandIn

WORDS = {
    "en": ["State of the bot", "0 d 0 h 0 min", "Suggestions that wait: 1", "in order"],
    "fi": ["Botin tila", "0 vrk 0 h 0 min", "Odottavia ehdotuksia: 1", "kunnossa"],
    "ko": ["봇 상태", "0일 0시간 0분", "기다리는 제안: 1건", "이상 없음"],
}


@pytest.mark.parametrize("language", WORDS)
def test_a_curator_is_told_how_the_bot_is_doing(
    telegram: StandIn, curator: Person, reviewed: Desk, language: str
) -> None:
    suggested(telegram, curator)
    curator.language = language
    curator.says("/status")
    told = curator.chat.next_message().text
    assert not [word for word in [*WORDS[language], __version__] if word not in told]
    assert str(len(reviewed.edition.glossary.concepts)) in told


def test_nobody_else_is(telegram: StandIn, reviewed: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/status")
    assert ada.chat.next_message().text.startswith("This is for the curators")


def test_trouble_with_the_database_is_said(
    telegram: StandIn, curator: Person, reviewed: Desk, tmp_path: Path
) -> None:
    database = reviewed.state.path
    database.rename(database.with_name("away"))
    curator.says("/status")
    assert f"Database: The database {database} is gone." in curator.chat.next_message().text
    database.with_name("away").rename(database)
    curator.says("/status")
    assert "Database: in order." in curator.chat.next_message().text


def test_how_often_telegram_asked_to_wait_is_counted(
    telegram: StandIn, curator: Person, serve: Serve
) -> None:
    with serve(curators=frozenset({curator.id})):
        telegram.faults.flood("sendMessage", 1)
        curator.says("FOC")
        curator.chat.next_message()
        curator.says("/status")
        assert "asked to wait: 1" in curator.chat.next_message().text
