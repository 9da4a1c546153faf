"""/history and /undo, over HTTP."""

from __future__ import annotations

from bot.desk import Desk
from tests.conftest import Serve
from tests.handlers.suggesting import press, served
from tests.standin import Message, Person, StandIn


def publish(curator: Person, field: str, said: str, term: str = "human rights") -> Message:
    """A curator changes a field of an entry at once."""
    curator.says(f"/edit {term}")
    press(curator, curator.chat.next_message(), field)
    curator.says(said)
    return press(curator, curator.chat.next_message(), "Publish at once")


def test_the_revisions_of_an_entry_are_listed(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    publish(curator, "Note", "They are many.")
    publish(curator, "Example", "They hold.")
    curator.says("/history human rights")
    text = curator.chat.next_message().text
    assert text.startswith("human rights")
    assert text.index("#2: correction") < text.index("#1: correction")
    assert "Approved by @cleo." in text


def test_the_last_change_is_taken_back_as_a_new_revision(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    publish(curator, "Note", "They are many.")
    curator.says("/undo human rights")
    offer = curator.chat.next_message()
    assert list(offer.spans("strikethrough")) == ["They are many."]
    press(curator, offer, "Take it back")
    assert served(reviewed, "human-rights").languages["en"].note is None
    curator.says("/history human rights")
    assert "#2: a change taken back" in curator.chat.next_message().text


def test_an_older_change_is_taken_back_without_the_newer_one(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    publish(curator, "Note", "They are many.")
    publish(curator, "Example", "They hold.")
    curator.says("/history human rights")
    press(curator, offer := press(curator, curator.chat.next_message(), "Take back #1"), "Take it")
    section = served(reviewed, "human-rights").languages["en"]
    assert (section.note, section.example) == (None, "They hold.")
    assert offer


def test_an_entry_that_was_added_is_retired_and_can_come_back(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    curator.says("/add quokka = small wallaby")
    press(curator, curator.chat.next_message(), "Publish at once")
    curator.says("/undo quokka")
    done = press(curator, curator.chat.next_message(), "Take it back")
    assert served(reviewed, "quokka").status == "retired"
    curator.says("quokka")
    assert "has no entry" in curator.chat.next_message().text
    press(curator, press(curator, done, "Take it back"), "Take it back")
    assert served(reviewed, "quokka").status == "draft"


def test_taking_back_twice_takes_back_once(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    publish(curator, "Note", "They are many.")
    curator.says("/undo human rights")
    button = curator.chat.next_message().button("Take it back")
    curator.presses(button)
    curator.presses(button)
    telegram.settle()
    curator.says("/history human rights")
    assert "#3" not in curator.chat.next_message().text


def test_nothing_to_take_back_is_said(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    curator.says("/undo human rights")
    assert "can be taken back" in curator.chat.next_message().text
    curator.says("/undo")
    assert "/undo FOC" in curator.chat.next_message().text
    curator.says("/history human rights")
    assert "No changes by chat" in curator.chat.next_message().text


def test_what_was_approved_is_served_after_a_restart(
    telegram: StandIn, serve: Serve, curator: Person
) -> None:
    with serve(curators=frozenset({curator.id})):
        publish(curator, "Note", "They are many.")
    with serve(curators=frozenset({curator.id})) as desk:
        publish(curator, "Example", "They hold.")
        section = served(desk, "human-rights").languages["en"]
        assert (section.note, section.example) == ("They are many.", "They hold.")
