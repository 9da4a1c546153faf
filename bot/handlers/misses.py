"""Counting what was asked for in vain: by the words alone, after the answer, never who asked."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import Chat, MessageEntity, MessageOriginChat, MessageOriginUser, Update, User

from bot.concept import Language
from bot.handlers.context import Context
from bot.lookup import Answer
from bot.lookup.questions import is_small_talk
from bot.missing import as_written, may_count

_TELLING = frozenset(
    {
        "bank_card",  # the library has no name for it
        MessageEntity.EMAIL,
        MessageEntity.MENTION,
        MessageEntity.PHONE_NUMBER,
        MessageEntity.TEXT_LINK,
        MessageEntity.TEXT_MENTION,
        MessageEntity.URL,
    }
)


def count_miss(answer: Answer, language: Language, update: Update, context: Context) -> None:
    """Count a question; one without an answer by its words, where they look like a term.

    Returns at once.
    """
    best = answer.matches[0].kind if answer.matches else "none"
    context.bot_data.vitals.lookups.add(answer.verdict, best)
    if answer.verdict != "unknown" or is_small_talk(answer.query):
        return
    if _tells(update, context.bot.username):
        return
    if not may_count(answer.query, _names(update)):
        return
    desk = context.bot_data
    folded = desk.edition.lookup.asked_for(answer.query)
    counting = desk.state.misses.count(
        folded,
        language,
        spelling=as_written(answer.query, folded),
        request=str(update.update_id),
    )
    context.application.create_task(counting, update=update)


def _tells(update: Update, bot: str) -> bool:
    message = update.effective_message
    found = message.parse_entities() if message and message.text else {}
    return any(
        entity.type in _TELLING and words.casefold() != f"@{bot}".casefold()
        for entity, words in found.items()
    )


def _names(update: Update) -> Iterator[str | None]:
    """The names of everybody whom the update lets us know of."""
    message = update.effective_message
    yield from _of(update.effective_user)
    yield from _of(update.effective_chat)
    if message and (earlier := message.reply_to_message):
        yield from _of(earlier.from_user)
        yield from _of(earlier.sender_chat)
    origin = message.forward_origin if message else None
    if isinstance(origin, MessageOriginUser):
        yield from _of(origin.sender_user)
    elif isinstance(origin, MessageOriginChat):
        yield from _of(origin.sender_chat)
    elif origin is not None:
        yield getattr(origin, "sender_user_name", None)


def _of(somebody: User | Chat | None) -> Iterator[str | None]:
    if somebody is not None:
        yield from (somebody.first_name, somebody.last_name, somebody.username)
