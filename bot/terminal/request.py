"""python-telegram-bot's way to the Bot API, without a network: one chat, answered here."""

from __future__ import annotations

import json
from pathlib import PurePath

from telegram.request import BaseRequest, RequestData

from bot.terminal.methods import call
from bot.terminal.room import ApiError, Json, Room

TOKEN = "2:terminal"  # noqa: S105  # names the bot of this chat; opens nothing
USERNAME = "glossary_bot"
OBJECTS = frozenset({"reply_markup", "reply_parameters", "link_preview_options"})
"""Parameters that are objects, which a call may give as JSON."""


class TerminalRequest(BaseRequest):
    """Answers every request as the Bot API would, for the one chat in ``room``."""

    __slots__ = ("name", "room")

    def __init__(self, room: Room, name: str = "Glossary") -> None:
        self.room = room
        self.name = name

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer: there is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Do nothing: there is no connection to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is no connection to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        *_timeouts: object,
        **_more: object,
    ) -> tuple[int, bytes]:
        """Answer one request with a status and the JSON of a Bot API response."""
        root, _, name = url.rpartition("/")
        if not self.room.bot:
            self.room.bot = self._user(root)
        try:
            result = call(self.room, name, _params(request_data))
        except ApiError as error:
            return error.code, _body(
                {"ok": False, "error_code": error.code, "description": error.description}
            )
        return 200, _body({"ok": True, "result": result})

    def _user(self, root: str) -> Json:
        """Return the bot as a ``User``; its id is the first part of the token, as always."""
        number = root.rpartition("/bot")[2].partition(":")[0]
        return {
            "id": int(number) if number.isdecimal() else 2,
            "is_bot": True,
            "first_name": self.name,
            "username": USERNAME,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }


def _params(data: RequestData | None) -> Json:
    if data is None:
        return {}
    params: Json = dict(data.parameters)
    for name in OBJECTS & params.keys():
        if isinstance(params[name], str):
            params[name] = json.loads(params[name])
    if data.contains_files:
        for name, body, *_rest in data.multipart_data.values():
            size = len(body) if isinstance(body, bytes) else 0
            params["_file"] = (PurePath(name).name, size)
    return params


def _body(content: Json) -> bytes:
    return json.dumps(content).encode()
