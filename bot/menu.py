"""The commands a person may send: one table, described in each language by the catalogues."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from bot.markup import Html, join
from bot.texts import Texts

Audience: TypeAlias = Literal["everyone", "private", "curators"]


class Command(NamedTuple):
    """A command as Telegram's menu lists it; its description is the text ``commands.NAME``.

    ``audience`` says who is offered it: everyone everywhere, people in private chats, or
    curators. Whoever sends a command that is not theirs is refused by its handler.
    """

    name: str
    audience: Audience = "everyone"


COMMANDS = (
    Command("define"),
    Command("add", "private"),
    Command("edit", "private"),
    Command("mine", "private"),
    Command("language"),
    Command("help"),
    Command("about"),
    Command("privacy"),
    Command("cancel", "private"),
    Command("queue", "curators"),
    Command("missed", "curators"),
    Command("history", "curators"),
    Command("undo", "curators"),
    Command("blocked", "curators"),
)


def listed(text: Texts, *, curator: bool = False) -> Html:
    """The commands with their descriptions, a line each; those of curators for them alone."""
    return join(
        Html(f"/{command.name} – {text(f'commands.{command.name}')}")
        for command in COMMANDS
        if curator or command.audience != "curators"
    )
