from typing import Any

import pytest

from tests.standin import StandIn
from tests.standin.calling import call

Json = dict[str, Any]


def updates(telegram: StandIn, **given: Any) -> list[Json]:
    """What a bot that polls now is given, confirmed at once."""
    found: list[Json] = call(telegram, "getUpdates", **given)["result"]
    if found:
        call(telegram, "getUpdates", offset=found[-1]["update_id"] + 1)
    return found


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/define FOC", [("bot_command", 0, 7)]),
        ("/define@glossary_test_bot FOC", [("bot_command", 0, 25)]),
        ("😀 /help", [("bot_command", 3, 5)]),
        ("@glossary_test_bot FOC", [("mention", 0, 18)]),
        ("ask ada@example.org or https://a.fi/x.", [("email", 4, 15), ("url", 23, 14)]),
        ("C/C++ and 1/2", []),
    ],
)
def test_what_people_write_gets_entities(
    telegram: StandIn, text: str, entities: list[tuple[str, int, int]]
) -> None:
    telegram.person("Ada").says(text)
    message = updates(telegram)[0]["message"]
    found = [(e["type"], e["offset"], e["length"]) for e in message.get("entities", [])]
    assert found == entities


def test_a_message_names_its_sender_and_chat(telegram: StandIn) -> None:
    ada = telegram.person("Ada", last_name="L", username="ada", language="fi")
    ada.says("FOC")
    message = updates(telegram)[0]["message"]
    assert message["from"] == {
        "id": ada.id,
        "is_bot": False,
        "first_name": "Ada",
        "last_name": "L",
        "username": "ada",
        "language_code": "fi",
    }
    assert message["chat"]["type"] == "private"


PRIVATE: list[tuple[str, bool]] = [
    ("what is FOC", False),
    ("/define FOC", True),
    ("/define@glossary_test_bot FOC", True),
    ("/define@another_bot FOC", False),
    ("@glossary_test_bot FOC", True),
    ("@glossary_test_botanist FOC", False),
]


@pytest.mark.parametrize(("text", "shown"), PRIVATE)
def test_privacy_mode_shows_what_is_addressed_to_the_bot(
    telegram: StandIn, text: str, *, shown: bool
) -> None:
    ada = telegram.person("Ada")
    ada.says(text, telegram.group("Readers", ada))
    assert bool(updates(telegram)) == shown


