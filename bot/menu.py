"""The commands a person may send: one table, described in each language by the catalogues."""

from __future__ import annotations

from typing import NamedTuple

from bot.markup import Html, join
from bot.texts import Texts


class Command(NamedTuple):
    """A command as Telegram's menu lists it; its description is the text ``commands.NAME``."""

    name: str


COMMANDS = (
    Command("define"),
    Command("explain"),
    Command("language"),
    Command("help"),
    Command("about"),
    Command("privacy"),
    Command("cancel"),
)


def listed(text: Texts) -> Html:
    """The commands with their descriptions, a line each."""
    return join(
        Html(f"/{command.name} – {text(f'commands.{command.name}')}") for command in COMMANDS
    )
