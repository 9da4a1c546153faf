"""Print the terms in texts, in order of first appearance, with how often each occurs.

Exit code: 0 when there are terms, 1 when there are none, 2 when a text, the glossary or a setting
cannot be used.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot import ansi
from bot.cli import lookup
from bot.cli import options as shared
from bot.concept import Language
from bot.edition import Edition
from bot.explanation import Mention, mentions
from bot.markup import Html, bold, join
from bot.overview import mention
from bot.problem import GlossaryError
from bot.settings import SettingsError
from bot.texts import texts


class TextError(Exception):
    """A text that cannot be read; its message says which, and why."""


ERRORS = (GlossaryError, SettingsError, TextError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", nargs="+", metavar="FILE", help="a text, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object per text")
    shared.add_language(parser)
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Explain; 0 when a term was found."""
    settings = shared.settings(options)
    edition = lookup.edition(settings)
    language = shared.language(options, settings)
    color = sys.stdout.isatty() and not settings.no_color
    any_found = False
    for name, text in _texts(options.file):
        found = mentions(text, edition.lookup)
        any_found |= bool(found)
        if options.json:
            printed = json.dumps(_record(name, text, found, edition, language), ensure_ascii=False)
        else:
            several = len(options.file) > 1
            printed = _shown(_html(name if several else "", found, edition, language), color=color)
        sys.stdout.write(printed + "\n")
        sys.stdout.flush()
    return 0 if any_found else 1


def _called(name: str) -> str:
    return "standard input" if name == "-" else name


def _texts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            yield name, raw.decode("utf-8-sig")
        except OSError as error:
            raise TextError(f"{_called(name)}: cannot be read ({error.strerror}).") from None
        except UnicodeDecodeError as error:
            told = f"is not text in UTF-8 (byte {error.start + 1}); save it as UTF-8."
            raise TextError(f"{_called(name)}: {told}") from None


def _record(
    name: str, text: str, found: Sequence[Mention], edition: Edition, language: Language
) -> dict[str, object]:
    return {
        "file": name,
        "terms": [
            {
                "id": each.concept,
                "term": edition.glossary.concepts[each.concept]
                .section(language)[1]
                .preferred.term,
                "count": each.times,
                "line": text.count("\n", 0, each.start) + 1,
                "forms": list(each.forms),
            }
            for each in found
        ],
    }


def _html(name: str, found: Sequence[Mention], edition: Edition, language: Language) -> Html:
    text = texts(language)
    head = text("explain.found", count=len(found)) if found else text("explain.nothing")
    lines = [mention(each, edition, language) for each in found]
    return join([bold(name) if name else "", head, *lines])


def _shown(html: Html, *, color: bool) -> str:
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return "\n".join(ansi.lines(html, columns, color=color))
