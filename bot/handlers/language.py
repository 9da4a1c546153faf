"""/language: in which language the bot answers."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback, keyboard
from bot.handlers.context import App, Context, language_of, message_of, query_of, texts_for
from bot.handlers.sending import edit, send
from bot.reply import Reply
from bot.texts import known


def register(application: App) -> None:
    """Add the command and its buttons."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="language", callback=ask, filters=said))
    application.add_handler(CallbackQueryHandler(callback=choose, pattern="^l:"))


async def ask(update: Update, context: Context) -> None:
    """Offer the languages."""
    language = await language_of(update, context)
    text = await texts_for(update, context)
    reply = Reply(text("language_choice.ask"), keyboard.languages(language))
    await send(message_of(update), reply)


async def choose(update: Update, context: Context) -> None:
    """Keep the choice, and say so in the language chosen."""
    query = query_of(update)
    code = callback.unpack(query.data or "")[1][0]
    chosen = known(code)
    await context.bot_data.state.preferences.set_language(query.from_user.id, chosen)
    text = await texts_for(update, context)
    done = text("language_choice.done" if chosen else "language_choice.automatic_done")
    await edit(query, Reply(done))
