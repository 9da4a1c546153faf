"""The buttons below a message. At most eight on a card: more are not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback import BYTES, Shelf, Trail, handle, pack, start
from bot.card import title
from bot.concept import LANGUAGES, Concept, Language
from bot.edition import Edition
from bot.markup import one_line
from bot.suggestion.reading import asked_term
from bot.texts import Texts, texts

CARD = 8
PAGE = 6  # terms on a page of a text's list: with two buttons to turn pages, eight
LABEL = 60  # characters of a button's label; phones show about 40
COPY = 256  # CopyTextButton.text
LETTERS = 6  # to a row: wide enough to be hit with a thumb

_LEADS_BACK = {"c": "button.choices", "x": "button.another"}  # by the first letter of the root


def card(
    concept: Concept, trail: Trail, edition: Edition, language: Language
) -> InlineKeyboardMarkup:
    """Related terms, a way back, and what to do with a card."""
    text = texts(language)
    tools = [*_ways(trail, text), *_tools(concept, language, text)]
    related = [
        _button(term(other, edition, language), trail.to(other).pack())
        for other in edition.neighbours(concept)[: CARD - len(tools)]
    ]
    return InlineKeyboardMarkup([*_rows(related), *_rows(tools)])


def _ways(trail: Trail, text: Texts) -> list[InlineKeyboardButton]:
    ways = []
    if back := trail.back():
        ways.append(_button(text.plain("button.back"), back.pack()))
    elif trail.root:
        label = _LEADS_BACK.get(trail.root[0], "button.list")
        ways.append(_button(text.plain(label), pack("r", trail.root)))
    if forward := trail.forward():
        ways.append(_button(text.plain("button.forward"), forward.pack()))
    return ways


def _tools(concept: Concept, language: Language, text: Texts) -> list[InlineKeyboardButton]:
    section = concept.section(language)[1]
    name = section.preferred.term
    copied = one_line(f"{title(section)} – {section.definition or ''}".rstrip(" –"), COPY)
    return [
        InlineKeyboardButton(text=text.plain("button.share"), switch_inline_query=name),
        InlineKeyboardButton(text=text.plain("button.copy"), copy_text=CopyTextButton(copied)),
        _button(text.plain("button.correct"), pack("e", handle(concept.id))),
    ]


def missed(query: str, language: Language) -> list[list[InlineKeyboardButton]]:
    """The way from words that were not found to suggesting them.

    What is too long for a button is read from the question that the answer replies to. Numbers
    alone are no term.
    """
    words = asked_term(query)
    if not any(map(str.isalpha, words)):
        return []
    data = f"n:{words}" if len(f"n:{words}".encode()) <= BYTES else "n:"
    return [[_button(texts(language).plain("button.suggest"), data)]]


def choices(
    concepts: Sequence[str],
    edition: Edition,
    language: Language,
    more: Sequence[Sequence[InlineKeyboardButton]] = (),
) -> InlineKeyboardMarkup | None:
    """One button per entry; each leads to its card, from which a button leads back."""
    if not concepts and not more:
        return None
    root = "c" + "".join(map(handle, concepts))
    return InlineKeyboardMarkup(
        [
            *([_button(term(c, edition, language), start(c, root).pack())] for c in concepts),
            *more,
        ]
    )


def front(fields: Mapping[str, str], language: Language) -> InlineKeyboardMarkup:
    """The subject fields, by key and label, and the other ways through the glossary."""
    text = texts(language)
    shelves = [
        [_button(label, pack("r", Shelf("f", handle(key)).root))] for key, label in fields.items()
    ]
    others = [
        _button(text.plain("browse.by_letter"), pack("r", "i")),
        _button(text.plain("browse.newest"), pack("r", Shelf("n").root)),
        _button(text.plain("browse.random"), pack("r", "x")),
    ]
    return InlineKeyboardMarkup([*shelves, *_rows(others)])


def letters(offered: Mapping[str, str], language: Language) -> InlineKeyboardMarkup:
    """Index letters and their labels in rows, and the way back to the subject fields."""
    buttons = [_button(label, pack("r", Shelf("a", of).root)) for of, label in offered.items()]
    rows = [buttons[i : i + LETTERS] for i in range(0, len(buttons), LETTERS)]
    back = _button(texts(language).plain("browse.fields"), pack("r", "b"))
    return InlineKeyboardMarkup([*rows, [back]])


def shelf(
    shelf: Shelf, concepts: Sequence[str], pages: int, edition: Edition, language: Language
) -> InlineKeyboardMarkup:
    """The entries of a page, the pages before and after it, and the way up."""
    text = texts(language)
    entries = [
        [_button(term(c, edition, language), start(c, shelf.root).pack())] for c in concepts
    ]
    turns = [
        _button(text.plain(f"button.{label}"), pack("r", replace(shelf, page=page).root))
        for label, page in (("previous", shelf.page - 1), ("next", shelf.page + 1))
        if 0 <= page < pages
    ]
    up = ("browse.by_letter", "i") if shelf.kind == "a" else ("browse.fields", "b")
    rows = [*entries, turns, [_button(text.plain(up[0]), pack("r", up[1]))]]
    return InlineKeyboardMarkup([row for row in rows if row])


def mentioned(
    concepts: Sequence[str], page: int, edition: Edition, language: Language
) -> InlineKeyboardMarkup:
    """The entries on a page of a text's list, and the ways to the pages beside it."""
    text, root = texts(language), f"e{page}"
    shown = concepts[page * PAGE : (page + 1) * PAGE]
    ways = []
    if page:
        ways.append(_button(text.plain("button.previous"), pack("r", f"e{page - 1}")))
    if len(concepts) > (page + 1) * PAGE:
        ways.append(_button(text.plain("button.next"), pack("r", f"e{page + 1}")))
    entries = [_button(term(c, edition, language), start(c, root).pack()) for c in shown]
    return InlineKeyboardMarkup([*([entry] for entry in entries), *([ways] if ways else ())])


def group(language: Language, *, offers: bool) -> InlineKeyboardMarkup:
    """What administrators of a group may choose for it."""
    text = texts(language)
    offered = [_button(texts(code).plain("language"), pack("g", "l", code)) for code in LANGUAGES]
    asker = _button(text.plain("group.asker"), pack("g", "l", ""))
    switch = ("off", "group.switch_off") if offers else ("on", "group.switch_on")
    return InlineKeyboardMarkup(
        [offered, [asker], [_button(text.plain(switch[1]), pack("g", "o", switch[0]))]]
    )


def languages(language: Language) -> InlineKeyboardMarkup:
    """The languages, each in its own name, and the one of the person's Telegram."""
    offered = [_button(texts(code).plain("language"), pack("l", code)) for code in LANGUAGES]
    automatic = _button(texts(language).plain("language_choice.automatic"), pack("l", ""))
    return InlineKeyboardMarkup([offered, [automatic]])


def term(concept: str, edition: Edition, language: Language) -> str:
    """What an entry is called on a button."""
    return title(edition.glossary.concepts[concept].section(language)[1])


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=one_line(label, LABEL), callback_data=data)


def _rows(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two to a row where both are short, else one."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        pair = rows and len(rows[-1]) == 1 and len(rows[-1][0].text + button.text) <= 36
        rows[-1].append(button) if pair else rows.append([button])
    return rows
