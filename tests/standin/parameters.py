"""Parameters of a call, read as the Bot API reads them: names, presence, types."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.standin.fields import METHODS, TYPES
from tests.standin.refusal import Refusal

Json = dict[str, Any]

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "document": "there is no document in the request",
    "message_id": "message identifier is not specified",
    "action": "wrong parameter action in request",
}


@dataclass(frozen=True)
class Upload:
    """A file sent as multipart/form-data."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Field:
    """One row of the table: a field's name, its type, whether it must be there."""

    name: str
    kind: str
    required: bool


@cache
def fields(table: str) -> dict[str, Field]:
    """The fields written in one row of `tests.standin.fields`."""
    rows = (row.split(":", 1) for row in table.split())
    return {name.rstrip("!"): Field(name.rstrip("!"), kind, "!" in name) for name, kind in rows}


def parameters(method: str, given: Json) -> Json:
    """Typed parameters of a call, or `Refusal`.

    Empty strings count as not given, as they do at Telegram. A name that the method does not know
    is refused here, although Telegram ignores it: it is always a mistake of the caller.
    """
    known = fields(METHODS[method])
    given = {name: value for name, value in given.items() if value not in ("", None)}
    for name in given:
        if name not in known:
            raise Refusal(f'parameter "{name}" is unknown to {method}')
    for field in known.values():
        if field.required and field.name not in given:
            if (method, field.name) == ("setWebhook", "url"):
                continue
            raise Refusal(MISSING.get(field.name, f'parameter "{field.name}" is required'))
    return {name: read(value, known[name].kind, name, given) for name, value in given.items()}


def read(value: Any, kind: str, name: str, uploads: Json) -> Any:
    """One outer parameter: text from a form, or a value from a JSON body."""
    if isinstance(value, Upload):
        if kind != "file":
            raise Refusal(f'parameter "{name}" is not a file')
        return value
    if kind == "file":
        attached = uploads.get(str(value).removeprefix("attach://"))
        return attached if isinstance(attached, Upload) else value
    if isinstance(value, str) and kind not in ("str", "chat"):
        value = decoded(value, kind, name)
    return checked(value, kind, name)


def decoded(value: str, kind: str, name: str) -> Any:
    """Text of a form field as JSON."""
    if kind == "bool" and value.lower() in ("true", "false", "1", "0", "yes", "no"):
        return value.lower() in ("true", "1", "yes")
    try:
        return json.loads(value)
    except ValueError:
        raise Refusal(f"can't parse {name} JSON object") from None


def checked(value: Any, kind: str, name: str) -> Any:
    """A decoded value of the given kind, or `Refusal` naming the field."""
    if kind.startswith("["):
        if not isinstance(value, list):
            raise Refusal(f'field "{name}" must be of type Array')
        return [checked(item, kind[1:-1], name) for item in value]
    if kind in SIMPLE:
        return simple(value, kind, name)
    if not isinstance(value, dict):
        raise Refusal(f'field "{name}" must be an Object ({kind})')
    return record(value, variant(kind, value), name)


SIMPLE: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
    "chat": (int, str),
    "json": (dict,),
}


def simple(value: Any, kind: str, name: str) -> Any:
    """A number, a text or a flag; a boolean is no number."""
    if not isinstance(value, SIMPLE[kind]) or (isinstance(value, bool) and kind != "bool"):
        raise Refusal(f'field "{name}" must be of type {kind}')
    if kind == "chat" and isinstance(value, str) and not value.startswith("@"):
        try:
            return int(value)
        except ValueError:
            raise Refusal("chat not found") from None
    return value


def record(value: Json, kind: str, name: str) -> Json:
    """An object with known fields only, the required ones present."""
    known = fields(TYPES[kind])
    value = {key: item for key, item in value.items() if item is not None}
    for key in value:
        if key not in known:
            raise Refusal(f'field "{key}" of {name} is unknown to {kind}')
    for field in known.values():
        if field.required and field.name not in value:
            raise Refusal(f'can\'t find field "{field.name}" of {kind}')
    return {key: checked(item, known[key].kind, key) for key, item in value.items()}


SCOPES = {
    "default": "BotCommandScope",
    "all_private_chats": "BotCommandScope",
    "all_group_chats": "BotCommandScope",
    "all_chat_administrators": "BotCommandScope",
    "chat": "BotCommandScopeChat",
    "chat_administrators": "BotCommandScopeChat",
    "chat_member": "BotCommandScopeChatMember",
}
VARIANTS = {
    "BotCommandScope": SCOPES,
    "MenuButton": {
        "default": "MenuButtonDefault",
        "commands": "MenuButtonDefault",
        "web_app": "MenuButtonWebApp",
    },
    "ReactionType": {"emoji": "ReactionTypeEmoji", "custom_emoji": "ReactionTypeCustomEmoji"},
    "InlineQueryResult": {"article": "InlineQueryResultArticle"},
}
UNSUPPORTED = {
    "BotCommandScope": "can't parse BotCommandScope: Unsupported type specified",
    "MenuButton": "can't parse menu button: MenuButton has unsupported type",
    "ReactionType": "can't parse ReactionType: invalid reaction type specified",
    "InlineQueryResult": "can't parse inline query result: type {type!r} is unsupported",
}
MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}


def variant(kind: str, value: Json) -> str:
    """Which of a family of types an object is."""
    if kind == "ReplyMarkup":
        found = [name for key, name in MARKUPS.items() if key in value]
        if len(found) != 1:
            raise Refusal("object expected as reply markup")
        return found[0]
    if kind not in VARIANTS:
        return kind
    chosen = VARIANTS[kind].get(str(value.get("type")))
    if chosen is None:
        raise Refusal(UNSUPPORTED[kind].format(type=value.get("type")))
    return chosen
