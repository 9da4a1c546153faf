"""A curator's own words to the author: a reason for rejecting, or a question.

They are written as a reply to a message of the bot, which names the suggestion in a link. So
nothing has to be remembered, and it works in a group where the bot sees replies to itself alone.
"""

from __future__ import annotations

import re

from telegram import ForceReply, Message, Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot import links
from bot.handlers.context import App, Context, message_of, query_of, texts_for
from bot.handlers.curating import curators_only
from bot.handlers.deciding import outcome, ruling
from bot.handlers.notices import tell_soon
from bot.handlers.sending import acknowledge, send
from bot.markup import link, one_line
from bot.reply import Reply
from bot.state import Revision

BEFORE_DRAFTS = -2  # the group of handlers: a reply is none to the draft's question
LENGTH = 500  # characters of a reason

_ADDRESS = re.compile(r"\?start=w_([xq])_(\d{1,9})_(\d{1,9})$")


class _Answers(filters.MessageFilter):
    """Replies to a message of ours that asks for words."""

    def filter(self, message: Message) -> bool:
        """Whether a message is one."""
        return _asked(message) is not None


def register(application: App) -> None:
    """Add the handler of replies."""
    said = filters.UpdateType.MESSAGE & filters.TEXT & filters.REPLY & ~filters.COMMAND
    handler = MessageHandler(filters=said & _Answers(), callback=written)
    application.add_handler(handler, group=BEFORE_DRAFTS)


async def ask_for_words(
    verb: str, revision: Revision, version: int, update: Update, context: Context
) -> None:
    """Ask for a reason (``x``) or a question (``q``), to be sent as a reply."""
    query, text = query_of(update), await texts_for(update, context)
    await acknowledge(query)
    chat = update.effective_chat
    assert chat is not None  # suggestions are shown in chats
    address = links.to_payload(context.bot.username, f"w_{verb}_{revision.id}_{version}")
    number = link(f"#{revision.id}", address)
    await context.bot.send_message(
        chat_id=chat.id,
        text=text(f"review.words_{verb}", number=number),
        reply_markup=ForceReply(selective=False),
    )


async def written(update: Update, context: Context) -> None:
    """Decide with the words of a reply; further handlers leave it alone."""
    await _decide(update, context)
    raise ApplicationHandlerStop


@curators_only
async def _decide(update: Update, context: Context) -> None:
    message = message_of(update)
    asked = _asked(message)
    assert asked is not None  # the filter lets nothing else through
    verb, number, version = asked
    said = ruling(update, one_line(message.text or "", LENGTH))
    revisions = context.bot_data.state.revisions
    decide = revisions.reject if verb == "x" else revisions.ask_back
    decision = await decide(number, said, version=version)
    tell_soon(context)
    if decision.outcome == "done" and decision.revision and verb == "q":
        text = await texts_for(update, context)
        await send(message, Reply(text("review.asked", number=number)))
        return
    await send(message, await outcome(decision, update, context))


def _asked(message: Message) -> tuple[str, int, int] | None:
    """What a reply answers: ``x`` or ``q``, the suggestion, and the version that was seen."""
    before = message.reply_to_message
    if before is None or before.from_user is None or before.from_user.id != message.get_bot().id:
        return None
    first = before.entities[0] if before.entities else None
    found = _ADDRESS.search(first.url or "") if first and first.offset == 0 else None
    return (found[1], int(found[2]), int(found[3])) if found else None
