"""The Bot API's methods, by name. `getUpdates` and the webhook live in the server."""

from collections.abc import Callable
from typing import Any

from tests.standin.methods import answering, chats, profile, sending
from tests.standin.world import World

Json = dict[str, Any]
Method = Callable[[World, Json], Any]

METHODS: dict[str, Method] = {
    "getMe": lambda world, _: world.bot | {"first_name": profile.name(world)},
    "logOut": lambda _, __: True,
    "close": lambda _, __: True,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": sending.edit_message_text,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "deleteMessages": sending.delete_messages,
    "setMessageReaction": sending.set_message_reaction,
    "getFile": sending.get_file,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "answerGuestQuery": answering.answer_guest_query,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
}
