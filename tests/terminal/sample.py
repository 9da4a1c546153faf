"""A small bot that does everything once; ``python -m tests.terminal.sample`` chats with it."""

from __future__ import annotations

import asyncio
import html
import sys
from typing import Any

from telegram import (
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ChatAction
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.terminal import TOKEN, Person, run_chat

Context = ContextTypes.DEFAULT_TYPE
AnyApplication = Application[Any, Any, Any, Any, Any, Any]

GREETING = ("Type a term.", "/help says more; Ctrl-D ends.", "TELEGRAM_BOT_TOKEN: @BotFather.")
CARD = (
    "<b>{0}</b> is <i>explained</i> "
    '<a href="https://t.me/glossary_bot?start=foc">here</a> and '
    '<a href="https://example.org/a">there</a>\n'
    "<blockquote expandable>A note\nof two lines</blockquote>"
)
BUTTONS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Related", callback_data="related"),
            InlineKeyboardButton("Quiet", callback_data="quiet"),
        ],
        [InlineKeyboardButton("Source", url="https://example.org/source")],
        [
            InlineKeyboardButton("Share", switch_inline_query="foc"),
            InlineKeyboardButton("Copy", copy_text=CopyTextButton("FOC: a coalition")),
        ],
        [InlineKeyboardButton("Delete", callback_data="delete")],
    ]
)
BACK = InlineKeyboardMarkup([[InlineKeyboardButton("Back", callback_data="back")]])


async def card(update: Update, _: Context) -> None:
    message = update.effective_message
    assert message is not None
    await message.chat.send_action(action=ChatAction.TYPING)
    reply = message.reply_to_message
    about = f"Re {html.escape(reply.text or '')}: " if reply else ""
    verb = "Corrected " if update.edited_message else ""
    text = about + verb + CARD.format(html.escape(message.text or ""))
    await message.reply_text(text=text, parse_mode="HTML", reply_markup=BUTTONS)


async def press(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query is not None
    if query.data == "delete" and query.message is not None:
        await query.answer(text="Gone", show_alert=True)
        await query.delete_message()
        return
    await query.answer(text="Here you are")
    if query.data == "related":
        text = "Now <b>related</b>"
        await query.edit_message_text(text=text, parse_mode="HTML", reply_markup=BACK)
    elif query.data == "quiet":
        await query.edit_message_reply_markup(reply_markup=None)
    else:
        await query.edit_message_text(text="Back again", reply_markup=BUTTONS)


async def inline(update: Update, _: Context) -> None:
    query = update.inline_query
    assert query is not None
    start = int(query.offset or 0)
    found = [
        InlineQueryResultArticle(
            id=str(number),
            title=f"{query.query} {number}",
            description="A description",
            input_message_content=InputTextMessageContent(
                message_text=f"<b>Card {number}</b>", parse_mode="HTML"
            ),
            reply_markup=BACK,
        )
        for number in range(start + 1, start + 3)
        if query.query != "nothing"
    ]
    button = InlineQueryResultsButton(text="Ask the bot", start_parameter="ask")
    await query.answer(
        results=found,
        next_offset="2" if found and not start else "",
        button=None if found else button,
    )


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(text=f"Started with {context.args}")
    if context.args == ["later"]:
        context.application.create_task(_later(update))


async def _later(update: Update) -> None:
    assert update.message is not None
    await asyncio.sleep(0.1)
    await update.message.reply_text(text="Later")


async def ask(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(text="Which?", reply_markup=ForceReply())


async def attack(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(text="red \x1b[31m\x9b32m \u202eevil\x07\r", parse_mode=None)


async def react(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.set_reaction(reaction="👀")
    await update.message.reply_document(document=b"a,b\n", filename="table.csv", caption="A table")


async def fail(update: Update, _: Context) -> None:
    raise RuntimeError("a handler failed")


async def failed(update: object, context: Context) -> None:
    assert isinstance(update, Update)
    assert update.effective_message is not None
    await update.effective_message.reply_text(text=f"Sorry: {type(context.error).__name__}")


def build(request: BaseRequest) -> AnyApplication:
    application = (
        Application.builder().token(TOKEN).request(request).get_updates_request(request).build()
    )
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("ask", ask))
    application.add_handler(CommandHandler("attack", attack))
    application.add_handler(CommandHandler("react", react))
    application.add_handler(CommandHandler("fail", fail))
    application.add_handler(MessageHandler(filters.TEXT, card))
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(InlineQueryHandler(inline))
    application.add_error_handler(failed)
    return application


if __name__ == "__main__":
    person = Person(first_name="Ann", language_code="fi")
    color = "no-color" not in sys.argv
    sys.exit(asyncio.run(run_chat(build, person=person, greeting=GREETING, color=color)))
