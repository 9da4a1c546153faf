"""News of the glossary file for curators, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.body import parts
from bot.concept import Language
from bot.desk import Desk
from bot.handlers.buttons import button, column, markup
from bot.handlers.wording import called, changed
from bot.markup import Html, bold, code, join
from bot.publishing import Approval
from bot.publishing.settling import wanted
from bot.reply import Reply
from bot.suggestion import differences
from bot.texts import texts


def news(kind: str, facts: Mapping[str, Any], desk: Desk, language: Language) -> Reply | None:
    """What a notice about the file says; None when it is no longer so."""
    text = texts(language)
    if kind == "file-conflict":
        approval = conflict(int(facts["revision"]), desk)
        return conflict_card(approval, desk, language) if approval else None
    number = int(facts.get("revision", 0))
    told = text(f"file.{kind.removeprefix('file-')}", number=number)
    more = int(facts.get("more", 0))
    rest = text("file.more", count=more) if more else Html("")
    return Reply(join([told, join(_problems(facts.get("problems", ()))), rest], "\n\n"))


def _problems(problems: Sequence[Mapping[str, Any]]) -> list[Html]:
    """Each as an editor can be given it: file, line and sentence."""
    return [
        code(f"{p['file']}:{p['line']}: {p['sentence']}" if p["line"] else p["sentence"])
        for p in problems
    ]


def conflict_card(approval: Approval, desk: Desk, language: Language) -> Reply:
    """Both versions of an entry, as what the approved change would alter in the file."""
    text, glossary = texts(language), desk.edition.glossary
    both = parts(wanted(approval))
    changes = differences(approval.found, both.concept, glossary, both.sources)
    name = bold(called(approval.found or approval.concept, language))
    key = "file.conflict" if approval.found else "file.conflict_gone"
    head = text(key, number=approval.last.id)
    at = (approval.last.id, approval.last.version, approval.mark)
    buttons = (
        button(text.plain("file.keep"), "w", "k", *at),
        button(text.plain("file.put"), "w", "t", *at),
    )
    html = join([head, name, changed(changes, text)], "\n\n")
    return Reply(html, markup(*column(buttons)))


def conflict(number: int, desk: Desk) -> Approval | None:
    """The conflict whose last change has this number, if it has not been settled."""
    conflicts = desk.press.plan.conflicts if desk.press else ()
    return next((each for each in conflicts if each.last.id == number), None)
