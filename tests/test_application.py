"""The wiring."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from telegram import Update, User
from telegram.request import HTTPXRequest

from bot.application import UPDATES, build
from bot.desk import Desk
from bot.edition import Edition
from bot.handlers.context import App
from bot.settings import Settings
from bot.state import State
from tests.samples import glossary

ADA = {"id": 1, "is_bot": False, "first_name": "Ada"}
BOT = {"id": 2, "is_bot": True, "first_name": "Bot", "username": "glossary_test_bot"}
CHAT = {"id": 1, "type": "private", "first_name": "Ada"}
GROUP = {"id": -1, "type": "supergroup", "title": "Readers"}
SAID = {"message_id": 1, "date": 1, "chat": CHAT, "from": ADA, "text": "FOC"}
COMMAND = SAID | {
    "text": "/define FOC",
    "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
}
EYES = [{"type": "emoji", "emoji": "\N{EYES}"}]
BODIES: dict[str, Any] = {
    "callback_query": {"id": "1", "from": ADA, "chat_instance": "1", "data": "x"},
    "inline_query": {"id": "1", "from": ADA, "query": "FOC", "offset": ""},
    "message_reaction": {
        "chat": GROUP, "message_id": 1, "date": 1, "user": ADA, "old_reaction": [],
        "new_reaction": EYES,
    },
    "my_chat_member": {
        "chat": GROUP, "from": ADA, "date": 1,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": "left"},
    },
}  # fmt: skip


@pytest.fixture
def application() -> App:
    """The application, not started."""
    desk = Desk(Settings(state=Path()), Edition.of(glossary()), cast(State, None))
    built = build(desk, "2:token", HTTPXRequest(), HTTPXRequest())
    built.bot._bot_user = User.de_json(BOT, built.bot)
    return built


def handled(application: App, kind: str, body: dict[str, Any]) -> bool:
    update = Update.de_json({"update_id": 1, kind: body}, application.bot)
    return any(
        handler.check_update(update) not in (None, False) for handler in application.handlers[0]
    )


@pytest.mark.parametrize("kind", UPDATES)
def test_every_kind_of_update_that_is_asked_for_has_a_handler(application: App, kind: str) -> None:
    assert handled(application, kind, BODIES.get(kind, SAID))


@pytest.mark.parametrize(
    "kind", [kind for kind in Update.ALL_TYPES if kind.endswith(("message", "post"))]
)
@pytest.mark.parametrize("said", [SAID, COMMAND, SAID | {"chat": GROUP}], ids=str)
def test_no_kind_of_message_is_handled_that_is_not_asked_for(
    application: App, kind: str, said: dict[str, Any]
) -> None:
    assert kind in UPDATES or not handled(application, kind, said)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("chat_member", BODIES["my_chat_member"]),
        ("message_reaction_count", {"chat": GROUP, "message_id": 1, "date": 1, "reactions": []}),
        (
            "chosen_inline_result",
            {"result_id": "1", "from": ADA, "query": "FOC", "inline_message_id": "1"},
        ),
    ],
)
def test_nor_is_any_other_kind_of_update(
    application: App, kind: str, body: dict[str, Any]
) -> None:
    assert kind in UPDATES or not handled(application, kind, body)
