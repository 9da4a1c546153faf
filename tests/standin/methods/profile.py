"""How the bot presents itself: name, descriptions, commands, menu button.

What each does: https://core.telegram.org/bots/api#available-methods
"""

import re
from typing import Any

from tests.standin import utf16
from tests.standin.refusal import Refusal
from tests.standin.world import World

Json = dict[str, Any]


def language(given: Json) -> str:
    """A two-letter language code in small letters, or ""."""
    code = str(given.get("language_code", ""))
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise Refusal("invalid language code specified")
    return code


def scope(world: World, given: Json) -> str:
    """A scope of commands as a key; a scope of one chat must name one that exists."""
    chosen: Json = given.get("scope", {"type": "default"})
    if "chat_id" not in chosen:
        return str(chosen["type"])
    chat = world.chat(chosen["chat_id"])
    if chosen["type"] != "chat" and chat.kind == "private":
        raise Refusal("can't use specified scope in private chats")
    return f"{chosen['type']}:{chat.id}:{chosen.get('user_id', '')}"


def set_my_commands(world: World, given: Json) -> bool:
    commands = given["commands"]
    if len(commands) > 100:
        raise Refusal("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise Refusal("BOT_COMMAND_INVALID")
        if not 1 <= utf16.length(command["description"]) <= 256:
            raise Refusal("BOT_COMMAND_DESCRIPTION_INVALID")
    names = [command["command"] for command in commands]
    if len(set(names)) != len(names):
        raise Refusal("BOT_COMMANDS_DUPLICATE")
    world.profile.commands[scope(world, given), language(given)] = commands
    return True


def get_my_commands(world: World, given: Json) -> list[Json]:
    return world.profile.commands.get((scope(world, given), language(given)), [])


def delete_my_commands(world: World, given: Json) -> bool:
    world.profile.commands.pop((scope(world, given), language(given)), None)
    return True


def put(kept: dict[str, str], given: Json, field: str, limit: int) -> bool:
    """Keep a text for a language; an empty one takes it away."""
    words = given.get(field, "")
    if utf16.length(words) > limit:
        raise Refusal(f"{field.upper()}_TOO_LONG")
    kept[language(given)] = words
    return True


def told(kept: dict[str, str], given: Json) -> str:
    """The text for a language, else the one for all others."""
    return kept.get(language(given)) or kept.get("", "")


def name(world: World, given: Json | None = None) -> str:
    """The bot's name in a language."""
    return told(world.profile.names, given or {}) or str(world.bot["first_name"])


def set_my_name(world: World, given: Json) -> bool:
    return put(world.profile.names, given, "name", 64)


def get_my_name(world: World, given: Json) -> Json:
    return {"name": name(world, given)}


def set_my_description(world: World, given: Json) -> bool:
    return put(world.profile.descriptions, given, "description", 512)


def get_my_description(world: World, given: Json) -> Json:
    return {"description": told(world.profile.descriptions, given)}


def set_my_short_description(world: World, given: Json) -> bool:
    return put(world.profile.short_descriptions, given, "short_description", 120)


def get_my_short_description(world: World, given: Json) -> Json:
    return {"short_description": told(world.profile.short_descriptions, given)}


def set_chat_menu_button(world: World, given: Json) -> bool:
    button = given.get("menu_button", {"type": "default"})
    if button["type"] == "web_app" and not button["web_app"]["url"].startswith("https://"):
        raise Refusal("BUTTON_URL_INVALID")
    world.profile.menu_buttons[menu_chat(world, given)] = button
    return True


def get_chat_menu_button(world: World, given: Json) -> Json:
    buttons = world.profile.menu_buttons
    default = buttons.get(0, {"type": "commands"})
    return buttons.get(menu_chat(world, given), default)


def menu_chat(world: World, given: Json) -> int:
    """The private chat that a menu button is for, or 0 for all."""
    if "chat_id" not in given:
        return 0
    chat = world.chat(given["chat_id"])
    if chat.kind != "private":
        raise Refusal("chat_id must be the identifier of a private chat")
    return chat.id
