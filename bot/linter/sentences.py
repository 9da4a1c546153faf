"""Every finding as a sentence: one table per language, beside this file."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from bot.concept import Language
from bot.linter.finding import Finding


def sentence(finding: Finding, language: Language = "en") -> str:
    """What is wrong and what to write instead; plain text, without the entry's name."""
    return table(language)[finding.key].format_map(finding.params)


@functools.cache
def table(language: Language) -> dict[str, str]:
    """Key → sentence with placeholders, in one language."""
    source = resources.files("bot.linter").joinpath(f"{language}.toml")
    return {
        key: str(value) for key, value in tomllib.loads(source.read_text(encoding="utf-8")).items()
    }
