"""What administrators choose for their group: its language, and the offer to explain."""

from __future__ import annotations

from telegram import Chat, ChatMember, Message, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import callback, keyboard
from bot.handlers.context import App, Context, language_of, message_of, query_of, texts_for
from bot.handlers.sending import acknowledge, edit, send
from bot.markup import Html, join
from bot.reply import Reply
from bot.texts import known, texts

_ADMINISTRATORS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


def register(application: App) -> None:
    """Add /language in groups, with another name for it, and its buttons."""
    groups = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS
    application.add_handler(
        CommandHandler(command=("language", "settings"), callback=show, filters=groups)
    )
    application.add_handler(CallbackQueryHandler(callback=choose, pattern="^g:"))


async def show(update: Update, context: Context) -> None:
    """Show the group's settings; to administrators with buttons to change them."""
    message = message_of(update)
    await send(
        message, await _settings(update, context, change=await _may_change(message, context))
    )


async def choose(update: Update, context: Context) -> None:
    """Keep what an administrator chose, and show the settings as they are now."""
    query = query_of(update)
    chat, text = update.effective_chat, await texts_for(update, context)
    if chat is None or not await _leads(chat, query.from_user.id, context):
        await acknowledge(query, text.plain("group.admins_only"), alert=True)
        return
    _, arguments = callback.unpack(query.data or "")
    if arguments == ["o", "on"] and not await _leads(chat, context.bot.id, context):
        await acknowledge(query, text.plain("group.needs_admin"), alert=True)
        return
    await _keep(chat, arguments, context)
    await edit(query, await _settings(update, context, change=True))


async def _keep(chat: Chat, arguments: list[str], context: Context) -> None:
    preferences = context.bot_data.state.preferences
    match arguments:
        case ["l", code]:
            await preferences.set_chat(chat.id, "language", known(code))
        case ["o", "on"]:
            await preferences.set_chat(chat.id, "offer_to_explain", "on")
        case ["o", "off"]:
            await preferences.set_chat(chat.id, "offer_to_explain", None)
            context.bot_data.offers.forget(chat.id)


async def _settings(update: Update, context: Context, *, change: bool) -> Reply:
    chat = update.effective_chat
    assert chat is not None  # commands and buttons stand in chats
    chosen = await context.bot_data.state.preferences.chat(chat.id)
    language = await language_of(update, context)
    text = texts(language)
    spoken = text(f"languages.{chosen.language}") if chosen.language else text("group.asker")
    offers = chosen.offer_to_explain
    able = not offers or await _leads(chat, context.bot.id, context)
    html = join(
        [
            text("group.title"),
            join(
                [
                    text("group.language", language=spoken),
                    text("group.offer_on" if offers else "group.offer_off"),
                ]
            ),
            text("group.offer"),
            Html("") if able else text("group.not_admin"),
            Html("") if change else text("group.members"),
        ],
        "\n\n",
    )
    return Reply(html, keyboard.group(language, offers=offers) if change else None)


async def _may_change(message: Message, context: Context) -> bool:
    if message.sender_chat is not None:  # an anonymous administrator writes as the group itself
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await _leads(
        message.chat, message.from_user.id, context
    )


async def _leads(chat: Chat, person: int, context: Context) -> bool:
    """Whether a person is an administrator of the chat, or owns it."""
    try:
        member = await context.bot.get_chat_member(chat_id=chat.id, user_id=person)
    except BadRequest:  # only for administrators is Telegram bound to tell of single members
        leaders = await context.bot.get_chat_administrators(chat_id=chat.id)
        return any(leader.user.id == person for leader in leaders)
    return member.status in _ADMINISTRATORS
