"""The draft that a person is writing: read for each message, kept before it is answered."""

from __future__ import annotations

import asyncio
from typing import NamedTuple, cast

from telegram import Update

from bot.handlers.context import Context
from bot.handlers.curating import request
from bot.state import StateUnavailable
from bot.suggestion.form import Form, Step, dumped, loaded

PATIENCE = 1.0  # seconds that a private text waits to learn whether a draft wants it


class Writing(NamedTuple):
    """A draft as it was read: the step it waits at, the form, and the version in the database."""

    step: Step
    form: Form
    version: int


async def writing(update: Update, context: Context) -> Writing | None:
    """The person's draft. Raises ``StateUnavailable``."""
    person = update.effective_user
    draft = await context.bot_data.state.drafts.get(person.id) if person else None
    if draft is None:
        return None
    try:
        return Writing(cast(Step, draft.step), loaded(draft.body), draft.version)
    except (TypeError, ValueError):  # of another version of the program
        return Writing("menu", Form(goal="new"), draft.version)


async def writing_soon(update: Update, context: Context) -> Writing | None:
    """The same for a text that may be a question: without the database there is no draft."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await writing(update, context)
    except (TimeoutError, StateUnavailable):
        return None


async def keep(update: Update, context: Context, step: Step, form: Form, version: int) -> Writing:
    """Keep a draft; ``version`` is the one that was read, 0 for a new one.

    Raises:
        DraftChanged: Something else was faster.
        StateUnavailable: Nothing was kept.
    """
    person, chat = update.effective_user, update.effective_chat
    assert person is not None  # drafts are written in private chats
    assert chat is not None  # the same
    draft = await context.bot_data.state.drafts.save(
        person.id, chat.id, step, dumped(form), version=version, request=request(update)
    )
    return Writing(step, form, draft.version)


async def drop(update: Update, context: Context) -> bool:
    """Forget the person's draft; whether there was one."""
    person = update.effective_user
    return bool(person and await context.bot_data.state.drafts.discard(person.id))


async def answered(update: Update, context: Context) -> bool:
    """Whether this message has been answered before: Telegram delivers some of them twice."""
    message = update.effective_message
    if message is None:
        return False
    answers = context.bot_data.state.answers
    return await answers.to(message.chat.id, message.message_id) is not None
