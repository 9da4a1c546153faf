"""The commands a person may send: one table, described in each language by the catalogues."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from bot.markup import Html, join
from bot.texts import Texts

Scope: TypeAlias = Literal["private", "groups", "admins", "curators", "board"]

# A narrower list of Telegram's hides the wider one, so each holds the wider one's commands too.
_SHOWN: dict[Scope, frozenset[Scope]] = {
    "private": frozenset({"private"}),
    "groups": frozenset({"groups"}),
    "admins": frozenset({"groups", "admins"}),
    "curators": frozenset({"private", "curators"}),
    "board": frozenset({"groups", "admins", "curators"}),
}


class Command(NamedTuple):
    """A command as Telegram's menu lists it; its description is the text ``commands.NAME``.

    ``scopes`` says to whom: in private chats, in groups, to the admins of groups, to curators in
    their private chats and, being the board, in their group. A command that is not listed can be
    sent all the same.
    """

    name: str
    scopes: frozenset[Scope] = frozenset({"private"})


_EVERYWHERE: frozenset[Scope] = frozenset({"private", "groups"})
_CURATORS: frozenset[Scope] = frozenset({"curators"})

COMMANDS = (
    Command("define", _EVERYWHERE),
    Command("explain", _EVERYWHERE),
    Command("browse", _EVERYWHERE),
    Command("new"),
    Command("random"),
    Command("add"),
    Command("edit"),
    Command("mine"),
    Command("language", frozenset({"private", "admins"})),
    Command("help", _EVERYWHERE),
    Command("about"),
    Command("privacy", _EVERYWHERE),
    Command("forget"),
    Command("cancel"),
    Command("queue", _CURATORS),
    Command("missed", _CURATORS),
    Command("history", _CURATORS),
    Command("undo", _CURATORS),
    Command("blocked", _CURATORS),
    Command("status", _CURATORS),
)


def commands(scope: Scope) -> tuple[Command, ...]:
    """The commands that are listed in a scope, in the order of the table."""
    return tuple(command for command in COMMANDS if command.scopes & _SHOWN[scope])


def listed(text: Texts, scope: Scope = "private") -> Html:
    """The commands of a scope with their descriptions, a line each."""
    return join(
        Html(f"/{command.name} – {text(f'commands.{command.name}')}")
        for command in commands(scope)
    )
