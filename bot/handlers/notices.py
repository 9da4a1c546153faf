"""Telling people: suggestions to curators, decisions to authors. Kept until they are told."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot import links
from bot.concept import Language
from bot.desk import Desk
from bot.handlers import filing
from bot.handlers.buttons import button, markup
from bot.handlers.context import Context
from bot.handlers.copies import language_in, renew
from bot.handlers.review_card import reason, review_card
from bot.handlers.wording import called
from bot.markup import Html, join, link
from bot.overlay import said_by
from bot.reply import Reply
from bot.state import Notice, Revision, Shown, StateUnavailable
from bot.texts import texts
from bot.wire.pace import Priority

log = logging.getLogger(__name__)

EVERY = 5.0  # seconds between two looks for what is still to be told
LATER_MS = 30_000  # after a failure that may pass

Wording = Callable[["News", Desk], Awaitable[Reply | None]]


class News(NamedTuple):
    """What a notice is about, for whom it is worded, and by which bot (for links into it)."""

    revision: Revision
    language: Language
    bot: str


def tell_soon(context: Context) -> None:
    """Tell what waits, after the present answer."""
    context.application.create_task(tell(context.bot, context.bot_data))


async def tell_always(bot: ExtBot[Any], desk: Desk) -> None:
    """Tell what waits, for as long as the bot serves: also what an earlier run left."""
    while True:
        await tell(bot, desk)
        await asyncio.sleep(EVERY)


async def tell(bot: ExtBot[Any], desk: Desk) -> None:
    """Tell what waits now, and show what has become of suggestions that were told before."""
    with contextlib.suppress(StateUnavailable):
        await renew(bot, desk)
        for notice in await desk.state.notices.claim():
            await _deliver(notice, bot, desk)


async def _deliver(notice: Notice, bot: ExtBot[Any], desk: Desk) -> None:
    notices = desk.state.notices
    try:
        await _send(notice, bot, desk)
    except RetryAfter as error:
        pause = error.retry_after
        seconds = pause.total_seconds() if not isinstance(pause, int) else pause
        await notices.later(notice.id, int(seconds * 1000) + 500)
    except (Forbidden, BadRequest):
        log.info("A notice cannot be delivered: %s.", notice.kind)
        await notices.done(notice.id)
    except (NetworkError, TelegramError) as error:
        log.warning("A notice was not delivered (%s); trying again.", type(error).__name__)
        await notices.later(notice.id, LATER_MS)
    else:
        await notices.done(notice.id)


async def _send(notice: Notice, bot: ExtBot[Any], desk: Desk) -> None:
    revision = await desk.state.revisions.get(int(notice.body.get("revision", 0)))
    reply = await _worded(notice, revision, bot, desk)
    if reply is None:
        return
    sent = await bot.send_message(
        chat_id=notice.recipient,
        text=reply.html,
        reply_markup=reply.buttons,
        rate_limit_args=Priority.NOTICE,
    )
    if notice.kind == "suggested" and revision is not None:
        shown = Shown(sent.chat.id, sent.message_id, revision.id, revision.version)
        await desk.state.cards.remember(shown)


async def _worded(
    notice: Notice, revision: Revision | None, bot: ExtBot[Any], desk: Desk
) -> Reply | None:
    """What to say; None when there is nothing to be said any more."""
    language = await language_in(notice.recipient, desk)
    if notice.kind.startswith("file-"):
        return filing.news(notice.kind, dict(notice.body), desk, language)
    wording = WORDINGS.get(notice.kind)
    if wording is None or revision is None:
        return None
    return await wording(News(revision, language, bot.username), desk)


async def _suggested(news: News, desk: Desk) -> Reply | None:
    """To a curator: the suggestion, unless somebody has decided meanwhile."""
    pending = news.revision.state == "pending"
    return await review_card(news.revision, desk, news.language) if pending else None


async def _approved(news: News, _: Desk) -> Reply:
    text = texts(news.language)
    name = link(_name(news), links.to_concept(news.bot, news.revision.concept))
    amended = text("notice.amended") if news.revision.suggested else ""
    return _with_choice(join([text("notice.approved", name=name), amended]), news.language)


async def _rejected(news: News, _: Desk) -> Reply:
    text = texts(news.language)
    told = text("notice.rejected", name=_name(news))
    return _with_choice(join([told, reason(news.revision, text)]), news.language)


async def _asked_back(news: News, _: Desk) -> Reply | None:
    revision, text = news.revision, texts(news.language)
    if revision.state != "asked-back":
        return None
    told = text("notice.asked_back", name=_name(news))
    buttons = [
        [button(text.plain("mine.change"), "o", "e", revision.id)],
        [button(text.plain("mine.withdraw"), "o", "w", revision.id)],
    ]
    return Reply(join([told, reason(revision, text)], "\n\n"), markup(*buttons))


def _with_choice(html: Html, language: Language) -> Reply:
    """With a way to hear no more of this."""
    label = texts(language).plain("notice.off")
    return Reply(html, markup([button(label, "o", "n", 0)]))


def _name(news: News) -> str:
    return called(said_by(news.revision).concept, news.language)


WORDINGS: dict[str, Wording] = {
    "suggested": _suggested,
    "approved": _approved,
    "rejected": _rejected,
    "asked-back": _asked_back,
}
"""Kind of notice → how it is worded; the facts of all of them are a revision."""
