"""Suggestions as people make and decide them, for the tests of several handlers."""

from __future__ import annotations

from typing import Any

from bot.desk import Desk
from tests.standin import Message, Person, StandIn

SEND = {"en": "Send", "fi": "Lähetä", "ko": "보내기"}


def press(person: Person, message: Message, label: str) -> Message:
    """Press a button, and the message as it is afterwards."""
    message.seen_edits = message.edits
    person.presses(message, label)
    assert person.chat
    return (message.chat or person.chat).next_edit(message)


def suggest(person: Person, text: str = "quokka = small wallaby of western Australia") -> Message:
    """Suggest an entry in one message; the message that says thanks."""
    person.says(f"/add {text}")
    preview = person.chat.next_message()
    return press(person, preview, SEND[person.language or "en"])


def suggested(
    telegram: StandIn, curator: Person, text: str = "quokka = small wallaby of western Australia"
) -> tuple[Person, Message]:
    """Somebody suggests an entry; the person, and the card that the curator gets."""
    author = telegram.person("Author", username=f"author{len(telegram.people)}")
    suggest(author, text)
    return author, curator.chat.next_message()


def served(desk: Desk, concept: str) -> Any:
    """An entry as it is served now; None when there is none."""
    return desk.edition.glossary.concepts.get(concept)
