"""Options that several commands share, and the glossary and settings they lead to."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from bot.concept import LANGUAGES, Language
from bot.settings import Settings
from bot.texts import known


def add_glossary(parser: argparse.ArgumentParser) -> None:
    """``--glossary FILE``."""
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="the glossary file (default: the setting GLOSSARY, else glossary.yaml)",
    )


def add_file(parser: argparse.ArgumentParser) -> None:
    """``FILE``, for commands about nothing but the file; ``--glossary FILE`` as everywhere."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the glossary file")
    add_glossary(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """``--language CODE``."""
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help="language of the answer (default: the setting LANG, else en)",
    )


def file(options: argparse.Namespace) -> Path:
    """The glossary file of the command line, else that of the settings."""
    return options.file or options.glossary or Settings.load().glossary


def settings(options: argparse.Namespace) -> Settings:
    """The settings, with the glossary of the command line if there is one."""
    loaded = Settings.load()
    return replace(loaded, glossary=options.glossary) if options.glossary else loaded


def language(options: argparse.Namespace, loaded: Settings) -> Language:
    """The language to answer in."""
    return known(options.language) or known(loaded.locale) or "en"
