"""Which messages the bot offered to explain."""

from __future__ import annotations

from bot.explanation import Mention
from bot.offers import MOST, Offers

FOUND = [Mention("foc", 2, ("FOC", "the Coalition"), 4)]


def test_an_offer_is_accepted_once_and_holds_no_words() -> None:
    offers = Offers()
    offers.make(1, 2, FOUND, topic=3)
    offer = offers.accept(1, 2)
    assert offer is not None
    assert offer.mentions == (Mention("foc", 2, (), 4),)
    assert offer.topic == 3
    assert offers.accept(1, 2) is None


def test_the_oldest_offer_lapses_first() -> None:
    offers = Offers()
    for message in range(MOST + 1):
        offers.make(1, message, FOUND)
    assert offers.accept(1, 0) is None
    assert offers.accept(1, 1) is not None


def test_the_offers_of_a_chat_are_dropped_with_it() -> None:
    offers = Offers()
    offers.make(1, 1, FOUND)
    offers.make(2, 1, FOUND)
    offers.forget(1)
    assert offers.accept(1, 1) is None
    assert offers.accept(2, 1) is not None
