"""The buttons below a message. At most eight on a card: more are not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.callback import BYTES, Trail, handle, pack, start
from bot.card import title
from bot.concept import LANGUAGES, Concept, Language
from bot.edition import Edition
from bot.markup import one_line
from bot.suggestion.reading import asked_term
from bot.texts import Texts, texts

CARD = 8
LABEL = 60  # characters of a button's label; phones show about 40
COPY = 256  # CopyTextButton.text


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
        ways.append(_button(text.plain("button.choices"), pack("r", trail.root)))
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

    What is too long for a button is read from the question that the answer replies to.
    """
    words = asked_term(query)
    data = f"n:{words}" if len(f"n:{words}".encode()) <= BYTES else "n:"
    return [[_button(texts(language).plain("button.suggest"), data)]]


def choices(
    concepts: Sequence[str],
    edition: Edition,
    language: Language,
    more: Sequence[Sequence[InlineKeyboardButton]] = (),
) -> InlineKeyboardMarkup:
    """One button per entry; each leads to its card, from which a button leads back."""
    root = "c" + "".join(map(handle, concepts))
    return InlineKeyboardMarkup(
        [
            *([_button(term(c, edition, language), start(c, root).pack())] for c in concepts),
            *more,
        ]
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
