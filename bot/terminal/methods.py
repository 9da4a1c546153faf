"""The Bot API's methods for one private chat: https://core.telegram.org/bots/api."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from bot.terminal.choice import buttons, results
from bot.terminal.room import CAPTION, ApiError, Json, Room, content, keyboard, look

Method = Callable[[Room, Json], Any]

_SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
_MEDIA = ("Photo", "Audio", "Document", "Video", "Animation", "Voice", "VideoNote", "Sticker")


def _get_me(room: Room, _: Json) -> Json:
    return room.bot


def _send_message(room: Room, params: Json) -> Json:
    room.mine(params.get("chat_id"))
    return room.post(content(params) | _replied(room, params), keyboard(params))


def _send_file(kind: str) -> Method:
    def send(room: Room, params: Json) -> Json:
        room.mine(params.get("chat_id"))
        caption = content(params, "caption", CAPTION) if params.get("caption") else {}
        name, size = params.get("_file") or (str(params.get(kind, kind)), 0)
        file = {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": size}
        room.watcher.told(f"{name}, {size} B" if size else name, "file")
        message = caption | _replied(room, params)
        if kind == "document":  # what other kinds need beyond a name only a real file can tell
            message[kind] = file
        return room.post(message, keyboard(params))

    return send


def _edit_text(room: Room, params: Json) -> Json | bool:
    message = room.edited(params)
    return _changed(room, params, message, content(params))


def _edit_caption(room: Room, params: Json) -> Json | bool:
    message = room.edited(params)
    return _changed(room, params, message, content(params, "caption", CAPTION))


def _edit_markup(room: Room, params: Json) -> Json | bool:
    return _changed(room, params, room.edited(params), {})


def _changed(room: Room, params: Json, message: Json, new: Json) -> Json | bool:
    markup = keyboard(params)
    kept = markup if markup and markup.get("inline_keyboard") else None
    same = all(message.get(key) == value for key, value in new.items())
    bare = "text" in new and "entities" not in new and message.get("entities")
    if same and not bare and message.get("reply_markup") == kept:
        raise ApiError(_SAME)
    if new:
        message.pop("entities", None)
    message.update(new, edit_date=int(time.time()))
    message.pop("reply_markup", None)
    via = "inline_message_id" in params
    origin = {"inline_message_id": params["inline_message_id"]} if via else {"message": message}
    if kept is None:
        room.unbutton(message)
    else:
        message["reply_markup"] = kept
    if new or kept:
        room.show(message, origin, "edited", buttons(kept))
    return True if via else message


def _delete(room: Room, params: Json) -> bool:
    room.mine(params.get("chat_id"))
    numbers = params.get("message_ids") or [params.get("message_id") or 0]
    for number in numbers:
        message = room.messages.get(int(number))
        if message is None and "message_ids" not in params:
            raise ApiError("Bad Request: message to delete not found")
        if message is not None:
            room.unbutton(message)
            del room.messages[int(number)]
            room.watcher.told(look(message).text, "removed")
    return True


def _answer_callback(room: Room, params: Json) -> bool:
    if params.get("text"):
        room.watcher.told(str(params["text"]), "alert" if params.get("show_alert") else "answer")
    if params.get("url"):
        room.watcher.told(str(params["url"]), "answer")
    return True


def _answer_inline(room: Room, params: Json) -> bool:
    number, query = room.query
    if str(params.get("inline_query_id")) != number:
        raise ApiError(_OLD)
    found = params.get("results") or []
    offset = str(params.get("next_offset") or "")
    if len(found) > 50:
        raise ApiError("Bad Request: RESULTS_TOO_MUCH")
    room.choices = results(found, params.get("button"), offset)
    room.origin = {}
    room.watcher.listed(query, room.choices)
    return True


def _answer_guest(room: Room, params: Json) -> Json:
    return {"inline_message_id": sent(room, params["result"], "")}


def sent(room: Room, result: Json, note: str = "via") -> str:
    """Send an inline result as a message of the person via the bot; return its inline id."""
    text = content(result.get("input_message_content") or {"text": result.get("title", "")})
    number = f"inline{len(room.via) + 1}"
    markup = keyboard(result)
    room.via[number] = text | ({"reply_markup": markup} if markup else {})
    room.show(room.via[number], {"inline_message_id": number}, note, buttons(markup))
    return number


def _react(room: Room, params: Json) -> bool:
    room.mine(params.get("chat_id"))
    emoji = [str(item.get("emoji", "")) for item in params.get("reaction") or []]
    if any(emoji):
        room.watcher.told(" ".join(emoji), "reaction")
    return True


def _copy(room: Room, params: Json) -> Json:
    room.mine(params.get("from_chat_id"))
    room.mine(params.get("chat_id"))
    message = room.messages.get(int(params.get("message_id") or 0))
    if message is None:
        raise ApiError("Bad Request: message to copy not found")
    kept: Json = {key: message[key] for key in ("text", "entities", "caption") if key in message}
    return room.post(kept, keyboard(params))


def _get_chat(room: Room, params: Json) -> Json:
    room.mine(params.get("chat_id"))
    return room.person.chat | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


def _get_member(room: Room, params: Json) -> Json:
    room.mine(params.get("chat_id"))
    people = {str(person["id"]): person for person in (room.person.user, room.bot)}
    user = people.get(str(params.get("user_id")))
    if user is None:
        raise ApiError("Bad Request: user not found")
    return {"status": "member", "user": user}


def _get_administrators(room: Room, params: Json) -> Json:
    room.mine(params.get("chat_id"))
    raise ApiError("Bad Request: there are no administrators in the private chat")


def _replied(room: Room, params: Json) -> Json:
    """Return the message that a call replies to, as Telegram nests it: one level deep."""
    given = params.get("reply_parameters") or {}
    if not given:
        return {}
    message = room.messages.get(int(given.get("message_id") or 0))
    if message is None and not given.get("allow_sending_without_reply"):
        raise ApiError("Bad Request: message to be replied not found")
    flat = {key: value for key, value in (message or {}).items() if key != "reply_to_message"}
    return {"reply_to_message": flat} if flat else {}


def _key(name: str, params: Json) -> str:
    keys = {key: params[key] for key in ("scope", "language_code", "chat_id") if params.get(key)}
    return name + json.dumps(keys, sort_keys=True)


def _set(name: str, field: str) -> Method:
    def keep(room: Room, params: Json) -> bool:
        room.profile[_key(name, params)] = params.get(field)
        return True

    return keep


def _get(name: str, wrapped: str, default: object) -> Method:
    def kept(room: Room, params: Json) -> Any:
        value = room.profile.get(_key(name, params)) or default
        return {wrapped: value} if wrapped else value

    return kept


def _true(_room: Room, _params: Json) -> bool:
    return True


def _constant(value: object) -> Method:
    return lambda _room, _params: value


METHODS: dict[str, Method] = {
    "getMe": _get_me,
    "sendMessage": _send_message,
    "editMessageText": _edit_text,
    "editMessageCaption": _edit_caption,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete,
    "deleteMessages": _delete,
    "copyMessage": _copy,
    "forwardMessage": _copy,
    "answerCallbackQuery": _answer_callback,
    "answerInlineQuery": _answer_inline,
    "answerGuestQuery": _answer_guest,
    "setMessageReaction": _react,
    "getChat": _get_chat,
    "getChatMember": _get_member,
    "getChatAdministrators": _get_administrators,
    "getChatMemberCount": _constant(2),
    "getUserProfilePhotos": _constant({"total_count": 0, "photos": []}),
    "getUpdates": _constant([]),
    "getWebhookInfo": _constant(
        {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    ),
    "setMyCommands": _set("commands", "commands"),
    "deleteMyCommands": _set("commands", ""),
    "getMyCommands": _get("commands", "", []),
    "setMyName": _set("name", "name"),
    "getMyName": _get("name", "name", ""),
    "setMyDescription": _set("description", "description"),
    "getMyDescription": _get("description", "description", ""),
    "setMyShortDescription": _set("short", "short_description"),
    "getMyShortDescription": _get("short", "short_description", ""),
    "setChatMenuButton": _set("menu", "menu_button"),
    "getChatMenuButton": _get("menu", "", {"type": "commands"}),
    "setMyDefaultAdministratorRights": _true,
    "setMyProfilePhoto": _true,
    "removeMyProfilePhoto": _true,
    "sendChatAction": _true,
    "sendMessageDraft": _true,
    "pinChatMessage": _true,
    "unpinChatMessage": _true,
    "unpinAllChatMessages": _true,
    "leaveChat": _true,
    "setWebhook": _true,
    "deleteWebhook": _true,
    "logOut": _true,
    "close": _true,
} | {f"send{kind}": _send_file(kind[0].lower() + kind[1:]) for kind in _MEDIA}


def call(room: Room, method: str, params: Json) -> Any:
    """Call one method of the Bot API and return its result.

    Raises:
        ApiError: Telegram would refuse the call, or has no such method.
    """
    found = METHODS.get(method)
    if found is None:
        raise ApiError("Not Found", 404)
    return found(room, params)
