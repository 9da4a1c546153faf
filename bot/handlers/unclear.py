"""What no other handler takes in a private chat: unknown commands, and messages without words."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.handlers.context import App, Context, message_of, texts_for
from bot.handlers.sending import send
from bot.markup import one_line
from bot.reply import Reply

COMMAND = 40  # characters of a command that are repeated


def register(application: App) -> None:
    """Add them; to be called when all other handlers of messages are there."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.VIA_BOT
    application.add_handler(
        MessageHandler(filters=private & filters.COMMAND, callback=unknown_command)
    )
    wordless = private & ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(filters=wordless & ~_Album(), callback=no_words))


class _Album(filters.MessageFilter):
    """One of several pictures sent together: answering each would be a flood."""

    def filter(self, message: Message) -> bool:
        """Whether a message is one."""
        return message.media_group_id is not None


async def unknown_command(update: Update, context: Context) -> None:
    """Say that there is no such command, and where those that there are stand."""
    message = message_of(update)
    text = await texts_for(update, context)
    command = one_line("".join((message.text or "").split(maxsplit=1)[:1]), COMMAND)
    await send(message, Reply(text("help.no_command", command=command)))


async def no_words(update: Update, context: Context) -> None:
    """Ask for words: a picture, a sticker or a voice message holds none."""
    await send(message_of(update), Reply((await texts_for(update, context))("define.empty")))
