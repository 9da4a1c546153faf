"""Going through the glossary: lists of entries as replies, in the reader's language.

A list is named by its *root*, which travels in the buttons: ``b`` the subject fields, ``i`` the
letters, ``x`` an entry by chance (and the handle of the last one, which is not shown twice), or
a ``callback.Shelf``.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from bot import alphabet, keyboard, links
from bot.callback import Shelf, handle, shelf, start
from bot.card import Link, no_link
from bot.concept import Language
from bot.contents import NO_FIELD
from bot.edition import Edition
from bot.folding import fold
from bot.markup import Html, bold, join
from bot.markup import link as linked
from bot.reply import Reply, to_trail
from bot.texts import texts

PAGE = 8  # entries on a page
LISTED = 30  # entries of a list that is sent into a chat

FIELDS, LETTERS, CHANCE = "b", "i", "x"


def to_root(root: str, edition: Edition, language: Language, link: Link = no_link) -> Reply | None:
    """The list of a root; None when there is no such list any more."""
    if root == FIELDS:
        return to_front(edition, language)
    if root == LETTERS:
        return to_letters(edition, language)
    if root[:1] == CHANCE:
        return to_chance(edition, language, link, but=root[1:])
    asked = shelf(root)
    return to_shelf(asked, edition, language) if asked else None


def to_front(edition: Edition, language: Language) -> Reply:
    """The subject fields, and the other ways to go."""
    contents, text = edition.contents, texts(language)
    if not len(contents):
        return Reply(text("browse.empty"))
    counts = {key: len(ids) for key, ids in contents.fields(language).items()}
    labels = {key: f"{field_name(key, edition, language)} ({n})" for key, n in counts.items()}
    return Reply(text("browse.front", count=len(contents)), keyboard.front(labels, language))


def to_letters(edition: Edition, language: Language) -> Reply:
    """The letters that terms begin with."""
    text = texts(language)
    signs = text.plain("browse.signs")
    found = edition.contents.letters(language)
    labels = {of: signs if of == alphabet.OTHER else of for of in found}
    return Reply(text("browse.letters"), keyboard.letters(labels, language))


def to_shelf(asked: Shelf, edition: Edition, language: Language) -> Reply | None:
    """A page of a list; the last page where there are fewer than asked for."""
    found = _shelved(asked, edition, language)
    if found is None:
        return None
    head, concepts = found
    if not concepts:
        return Reply(texts(language)("browse.no_news"), keyboard.letters({}, language))
    pages = -(-len(concepts) // PAGE)
    here = replace(asked, page=min(asked.page, pages - 1))
    shown = concepts[here.page * PAGE : (here.page + 1) * PAGE]
    body = _dated(here.page, edition, language) if here.kind == "n" else ""
    html = join([join([head, _place(here.page, concepts, language)]), body], "\n\n")
    return Reply(html, keyboard.shelf(here, shown, pages, edition, language))


def to_chance(edition: Edition, language: Language, link: Link = no_link, but: str = "") -> Reply:
    """Any entry but the one with this handle."""
    entries = edition.contents.ids
    if not entries:
        return to_front(edition, language)
    chosen = secrets.choice(entries)
    while handle(chosen) == but and len(entries) > 1:
        chosen = secrets.choice(entries)
    return to_trail(start(chosen, CHANCE + handle(chosen)), edition, language, link)


def to_words(words: str, edition: Edition, language: Language) -> Reply:
    """The list that somebody asks for in words: a letter, or the beginning of a field's name."""
    letters, fields = edition.contents.letters(language), edition.contents.fields(language)
    if len(words) == 1 and (of := alphabet.letter(words, language)) in letters:
        return to_shelf(Shelf("a", of), edition, language) or to_front(edition, language)
    asked = fold(words)
    for key in fields if asked else ():
        if fold(field_name(key, edition, language)).startswith(asked):
            return to_field(key, edition, language) or to_front(edition, language)
    return to_front(edition, language)


def to_field(key: str, edition: Edition, language: Language) -> Reply | None:
    """The first page of a subject field; None when there is no such field."""
    return to_shelf(Shelf("f", handle(key)), edition, language)


def field_name(key: str, edition: Edition, language: Language) -> str:
    """What a subject field is called."""
    if key == NO_FIELD:
        return texts(language).plain("browse.no_field")
    return edition.contents.field(key, language)


def listed(key: str, edition: Edition, language: Language, bot: str) -> Html:
    """The entries of a subject field as a list of links, for a chat without the bot."""
    text = texts(language)
    concepts = edition.contents.fields(language)[key]
    names = [
        Html(f"• {linked(keyboard.term(c, edition, language), links.to_concept(bot, c))}")
        for c in concepts[:LISTED]
    ]
    left = len(concepts) - len(names)
    more = text("browse.more", count=left) if left else ""
    head = text("browse.field", field=field_name(key, edition, language))
    return join([head, join([*names, more])], "\n\n")


def _shelved(
    asked: Shelf, edition: Edition, language: Language
) -> tuple[Html, Sequence[str]] | None:
    text, contents = texts(language), edition.contents
    if asked.kind == "n":
        return text("browse.new"), contents.newest
    if asked.kind == "a":
        concepts = contents.letters(language).get(asked.name)
        signs = asked.name == alphabet.OTHER
        head = bold(text("browse.signs")) if signs else text("browse.letter", letter=asked.name)
        return (head, concepts) if concepts else None
    for key, concepts in contents.fields(language).items():
        if handle(key) == asked.name:
            return text("browse.field", field=field_name(key, edition, language)), concepts
    return None


def _place(page: int, concepts: Sequence[str], language: Language) -> Html:
    count = len(concepts)
    last = min((page + 1) * PAGE, count)
    return texts(language)("browse.page", first=page * PAGE + 1, last=last, count=count)


def _dated(page: int, edition: Edition, language: Language) -> Html:
    return join(
        texts(language)(
            "browse.changed" if news.changed else "browse.added",
            day=news.day.isoformat(),
            term=keyboard.term(news.concept, edition, language),
        )
        for news in edition.contents.news(page * PAGE, (page + 1) * PAGE)
    )
