"""The same suggestion in several curators' chats: once it is decided, each of them shows how."""

from __future__ import annotations

import logging
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.concept import Language
from bot.desk import Desk
from bot.handlers.context import Context, query_of
from bot.handlers.review_card import review_card
from bot.state import Revision, Shown
from bot.wire.pace import Priority

log = logging.getLogger(__name__)


async def language_in(chat: int, desk: Desk) -> Language:
    """The language of what a chat is told unasked."""
    preferences = desk.state.preferences
    if chat < 0:
        return (await preferences.chat(chat)).language or "en"
    return await preferences.language(chat) or "en"


async def leave(update: Update, context: Context) -> None:
    """The card below which a curator decides is theirs: it shows the decision by itself."""
    message = query_of(update).message
    if message is not None:
        await context.bot_data.state.cards.forget(message.chat.id, message.message_id)


async def keep(update: Update, revision: Revision | None, context: Context) -> None:
    """That card shows a suggestion that still waits, and may have to be changed again."""
    message = query_of(update).message
    if message is not None and revision is not None and revision.open:
        shown = Shown(message.chat.id, message.message_id, revision.id, revision.version)
        await context.bot_data.state.cards.remember(shown)


async def renew(bot: ExtBot[Any], desk: Desk) -> None:
    """Edit the cards whose suggestion has changed since, as far as that can be done.

    Raises:
        StateUnavailable: Those that were taken up stay as they are.
    """
    for shown in await desk.state.cards.outdated():
        revision = await desk.state.revisions.get(shown.revision)
        if revision is not None:
            await _renew(shown, revision, bot, desk)


async def _renew(shown: Shown, revision: Revision, bot: ExtBot[Any], desk: Desk) -> None:
    cards = desk.state.cards
    card = await review_card(revision, desk, await language_in(shown.chat, desk))
    try:
        await bot.edit_message_text(
            chat_id=shown.chat,
            message_id=shown.message,
            text=card.html,
            reply_markup=card.buttons,
            rate_limit_args=Priority.NOTICE,
        )
    except (BadRequest, Forbidden):
        log.debug("A card of revision %d cannot be changed.", revision.id)
    except TelegramError as error:
        log.warning("A card was not changed (%s); trying again.", type(error).__name__)
        await cards.remember(shown)
    else:
        if revision.open:
            await cards.remember(shown._replace(version=revision.version))
