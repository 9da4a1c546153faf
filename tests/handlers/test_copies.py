"""A decision is shown in every chat in which the suggestion stands, over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.state import Ruling, State
from bot.texts import texts
from tests.conftest import Serve, kept
from tests.handlers.suggesting import press, suggest, suggested
from tests.standin import Message, Person, StandIn


def changed(card: Message) -> Message:
    """The card after it was edited by the bot of its own accord."""
    assert card.chat is not None
    return card.chat.next_edit(card)


def labels(card: Message) -> list[str]:
    return [button.text for button in card.buttons]


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_the_others_see_who_approved_and_have_nothing_left_to_decide(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person, language: Language
) -> None:
    asyncio.run(reviewed.state.preferences.set_language(second.id, language))
    suggested(telegram, curator)
    other = second.chat.next_message()
    text = texts(language)
    assert text.plain("review.approve") in labels(other)
    press(curator, curator.chat.messages[-1], "Approve")
    told = changed(other)
    assert text.plain("review.state_approved", by="@cleo") in told.text
    assert labels(told) == [text.plain("history.undo")]


def test_the_others_see_why_it_was_rejected(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    other = second.chat.next_message()
    card = curator.chat.messages[-1]
    reasons = press(curator, card, "Reject")
    done = press(curator, reasons, "No source")
    told = changed(other)
    assert told.text == done.text
    assert labels(told) == []


def test_a_card_on_which_reasons_are_being_chosen_shows_the_decision_of_another(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    card = press(curator, curator.chat.messages[-1], "Reject")
    press(second, second.chat.next_message(), "Approve")
    assert "Approved by @dora." in changed(card).text


def test_who_decides_keeps_the_card_as_it_was_shown(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    other = second.chat.next_message()
    done = press(curator, curator.chat.messages[-1], "Approve")
    changed(other)
    assert done.edits == 1


def test_a_reason_in_words_is_shown_on_the_card_above_it_too(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    suggested(telegram, curator)
    card = curator.chat.messages[-1]
    reasons = press(curator, card, "Reject")
    reasons.seen_edits = reasons.edits
    curator.presses(reasons, "Write a reason")
    question = curator.chat.next_message()
    curator.says("Too vague", reply_to=question)
    assert "Too vague" in changed(card).text


def test_the_curators_group_sees_it_too(telegram: StandIn, serve: Serve, curator: Person) -> None:
    group = telegram.group("Curators")
    group.add_bot(curator)
    with serve(curators=frozenset({curator.id}), curator_chat=group.id):
        suggested(telegram, curator)
        card = group.next_message()
        press(curator, curator.chat.messages[-1], "Approve")
        assert "Approved by @cleo." in changed(card).text


def test_a_decision_that_was_made_while_the_bot_was_away_is_shown_when_it_is_back(
    telegram: StandIn, serve: Serve, curator: Person, tmp_path: Path
) -> None:
    async def decide() -> None:
        state = await State.open(tmp_path / "bot.db")
        await state.revisions.reject(1, Ruling(reviewer=9, request="elsewhere"), version=1)
        await state.close()

    with serve(curators=frozenset({curator.id})):
        suggest(telegram.person("Ada"))
        card = curator.chat.next_message()
    asyncio.run(decide())
    card.seen_edits = card.edits
    with serve(curators=frozenset({curator.id})):
        assert "Rejected" in changed(card).text
        assert labels(card) == []


def test_a_card_that_its_curator_has_deleted_is_let_be(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    telegram.expects("message to edit not found")
    second.deletes(second.chat.next_message())
    press(curator, curator.chat.messages[-1], "Approve")
    curator.says("/queue")
    assert "Nothing" in curator.chat.next_message().text
    assert kept(reviewed, lambda state: state.cards.outdated()) == []
