"""When a handler fails: it is logged without a word of anyone's, and the person is told."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.handlers.context import App, Context, texts_for
from bot.journal import kind
from bot.outcome import note
from bot.state import StateUnavailable

log = logging.getLogger(__name__)


def register(application: App) -> None:
    """Add the error handler."""
    application.add_error_handler(callback=failed)


async def failed(update: object, context: Context) -> None:
    """Log a failure by its kind, and apologise where that can be done."""
    error = context.error
    if isinstance(error, Forbidden) or (
        isinstance(error, BadRequest) and "not enough rights" in error.message.casefold()
    ):
        note("undelivered")
        log.info("A reply was not delivered: the chat does not let the bot write.")
        return
    if isinstance(error, StateUnavailable):
        note("unkept")
        log.error("Nothing could be kept while answering %s: %s", kind(update), error)
        if isinstance(update, Update):
            await _apologise(update, context, "state.unavailable")
        return
    note("failed")
    log.error("%s while answering: %s", type(error).__name__, kind(update), exc_info=error)
    if isinstance(update, Update) and not isinstance(error, NetworkError):
        await _apologise(update, context)


async def _apologise(update: Update, context: Context, key: str = "answer.failed") -> None:
    text = await texts_for(update, context)
    try:
        if update.callback_query:
            await update.callback_query.answer(text=text.plain(key), show_alert=True)
        elif update.effective_message and update.message:
            await update.effective_message.reply_html(text=text(key))
    except TelegramError:
        log.info("The apology could not be delivered.")
