"""The table of commands."""

from __future__ import annotations

import pytest

from bot import menu
from bot.concept import LANGUAGES, Language
from bot.texts import texts


def names(scope: menu.Scope) -> set[str]:
    """The commands of a scope."""
    return {command.name for command in menu.commands(scope)}


def test_a_narrower_list_holds_the_wider_one() -> None:
    assert names("private") <= names("curators")
    assert names("groups") <= names("admins") <= names("board")
    assert names("curators") - names("private") <= names("board")


def test_what_concerns_one_person_is_not_listed_in_groups() -> None:
    assert not names("groups") & {"forget", "language", "cancel"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_description_that_telegram_takes(language: Language) -> None:
    """1-256 characters: https://core.telegram.org/bots/api#botcommand."""
    text = texts(language)
    for command in menu.COMMANDS:
        assert 0 < len(text.plain(f"commands.{command.name}")) <= 256


def test_help_lists_the_commands_of_its_scope() -> None:
    listed = menu.listed(texts("en"), "groups")
    assert "/define – " in listed
    assert "/forget" not in listed
