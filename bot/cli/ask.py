"""Print the answer to one query, or to each line of standard input.

Exit code: 0 answered, 1 choices or unknown, 2 the glossary or a setting cannot be used.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator

from bot import ansi
from bot.card import Card, title
from bot.cli import lookup
from bot.cli import options as shared
from bot.concept import Language
from bot.edition import Edition
from bot.lookup import Answer, Match
from bot.lookup.questions import is_small_talk
from bot.markup import Html, join, one_line
from bot.problem import GlossaryError
from bot.settings import SettingsError
from bot.texts import texts

ERRORS = (GlossaryError, SettingsError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="the words, or - for lines")
    parser.add_argument("--json", action="store_true", help="print one JSON object per query")
    parser.add_argument("--explain", action="store_true", help="print how it was decided")
    shared.add_language(parser)
    shared.add_glossary(parser)


def run(options: argparse.Namespace) -> int:
    """Answer; 0 when every query was answered."""
    settings = shared.settings(options)
    edition = lookup.edition(settings)
    # Terms of the reader's language come first only when they said which it is.
    language = shared.language(options, settings)
    options.color = sys.stdout.isatty() and not settings.no_color
    answered = True
    for query in _queries(options.query):
        answer = edition.lookup.ask(query, options.language)
        answered &= answer.verdict == "answer"
        sys.stdout.write(_printed(answer, edition, language, options) + "\n")
        sys.stdout.flush()
    return 0 if answered else 1


def _queries(words: list[str]) -> Iterator[str]:
    if words != ["-"]:
        yield " ".join(words)
        return
    for line in sys.stdin.buffer:  # bytes: a line that is not UTF-8 is still a query
        yield line.decode(errors="replace").rstrip("\r\n")


def _printed(
    answer: Answer, edition: Edition, language: Language, options: argparse.Namespace
) -> str:
    if options.json:
        return json.dumps(_record(answer, edition, options.language), ensure_ascii=False)
    html = _html(answer, edition, language)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    shown = "\n".join(ansi.lines(html, columns, color=options.color))
    if options.explain:
        shown += "\n\n" + str(edition.lookup.explain(answer.query, options.language))
    return shown


def _record(answer: Answer, edition: Edition, language: Language | None) -> dict[str, object]:
    def match(found: Match) -> dict[str, object]:
        section = edition.glossary.concepts[found.concept].section(
            language or found.label.language
        )[1]
        return {
            "id": found.concept,
            "term": section.preferred.term,
            "language": found.label.language,
            "matched": found.label.text,
            "kind": found.kind,
            "score": round(found.score, 4),
        }

    return {
        "query": answer.query,
        "verdict": answer.verdict,
        "matches": [match(found) for found in answer.matches[:5]],
    }


def _html(answer: Answer, edition: Edition, language: Language) -> Html:
    text = texts(language)
    if answer.verdict == "unknown" and is_small_talk(answer.query):
        return text("define.empty")
    query = one_line(answer.query, 80)
    if answer.verdict == "answer":
        best = answer.matches[0]
        concept = edition.glossary.concepts[best.concept]
        return Card(concept, edition.glossary, language, best.label).html()
    if answer.verdict == "choices":
        found = list(dict.fromkeys(match.concept for match in answer.matches))
        key = "answer.choices" if len(found) > 1 else "answer.choice"
        return _list(text(key, query=query), found, edition, language)
    guesses = edition.guess(answer.query, language)
    unknown = text("answer.unknown", query=query)
    if not guesses:
        return unknown
    return _list(join([unknown, text("answer.guesses")]), guesses, edition, language)


def _list(head: Html, concepts: list[str], edition: Edition, language: Language) -> Html:
    known = edition.glossary.concepts
    return join([head, *(f"• {title(known[c].section(language)[1])}" for c in concepts)])
