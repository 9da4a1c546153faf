"""The person: what they do as Bot API updates that python-telegram-bot understands."""

from __future__ import annotations

import pytest
from telegram import Update

from bot.terminal.person import Person, found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start", {"bot_command": "/start"}),
        ("/define@glossary_bot FOC", {"bot_command": "/define@glossary_bot"}),
        ("and/or a/b", {}),
        ("/not-a-command", {}),
        ("see https://e.org/a?b=1.", {"url": "https://e.org/a?b=1"}),
        ("ask @glossary_bot now", {"mention": "@glossary_bot"}),
        ("mail a.b@e.org", {"email": "a.b@e.org"}),
        ("#tekoäly but not #1", {"hashtag": "#tekoäly"}),
        ("C# and C++", {}),
    ],
)
def test_what_telegram_marks_in_a_text_is_marked(text: str, kinds: dict[str, str]) -> None:
    assert {span.type: text[span.start : span.end] for span in found(text)} == kinds


def test_a_message_is_a_private_one_of_the_person() -> None:
    person = Person("Ann", "fi")
    message = Update.de_json(person.says(person.message(7, "👍 @someone")), None).message
    assert message is not None
    assert message.from_user is not None
    assert (message.message_id, message.chat.type, message.chat.id) == (7, "private", 1)
    assert (message.from_user.first_name, message.from_user.language_code) == ("Ann", "fi")
    assert message.from_user.username is None
    assert message.parse_entities() == {message.entities[0]: "@someone"}


def test_an_edit_keeps_the_number_of_the_message() -> None:
    person = Person()
    update = Update.de_json(person.edits(person.message(7, "a")), None)
    assert update.edited_message is not None
    assert update.edited_message.message_id == 7
    assert update.edited_message.edit_date is not None


def test_updates_and_queries_are_numbered_apart() -> None:
    person = Person()
    updates = [person.asks("a"), person.asks("a", "2"), person.presses("b", {})]
    assert len({update["update_id"] for update in updates}) == 3
    assert len({str(update.popitem()[1]["id"]) for update in updates}) == 3
