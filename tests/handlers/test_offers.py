"""The offer to explain, over HTTP: a reaction, a tap on it, one list."""

from __future__ import annotations

import pytest

from bot.cooldown import Cooldown
from bot.desk import Desk
from tests.standin import Chat, Message, Person, StandIn
from tests.standin.message import Message as Sent

TEXT = "The FOC says so. Human rights come first, then AI."
EYES = "👀"


def offering(telegram: StandIn, owner: Person, *, forum: bool = False) -> Chat:
    """A group in which the offer was switched on."""
    group = telegram.supergroup("Readers", owner, forum=forum)
    group.bot = "administrator"
    owner.says("/language", group)
    shown = group.next_message()
    owner.presses(shown.button("Switch the offer on"))
    group.next_edit(shown)
    return group


def offered(telegram: StandIn, message: Message) -> None:
    """Wait until the bot has put its reaction on a message."""
    telegram.wait(lambda: message.reactions == [EYES] or None, 10, "no reaction")


def withdrawn(telegram: StandIn, message: Sent) -> None:
    telegram.wait(lambda: not message.reactions or None, 10, "the reaction is still there")


def test_whoever_taps_the_reaction_gets_the_list_once(telegram: StandIn, bot: Desk) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo", language="fi")
    group = offering(telegram, ada)
    text = ada.says(TEXT, group)
    offered(telegram, text)
    assert group.stays_silent()
    bo.reacts(text, "👍")
    bo.reacts(text, EYES)
    shown = group.next_message()
    assert shown.reply_to is text
    assert shown.text.startswith("Termejä tekstissä: 3.")
    withdrawn(telegram, text)
    ada.reacts(text, EYES)
    assert group.stays_silent()
    bo.presses(shown.button("ihmisoikeudet"))
    group.next_edit(shown)
    bo.presses(shown.button("Takaisin luetteloon"))
    assert group.next_edit(shown).text.startswith("Termejä tekstissä: 3.")


def test_an_anonymous_administrator_may_tap_too(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    text = ada.says(TEXT, group)
    offered(telegram, text)
    ada.reacts(text, EYES, anonymous=True)
    assert group.next_message().reply_to is text


def test_the_list_stays_in_the_topic(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    forum = offering(telegram, ada, forum=True)
    topic = forum.add_topic("Terms")
    text = ada.says(TEXT, forum, topic=topic, photo=True)
    offered(telegram, text)
    ada.reacts(text, EYES)
    assert forum.next_message().topic == topic


def test_it_is_off_by_default(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    group.bot = "administrator"
    text = ada.says(TEXT, group)
    ada.reacts(text, EYES)
    ada.says("FOC")
    ada.chat.next_message()
    assert not text.reactions
    assert group.stays_silent()


def test_messages_without_terms_commands_and_channel_posts_get_no_reaction(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    plain = ada.says("Nice weather.", group)
    command = ada.says("/help AI", group)
    group.next_message()
    asked = ada.says("@glossary_test_bot AI", group)
    group.next_message()
    last = ada.says(TEXT, group)
    offered(telegram, last)
    assert [message.reactions for message in (plain, command, asked)] == [[], [], []]


def test_what_was_said_is_not_held(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    text = ada.says(TEXT, group)
    offered(telegram, text)
    offer = telegram.wait(lambda: bot.offers.accept(group.id, text.id), 10, "no offer")
    assert not any(mention.forms for mention in offer.mentions)


def test_in_a_busy_group_not_every_message_gets_a_reaction(telegram: StandIn, bot: Desk) -> None:
    bot.noticing = Cooldown(burst=1, every=1000)
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    first, second = ada.says(TEXT, group), ada.says(TEXT, group)
    offered(telegram, first)
    ada.says("/define FOC", group)
    group.next_message()
    assert not second.reactions


@pytest.mark.parametrize("words", ["REACTION_INVALID", "message to react not found"])
def test_where_the_reaction_is_not_possible_nothing_happens(
    telegram: StandIn, bot: Desk, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expects(words)
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    if words == "REACTION_INVALID":
        group.available_reactions = ["👍"]
        ada.says(TEXT, group)
    else:
        with telegram.changed:
            ada.deletes(ada.says(TEXT, group))
    ada.says("/define FOC", group)
    group.next_message()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_an_impatient_group_keeps_the_offer_for_later(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = offering(telegram, ada)
    text = ada.says(TEXT, group)
    offered(telegram, text)
    bot.cooldown = Cooldown(burst=0, every=1000)
    ada.reacts(text, EYES)
    ada.says("FOC")
    ada.chat.next_message()
    assert group.stays_silent()
    bot.cooldown = Cooldown()
    ada.reacts(text)
    ada.reacts(text, EYES)
    assert group.next_message().reply_to is text
