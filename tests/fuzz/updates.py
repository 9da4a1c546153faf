"""Updates as Telegram sends them, one of each kind, and a bot that takes them offline."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import tempfile
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.application import build
from bot.cooldown import Cooldown
from bot.desk import Desk
from bot.edition import Edition
from bot.handlers.context import App
from bot.settings import Settings
from bot.state import State
from bot.wire.incoming import update_of
from tests.samples import glossary
from tests.standin import TOKEN

Json = dict[str, Any]

BOT: Json = {"id": 1, "is_bot": True, "first_name": "Glossary", "username": "glossary_test_bot"}
ADA: Json = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "en"}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Ada"}
GROUP: Json = {"id": -1001000000000, "type": "supergroup", "title": "Group"}
QUEUED = {"update_id": 10}


def said(text: str, chat: Json = PRIVATE, **more: Any) -> Json:
    """A message."""
    return {"message_id": 5, "date": 1700000000, "chat": chat, "from": ADA, "text": text} | more


def command(text: str, chat: Json = PRIVATE) -> Json:
    """A message that is a command."""
    size = len(text.split()[0])
    return said(text, chat, entities=[{"type": "bot_command", "offset": 0, "length": size}])


CARD = said("Freedom Online Coalition (FOC)") | {"from": BOT}
UPDATES: tuple[Json, ...] = tuple(
    QUEUED | body
    for body in (
        {"message": said("FOC")},
        {"message": said("what is generative AI?", reply_to_message=CARD)},
        {"message": command("/start q_Rk9D")},
        {"message": command("/add quokka = small wallaby")},
        {"message": command("/define FOC", GROUP)},
        {"message": said("@glossary_test_bot FOC", GROUP, message_thread_id=3)},
        {"message": said("x", forward_origin={"type": "user", "date": 1, "sender_user": ADA})},
        {"edited_message": said("HRBA", edit_date=1700000001)},
        {"callback_query": {
            "id": "1", "from": ADA, "message": CARD, "chat_instance": "1", "data": "l:fi",
        }},
        {"inline_query": {"id": "2", "from": ADA, "query": "generat", "offset": ""}},
        {"guest_message": said("FOC", GROUP, guest_query_id="3")},
        {"message_reaction": {
            "chat": GROUP, "message_id": 5, "user": ADA, "date": 1700000000, "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        }},
        {"my_chat_member": {
            "chat": GROUP, "from": ADA, "date": 1700000000,
            "old_chat_member": {"user": BOT, "status": "left"},
            "new_chat_member": {"user": BOT, "status": "member"},
        }},
    )
)  # fmt: skip
SENT = said("x") | {"from": BOT}
RESULTS: Json = {
    "getMe": BOT,
    "sendMessage": SENT,
    "editMessageText": SENT,
    "answerGuestQuery": {"inline_message_id": "1"},
    "getChatAdministrators": [],
    "getChatMember": {"user": BOT, "status": "member"},
}


class Silence(BaseRequest):
    """A Bot API that carries out everything, and notes which methods it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    @property
    def read_timeout(self) -> float | None:
        """Nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Done."""
        self.asked.append(url.rpartition("/")[2])
        result = RESULTS.get(self.asked[-1], True)
        return 200, json.dumps({"ok": True, "result": result}).encode()


class Failures(logging.Handler):
    """Errors that were logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.found.append(record)


async def patient(directory: Path, request: Silence) -> App:
    """The whole bot with the sample glossary, which nobody can ask too fast."""
    state = await State.open(directory / "bot.db")
    desk = Desk(Settings(state=directory), Edition.of(glossary()), state)
    desk.patience = desk.cooldown = desk.noticing = Cooldown(burst=math.inf)
    return build(desk, TOKEN, request, request)


class Taker:
    """The whole bot, one update at a time."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.failures = Failures()
        logging.getLogger().addHandler(self.failures)
        self.directory, self.request = tempfile.TemporaryDirectory(), Silence()
        made = patient(Path(self.directory.name), self.request)
        self.application = self.loop.run_until_complete(made)
        self.loop.run_until_complete(self.application.initialize())
        self.loop.run_until_complete(self.application.start())

    def close(self) -> None:
        """Stop."""
        self.loop.run_until_complete(self.application.stop())
        self.loop.run_until_complete(self.application.shutdown())
        self.loop.run_until_complete(self.application.bot_data.state.close())
        self.loop.close()
        self.directory.cleanup()

    def take(self, content: Any) -> Update | None:
        """Handle what may be an update; the update that it was read as.

        Raises:
            AssertionError: the bot failed at it.
        """
        self.failures.found.clear()
        self.request.asked.clear()
        update = update_of(content, self.application.bot)
        if update is not None:
            self.loop.run_until_complete(self.application.process_update(update))
        for record in self.failures.found:
            raise AssertionError(record.getMessage()) from (record.exc_info or (None, None))[1]
        return update
