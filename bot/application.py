"""The wiring: settings, desk, requests and handlers become one Application."""

from __future__ import annotations

from typing import cast

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes, Defaults
from telegram.request import BaseRequest

from bot import handlers
from bot.desk import Desk
from bot.handlers.context import App
from bot.journal import Journal
from bot.upkeep import Upkeep
from bot.wire.courier import Courier
from bot.wire.pace import Pace
from bot.wire.turns import Turns

UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "guest_message",
    "message_reaction",
    "my_chat_member",
)


def build(desk: Desk, token: str, request: BaseRequest, polling: BaseRequest) -> App:
    """The application that answers from a desk.

    Args:
        desk: What is served, and what is remembered.
        token: The bot's token.
        request: What carries calls to the Bot API.
        polling: The same for ``getUpdates``, which waits long and must not hold up the others.
    """
    settings = desk.settings
    turns, upkeep = Turns(report=Journal(desk.vitals)), Upkeep()
    courier = Courier(
        token=token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request,
        get_updates_request=polling,
        rate_limiter=Pace(vitals=desk.vitals),
        defaults=_defaults(),
    )
    builder = (
        Application.builder()
        .updater(None)  # `bot.wire` has pollers of its own
        .bot(courier)
        .concurrent_updates(turns)
        .update_queue(turns.queue)
        .context_types(ContextTypes(bot_data=cast("type[Desk]", lambda: desk)))
        .post_init(upkeep.begin)
        .post_stop(upkeep.end)
    )
    application = cast("App", builder.build())
    handlers.register(application)
    return application


def _defaults() -> Defaults:
    return Defaults(
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