def test_without_privacy_mode_or_as_administrator_the_bot_sees_all(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    group.bot = "administrator"
    ada.says("what is FOC", group)
    group.bot, telegram.privacy = "member", False
    ada.says("what is FOC", group)
    assert len(updates(telegram)) == 2


def test_an_anonymous_administrator_writes_as_the_group(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    group = telegram.supergroup("Readers", ada)
    ada.says("/help", group, anonymous=True)
    message = updates(telegram)[0]["message"]
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == group.id


def test_a_channel_writes_in_a_group(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    channel = telegram.channel("News", ada)
    ada.says("/help", telegram.supergroup("Readers", ada), as_channel=channel)
    message = updates(telegram)[0]["message"]
    assert message["sender_chat"] == channel.json()


def test_a_channel_post_has_no_sender(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    ada.says("FOC", telegram.channel("News", ada))
    assert "from" not in updates(telegram)[0]["channel_post"]


def test_topics_and_threads_are_numbered_as_telegram_does(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    forum = telegram.supergroup("Forum", ada, forum=True)
    topic = forum.add_topic("Terms")
    ada.says("/help", forum, topic=topic)
    plain = telegram.supergroup("Plain", ada)
    first = ada.says("/help", plain)
    ada.says("/help", plain, reply_to=first)
    in_topic, _, in_thread = (update["message"] for update in updates(telegram))
    assert (in_topic["message_thread_id"], in_topic["is_topic_message"]) == (topic, True)
    assert in_thread["message_thread_id"] == first.id
    assert "is_topic_message" not in in_thread


def test_forwards_captions_and_edits_are_told(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    ada.says("jargon", forwarded_from="Someone hidden")
    ada.says("caption", photo=True)
    question = ada.says("FOC")
    ada.edits(question, "HRBA")
    forwarded, photo, _, edited = updates(telegram)
    assert forwarded["message"]["forward_origin"]["sender_user_name"] == "Someone hidden"
    assert photo["message"]["caption"] == "caption"
    assert edited["edited_message"]["text"] == "HRBA"


def test_blocking_is_told(telegram: StandIn) -> None:
    telegram.person("Ada").blocks()
    changed = updates(telegram)[0]["my_chat_member"]
    assert changed["new_chat_member"]["status"] == "kicked"


def test_a_document_can_be_fetched(telegram: StandIn) -> None:
    telegram.person("Ada").says("", document=("glossary.yaml", b"concepts: []"))
    document = updates(telegram)[0]["message"]["document"]
    found = call(telegram, "getFile", file_id=document["file_id"])["result"]
    assert found["file_path"].endswith("/glossary.yaml")


def test_an_inline_result_is_picked_and_can_be_edited(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    query = ada.types_inline("fo")
    button = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
    result = {
        "type": "article",
        "id": "foc",
        "title": "FOC",
        "input_message_content": {"message_text": "Freedom Online Coalition"},
        "reply_markup": button,
    }
    call(telegram, "answerInlineQuery", inline_query_id=query.id, results=[result])
    message = ada.picks(query)
    ada.presses(message, "More")
    _, chosen, pressed = updates(telegram)
    identifier = chosen["chosen_inline_result"]["inline_message_id"]
    assert pressed["callback_query"]["inline_message_id"] == identifier
    call(telegram, "editMessageText", inline_message_id=identifier, text="More of it")
    assert message.text == "More of it"


def test_a_guest_question_brings_the_message_it_replies_to(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    query = ada.summons("FOC", reply_to="The FOC met.")
    message = updates(telegram)[0]["guest_message"]
    assert message["guest_query_id"] == query.id
    assert message["reply_to_message"]["text"] == "The FOC met."
    content = {"message_text": "x"}
    result = {"type": "article", "id": "a", "title": "A", "input_message_content": content}
    call(telegram, "answerGuestQuery", guest_query_id=query.id, result=result)
    assert query.message().text == "x"


def test_a_deep_link_starts_the_bot(telegram: StandIn) -> None:
    ada = telegram.person("Ada", started=False)
    ada.opens(f"https://t.me/{telegram.username}?start=foc")
    assert updates(telegram)[0]["message"]["text"] == "/start foc"
    with pytest.raises(AssertionError, match="does not lead"):
        ada.opens("https://t.me/another_bot?start=foc")


def test_updates_stay_until_they_are_confirmed(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    ada.says("one")
    ada.says("two")
    first = call(telegram, "getUpdates", limit=1)["result"]
    assert call(telegram, "getUpdates", limit=1)["result"] == first
    rest = call(telegram, "getUpdates", offset=first[0]["update_id"] + 1)["result"]
    assert [update["message"]["text"] for update in rest] == ["two"]


def test_only_the_kinds_asked_for_are_queued(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    call(telegram, "getUpdates", allowed_updates=["inline_query"])
    ada.says("FOC")
    ada.types_inline("FOC")
    assert ["inline_query" in update for update in updates(telegram)] == [True]
    call(telegram, "getUpdates", allowed_updates=[])
    ada.says("FOC")
    assert len(updates(telegram)) == 1


def test_polling_while_a_webhook_is_set_is_a_conflict(telegram: StandIn) -> None:
    telegram.expects("Conflict: can't use getUpdates method while webhook is active")
    call(telegram, "setWebhook", url="https://example.org/hook")
    assert call(telegram, "getUpdates")["error_code"] == 409
    call(telegram, "deleteWebhook")
    assert call(telegram, "getUpdates")["ok"]


def test_a_wait_that_finds_nothing_says_what_it_waited_for(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    with pytest.raises(AssertionError, match="no new message in private chat Ada"):
        ada.chat.next_message(timeout=0.01)
