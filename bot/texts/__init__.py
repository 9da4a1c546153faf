"""The bot's own sentences: one catalogue per language, beside this file.

A sentence is Telegram HTML with ``{placeholders}``. Values are escaped as they are filled in.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from string import Formatter
from typing import Any

from bot.concept import LANGUAGES, Language
from bot.markup import Html, escape, plain


class Texts:
    """The catalogue of one language."""

    def __init__(self, language: Language, sentences: dict[str, str]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, **values: object) -> Html:
        """The sentence ``key`` as markup, its placeholders filled in."""
        filled = {
            name: escape(value if isinstance(value, str) else str(value))
            for name, value in values.items()
        }
        return Html(self._sentences[key].format_map(filled))

    def plain(self, key: str, **values: object) -> str:
        """The sentence without markup: for buttons, notifications and the terminal."""
        return plain(self(key, **values))

    def keys(self) -> dict[str, frozenset[str]]:
        """Every key, with the names of its placeholders."""
        return {
            key: frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
            for key, sentence in self._sentences.items()
        }


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = str(value).strip()
    return found


@functools.cache
def texts(language: Language) -> Texts:
    """The catalogue of a language, read once."""
    source = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Texts(language, _flat(tomllib.loads(source)))


def known(code: str | None) -> Language | None:
    """The language of an IETF tag such as ``fi-FI``, where the bot speaks it."""
    primary = (code or "").replace("_", "-").split("-")[0].casefold()
    return next((language for language in LANGUAGES if language == primary), None)
