"""Buttons of cards, over HTTP."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.samples import glossary
from tests.standin import StandIn


def test_related_terms_open_in_place_with_a_way_back_and_forward(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    card = ada.chat.next_message()
    ada.presses(card.button("human rights"))
    assert ada.chat.next_edit(card).text.startswith("human rights")
    ada.presses(card.button("Back"))
    assert ada.chat.next_edit(card).text.startswith("Freedom Online Coalition")
    ada.presses(card.button("Forward"))
    assert ada.chat.next_edit(card).text.startswith("human rights")
    assert len(ada.chat.messages) == 1


def test_buttons_work_after_a_restart(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve():
        ada.says("FOC")
        card = ada.chat.next_message()
    with serve():
        ada.presses(card.button("human rights"))
        assert ada.chat.next_edit(card).text.startswith("human rights")


def test_a_card_can_be_shared_and_copied(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    card = ada.chat.next_message()
    assert card.button("Share").switches == "Freedom Online Coalition"
    assert (card.button("Copy").copies or "").startswith("Freedom Online Coalition (FOC) – coal")


def test_a_card_has_at_most_eight_buttons(telegram: StandIn, serve: Serve) -> None:
    many = [
        {"id": f"e{n}", "languages": {"en": {"terms": [f"entry {n}"]}}, "related": "human-rights"}
        for n in range(20)
    ]
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*many)):
        ada.says("human rights")
        assert len(ada.chat.next_message().buttons) == 8


@pytest.mark.parametrize(
    "data",
    ["s", "s:", "s::9:abcdef", "s:::", "x", "r:c", "r:", "l", "l:xx:yy", "s::0:aaaaaa", "🙂"],
)
def test_a_button_that_makes_no_sense_is_answered_all_the_same(
    telegram: StandIn, bot: Desk, data: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    card = ada.chat.next_message()
    ada.calls_back(card, data).answered()


def test_a_button_pressed_too_late_still_turns_the_page(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("query is too old")
    ada = telegram.person("Ada", language="en")
    ada.says("FOC")
    card = ada.chat.next_message()
    query = ada.presses(card.button("human rights"))
    query.expire()
    assert ada.chat.next_edit(card).text.startswith("human rights")
