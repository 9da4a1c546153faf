"""Curators hear of the glossary file, and choose between it and the chat, over HTTP."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.file.book import Book
from bot.state import State
from bot.texts import texts
from tests.conftest import Serve
from tests.handlers.suggesting import press, served, suggest
from tests.publishing.workshop import CURATOR, TEXT, Workshop, entry
from tests.standin import Person, StandIn


@pytest.fixture
def curator(telegram: StandIn) -> Person:
    return telegram.person("Cleo", username="cleo")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def filed(serve: Serve, curator: Person, path: Path) -> Iterator[Desk]:
    """The bot, serving a file."""
    with serve(book=Book.open(path), curators=frozenset({curator.id})) as desk:
        yield desk


def written(path: Path, words: str) -> bool:
    """Whether the words come to stand in the file."""
    for _ in range(300):
        if words in path.read_text(encoding="utf-8"):
            return True
        time.sleep(0.02)
    return False


def test_an_approved_entry_is_in_the_file(
    telegram: StandIn, filed: Desk, curator: Person, path: Path
) -> None:
    suggest(telegram.person("Ada"))
    press(curator, curator.chat.next_message(), "Approve")
    assert served(filed, "quokka")
    assert written(path, "- id: quokka")
    assert path.read_text(encoding="utf-8").startswith(TEXT)


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_an_invalid_edit_is_told_with_file_line_and_sentence(
    telegram: StandIn, filed: Desk, curator: Person, path: Path, language: Language
) -> None:
    asyncio.run(filed.state.preferences.set_language(curator.id, language))
    path.write_text(TEXT.replace("definition", "definitoin"), encoding="utf-8")
    told = curator.chat.next_message(timeout=20)
    assert texts(language).plain("file.invalid") in told.text
    assert "glossary.yaml:10: " in told.text
    assert "definitoin" in told.text
    curator.says("alpha")
    assert "first letter" in curator.chat.next_message().text


def clash(path: Path, curator: Person, language: Language = "en") -> None:
    """A note on beta is approved; before it is written, somebody edits beta in the file."""

    async def work() -> None:
        state = await State.open(path.with_name("bot.db"))
        await state.preferences.set_language(curator.id, language)
        await Workshop.over(path, state).approve(entry("beta", "by chat"), author=CURATOR)
        await state.close()

    asyncio.run(work())
    path.write_text(TEXT.replace("[beta]", "[beta]\n        example: by hand"), encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
@pytest.mark.parametrize("choice", ["keep", "put"])
def test_of_the_file_and_the_chat_a_curator_chooses(
    telegram: StandIn, serve: Serve, curator: Person, path: Path, language: Language, choice: str
) -> None:
    clash(path, curator, language)
    text = texts(language)
    with serve(book=Book.open(path), curators=frozenset({curator.id})) as desk:
        card = curator.chat.next_message(timeout=20)
        assert "by chat" in card.text
        done = press(curator, card, text.plain(f"file.{choice}"))
        told = "file.kept" if choice == "keep" else "file.put_done"
        assert done.text == text.plain(told, number=1)
        if choice == "put":
            assert written(path, "note: by chat")
        assert "example: by hand" in path.read_text(encoding="utf-8")
        assert desk.press is not None
        assert desk.press.plan.conflicts == ()


def test_who_is_no_curator_cannot_choose(
    telegram: StandIn, serve: Serve, curator: Person, path: Path
) -> None:
    clash(path, curator)
    ada = telegram.person("Ada")
    with serve(book=Book.open(path), curators=frozenset({curator.id})) as desk:
        card = curator.chat.next_message(timeout=20)
        for button in card.buttons:
            assert button.data is not None
            assert ada.calls_back(card, button.data).answered().alert
        assert desk.press is not None
        assert len(desk.press.plan.conflicts) == 1


def suggest_with_source(person: Person, text: str, source: str) -> None:
    """Suggest an entry, and say where it comes from."""
    person.says(f"/add {text}")
    asked = press(person, person.chat.next_message(), "Add what is missing")
    assert "Where does this come from?" in asked.text
    person.says(source)
    preview = press(person, person.chat.next_message(), "Preview")
    assert source.split(",")[0] in preview.text
    press(person, preview, "Send")


@pytest.mark.parametrize(
    ("other", "key"),
    [("https://other.example/mammals", "mammals-2"), ("https://one.example/mammals", "mammals")],
)
def test_two_sources_that_are_called_alike_are_cited_each_by_its_own_key(
    telegram: StandIn, filed: Desk, curator: Person, path: Path, other: str, key: str
) -> None:
    ada, bob = telegram.person("Ada"), telegram.person("Bob")
    first = "Mammals, https://one.example/mammals"
    suggest_with_source(ada, "quokka = small wallaby of western Australia", first)
    suggest_with_source(bob, "wombat = burrowing marsupial of Australia", f"Mammals, {other}")
    cards = [curator.chat.next_message(), curator.chat.next_message()]
    for card in cards:
        press(curator, card, "Approve")
    assert written(path, "- id: quokka")
    assert written(path, "- id: wombat")
    glossary = Book.open(path).glossary
    for name, cited, url in (
        ("quokka", "mammals", "https://one.example/mammals"),
        ("wombat", key, other),
    ):
        (citation,) = glossary.concepts[name].languages["en"].definition_source
        assert citation.source == cited
        assert glossary.sources[cited].url == url
    assert "approved" in bob.chat.next_message().text
    bob.says("wombat")
    assert other in bob.chat.next_message().links.values()
