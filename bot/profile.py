"""How the bot presents itself: name, descriptions, commands, menu button.

Each is read first and written only where it differs: Telegram lets a bot change its name a few
times a day only, and a start should not use that up. Nothing here keeps the bot from serving.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import NamedTuple

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    MenuButton,
    MenuButtonCommands,
)
from telegram.error import TelegramError

from bot import menu
from bot.concept import LANGUAGES, Language
from bot.texts import Texts, texts

log = logging.getLogger(__name__)

# https://core.telegram.org/bots/api#determining-list-of-commands
_SCOPES: tuple[tuple[menu.Scope, BotCommandScope], ...] = (
    ("private", BotCommandScopeAllPrivateChats()),
    ("groups", BotCommandScopeAllGroupChats()),
    ("admins", BotCommandScopeAllChatAdministrators()),
)


class Part(NamedTuple):
    """One thing that Telegram shows of the bot: how it is read, what it should be."""

    name: str
    read: Callable[[], Awaitable[object]]
    wanted: object
    write: Callable[[], Awaitable[bool]]


async def present(bot: Bot, curators: Iterable[int] = (), board: int | None = None) -> int:
    """Set what differs from what Telegram shows; how many things that were.

    Args:
        bot: The bot.
        curators: People who get the commands of curators in their private chats.
        board: The curators' group, whose administrators get them there.
    """
    written = [await _settle(part) for part in _parts(bot)]
    if board is not None:
        scope = BotCommandScopeChatAdministrators(chat_id=board)
        written += [await _settle(part) for part in _commands(bot, "board", scope)]
    changed = sum(written) + sum([await present_to(bot, each) for each in sorted(curators)])
    log.info("The bot's profile: %s.", f"{changed} changed" if changed else "nothing to change")
    return changed


async def present_to(bot: Bot, curator: int) -> int:
    """Set the commands of a curator's private chat where they differ; how many lists that were."""
    scope = BotCommandScopeChat(chat_id=curator)
    return sum([await _settle(part) for part in _commands(bot, "curators", scope)])


async def _settle(part: Part) -> bool:
    try:
        if await part.read() == part.wanted:
            return False
        return await part.write()
    except TelegramError as error:
        if "chat not found" in error.message.casefold():
            log.info("A curator's chat is not open to the bot yet; its commands wait until then.")
        else:
            log.warning("The bot's %s could not be set: %s", part.name, error.message)
        return False


def _parts(bot: Bot) -> Iterator[Part]:
    for code, text in _catalogues():
        yield from _words(bot, code, text)
    for name, scope in _SCOPES:
        yield from _commands(bot, name, scope)

    async def button() -> MenuButton:
        return await bot.get_chat_menu_button()

    wanted = MenuButtonCommands()
    yield Part("menu button", button, wanted, lambda: bot.set_chat_menu_button(menu_button=wanted))


def _catalogues() -> Iterator[tuple[Language | None, Texts]]:
    """English for everybody, and the other languages for those who use them."""
    for language in LANGUAGES:
        yield (None if language == "en" else language), texts(language)


def _words(bot: Bot, code: Language | None, text: Texts) -> Iterator[Part]:
    name, long, short = (
        text.plain(f"profile.{key}") for key in ("name", "description", "short_description")
    )

    async def read_name() -> str:
        return (await bot.get_my_name(language_code=code)).name

    async def read_long() -> str:
        return (await bot.get_my_description(language_code=code)).description

    async def read_short() -> str:
        return (await bot.get_my_short_description(language_code=code)).short_description

    yield Part("name", read_name, name, lambda: bot.set_my_name(name=name, language_code=code))
    yield Part(
        "description",
        read_long,
        long,
        lambda: bot.set_my_description(description=long, language_code=code),
    )
    yield Part(
        "short description",
        read_short,
        short,
        lambda: bot.set_my_short_description(short_description=short, language_code=code),
    )


def _commands(bot: Bot, name: menu.Scope, scope: BotCommandScope) -> Iterator[Part]:
    for code, text in _catalogues():
        wanted = tuple(
            BotCommand(command=command.name, description=text.plain(f"commands.{command.name}"))
            for command in menu.commands(name)
        )
        yield _list(bot, scope, code, wanted)


def _list(
    bot: Bot, scope: BotCommandScope, code: Language | None, wanted: tuple[BotCommand, ...]
) -> Part:
    async def read() -> tuple[BotCommand, ...]:
        return tuple(await bot.get_my_commands(scope=scope, language_code=code))

    async def write() -> bool:
        return await bot.set_my_commands(commands=wanted, scope=scope, language_code=code)

    return Part("commands", read, wanted, write)
