"""/queue and /blocked, over HTTP."""

from __future__ import annotations

from bot.desk import Desk
from tests.handlers.suggesting import press, served, suggest, suggested
from tests.standin import Person, StandIn


def test_an_empty_queue_says_so(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    curator.says("/queue")
    assert curator.chat.next_message().text == "Nothing waits for review."


def test_the_queue_has_pages_and_opens_suggestions(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    ada = telegram.person("Ada")
    for number in range(8):
        suggest(ada, f"term{number}q = definition of it")
        curator.chat.next_message()
    curator.says("/queue")
    first = curator.chat.next_message()
    assert "Waiting for review: 8" in first.text
    assert "#1 term0q · new" in first.buttons[0].text
    page = press(curator, first, "Forward")
    assert [button.text for button in page.buttons] == [
        "#7 term6q · new",
        "#8 term7q · new",
        "Back",
    ]
    card = press(curator, page, "#8")
    assert "#8: new entry" in card.text
    press(curator, card, "Approve")
    assert served(reviewed, "term7q") is not None
    curator.says("/queue")
    assert "Waiting for review: 7" in curator.chat.next_message().text


def test_a_block_is_lifted_from_the_list(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    press(curator, card, "Block the author")
    curator.says("/blocked")
    listed = curator.chat.next_message()
    assert press(curator, listed, str(author.id)).text == "Nobody is blocked."
    author.says("/add numbat = small marsupial")
    assert "small marsupial" in author.chat.next_message().text
