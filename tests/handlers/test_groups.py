"""In a group: commands, the bot's name at the start, replies to the bot. Silent otherwise."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.samples import ALIKE, glossary
from tests.standin import StandIn

TEXT = "The FOC says so. Human rights come first, then AI, generative AI and again human rights."
NAME = "@glossary_test_bot"


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "/define FOC", "Freedom Online Coalition (FOC)"),
        ("fi", "/define@glossary_test_bot tekoälyn", "tekoäly"),
        ("ko", f"{NAME} 인권이", "인권"),
        ("fi", f"{NAME.upper()}: mitä FOC tarkoittaa?", "Freedom Online Coalition (FOC)"),
        (None, f"  {NAME}, human rights", "human rights"),
        ("en", f"{NAME} <b>&", "The glossary has no entry for “<b>&”."),
        ("en", f"{NAME} \u202eAI", "artificial intelligence (AI)"),
    ],
)
def test_a_term_is_answered_once_as_a_reply_with_privacy_mode_on(
    telegram: StandIn, bot: Desk, language: str | None, asked: str, title: str
) -> None:
    ada = telegram.person("Ada", language=language)
    group = telegram.supergroup("Readers", ada)
    question = ada.says(asked, group)
    answer = group.next_message()
    assert answer.text.splitlines()[0] == title
    assert answer.reply_to is question
    assert group.stays_silent()


@pytest.mark.parametrize("privacy", [True, False])
@pytest.mark.parametrize(
    "said",
    [
        "what is FOC",
        TEXT,
        f"I asked {NAME} about FOC",
        "@another_bot FOC",
        f"{NAME}x FOC",
        "/define@another_bot FOC",
        "/unknown FOC",
        "/define_all FOC",
    ],
)
def test_whatever_is_not_for_the_bot_is_left_alone(
    telegram: StandIn, bot: Desk, said: str, *, privacy: bool
) -> None:
    telegram.privacy = privacy
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    message = ada.says(said, group)
    telegram.settle()
    assert group.stays_silent()
    assert not message.reactions


def test_the_command_in_reply_lists_the_terms_below_the_message(
    telegram: StandIn, bot: Desk
) -> None:
    ada, bo = telegram.person("Ada", language="fi"), telegram.person("Bo")
    group = telegram.supergroup("Readers", ada, bo)
    text = bo.says(TEXT, group)
    ada.says("/explain", group, reply_to=text)
    shown = group.next_message()
    assert shown.reply_to is text
    assert shown.text.startswith("Termejä tekstissä: 4.")
    ada.presses(shown.buttons[1])
    assert group.next_edit(shown).text.startswith("ihmisoikeudet")
    ada.presses(shown.button("Takaisin luetteloon"))
    assert group.next_edit(shown).text.startswith("Termejä tekstissä: 4.")
    assert group.stays_silent()


def test_the_name_alone_in_reply_lists_the_terms_too(telegram: StandIn, bot: Desk) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    group = telegram.group("Readers", ada, bo)
    text = bo.says(TEXT, group)
    ada.says(NAME, group, reply_to=text)
    assert group.next_message().reply_to is text
    ada.says(f"{NAME} what does this mean?", group, reply_to=text)
    assert group.next_message().text.startswith("Terms in this text: 4.")


def test_a_text_after_the_name_is_explained(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    said = ada.says(f"{NAME} {TEXT}", group)
    shown = group.next_message()
    assert (shown.reply_to, shown.text.splitlines()[0]) == (said, "Terms in this text: 4.")


def test_the_message_replied_to_tells_names_in_common_apart(
    telegram: StandIn, serve: Serve
) -> None:
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    group = telegram.group("Readers", ada, bo)
    with serve(glossary(*ALIKE)):
        ada.says(f"{NAME} assessment", group)
        assert group.next_message().text.startswith("Which one do you mean")
        text = bo.says("We made an impact assessment.", group)
        ada.says(f"{NAME} assessment", group, reply_to=text)
        assert group.next_message().text.startswith("impact assessment")


def test_the_name_alone_says_how_to_ask(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    ada.says(NAME, group)
    assert f"{NAME} FOC" in group.next_message().text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("AI", True),
        ("and what about generative AI?", True),
        ("quokka?", True),
        ("thanks", False),
        ("Kiitos!", False),
        ("감사합니다", False),
        ("👍", False),
        ("I do not agree, AI has no human rights and never will", False),
    ],
)
def test_a_reply_to_the_bot_is_answered_when_it_asks_something(
    telegram: StandIn, bot: Desk, said: str, *, answered: bool
) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    ada.says("/define FOC", group)
    card = group.next_message()
    ada.says(said, group, reply_to=card)
    telegram.settle()
    assert group.stays_silent() is not answered


def test_an_edited_mention_edits_its_answer(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    question = ada.says(f"{NAME} FOC", group)
    answer = group.next_message()
    ada.edits(question, f"{NAME} human rights")
    assert group.next_edit(answer).text.startswith("human rights")


def test_answers_stay_in_their_topic(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    forum = telegram.supergroup("Forum", ada, forum=True)
    topic = forum.add_topic("Terms")
    opening = forum.log[-1]
    for said, reply_to in (
        ("/define FOC", None),
        (f"{NAME} FOC", None),
        (f"/explain {TEXT}", None),
        ("/explain", opening),  # Telegram says so of every message of a topic
        (NAME, opening),
    ):
        ada.says(said, forum, topic=topic, reply_to=reply_to)
        assert forum.next_message().topic == topic


@pytest.mark.parametrize("said", ["/define FOC", f"{NAME} FOC"])
def test_anonymous_administrators_and_channels_are_answered(
    telegram: StandIn, bot: Desk, said: str
) -> None:
    ada = telegram.person("Ada", language="fi")
    group = telegram.supergroup("Readers", ada)
    ada.says(said, group, anonymous=True)
    assert group.next_message().text.startswith("Freedom Online Coalition")
    ada.says(said, group, as_channel=telegram.channel("News", ada))
    assert group.next_message().text.startswith("Freedom Online Coalition")


def test_other_bots_and_channel_posts_are_not_heard(telegram: StandIn, bot: Desk) -> None:
    ada, robot = telegram.person("Ada"), telegram.person("Robot")
    group, channel = telegram.group("Readers", ada), telegram.channel("News", ada)
    telegram.post(
        "message",
        {
            "message_id": 500,
            "date": 1,
            "chat": group.json(),
            "from": robot.json() | {"is_bot": True},
            "text": "/define FOC",
            "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
        },
    )
    ada.says("/define FOC", channel)
    ada.says("FOC")
    ada.chat.next_message()
    assert not group.messages
    assert not channel.messages


def test_a_group_that_has_moved_is_answered_at_its_new_number(
    telegram: StandIn, bot: Desk
) -> None:
    telegram.expects("group chat was upgraded to a supergroup chat")
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    new = group.migrate()
    ada.says("/define FOC", group)
    assert new.next_message().text.startswith("Freedom Online Coalition")


@pytest.mark.parametrize("standing", ["kicked", "restricted"])
def test_where_the_bot_may_not_speak_it_fails_quietly(
    telegram: StandIn, bot: Desk, caplog: pytest.LogCaptureFixture, standing: str
) -> None:
    telegram.expects("not enough rights" if standing == "restricted" else "bot was kicked")
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    ada.says("/define FOC", group)
    group.next_message()
    ada.says("/define AI", group)
    group.next_message()
    group.bot = "member"
    with telegram.changed:
        ada.says("/define human rights", group)
        group.bot = standing
    ada.says("FOC")
    ada.chat.next_message()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
