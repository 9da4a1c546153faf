"""A text → the entries that it mentions, in order of first appearance, once each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from bot.concept import Language
from bot.lookup import Answer, Lookup, Occurrence

SHORT = (6, 60)  # words and characters: at most a term or a plain question
LONG = (40, 300)  # words and characters: more than anyone asks at once
LINES = 3  # lines of a question with a greeting around it
NAME = 5  # words; a longer hidden label is a passage that people ask about, not a name

_JOINS = re.compile(r"[,;:?!]|\b(?:and|or|ja|sekä|tai)\b|및|또는")

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+|(?<![\w/])/\w+(?:@\w+)?",
    re.IGNORECASE,
)

Read: TypeAlias = dict[str, list[Occurrence]]  # pieces of a text that have been read


class Mention(NamedTuple):
    """An entry that a text mentions.

    ``forms`` are the different ways in which the text writes it, ``start`` is where it does so
    first, in characters.
    """

    concept: str
    times: int
    forms: tuple[str, ...]
    start: int


def mentions(text: str, lookup: Lookup) -> list[Mention]:
    """The entries that ``text`` mentions; words in addresses and commands do not count."""
    found: dict[str, list[Occurrence]] = {}
    readable = _ADDRESS.sub(lambda match: " " * len(match.group()), text)
    for occurrence in sorted(_occurrences(readable, lookup, {}), key=lambda o: (o.start, -o.end)):
        found.setdefault(occurrence.concept, []).append(occurrence)
    return [
        Mention(concept, len(all_), _forms(text, all_), all_[0].start)
        for concept, all_ in found.items()
    ]


def is_passage(
    text: str, lookup: Lookup, language: Language | None = None, *, forwarded: bool = False
) -> bool:
    """Whether ``text`` is one to explain, rather than one term or one question to answer."""
    words, lines = len(text.split()), len([line for line in text.splitlines() if line.strip()])
    if words <= SHORT[0] and len(text) <= SHORT[1] and lines == 1:
        return False
    if words > LONG[0] or len(text) > LONG[1] or lines > LINES:
        return True
    if text.rstrip(" \"'”’)").endswith(("?", "？", "\u061f")) and not forwarded:
        return False
    if len(mentions(text, lookup)) < 2:
        return False
    answer = lookup.ask(text, language)
    return answer.verdict != "answer" or answer.matches[0].kind == "sentence"


def in_context(answer: Answer, context: Iterable[Mention]) -> Answer:
    """``answer`` without the choices that the text it was asked about does not mention."""
    mentioned = {mention.concept for mention in context}
    kept = tuple(match for match in answer.matches if match.concept in mentioned)
    if answer.verdict != "choices" or not kept:
        return answer
    return Answer(answer.query, "answer" if len(kept) == 1 else "choices", kept)


def asked(
    text: str, context: str, lookup: Lookup, language: Language | None = None
) -> Answer | list[Mention]:
    """What is meant by ``text`` in reply to a message that says ``context``.

    The answer to a term or a question, told apart by the context; the terms in the context when
    there is no ``text``, or none that the glossary knows ("what does this mean?").
    """
    found = mentions(context, lookup) if context else []
    if not text:
        return found
    answer = in_context(lookup.ask(text, language), found)
    return found if answer.verdict == "unknown" and found else answer


def _occurrences(text: str, lookup: Lookup, read: Read) -> list[Occurrence]:
    """The longest terms; a passage that is a hidden label hides no terms that stand within it."""
    if text in read:
        return read[text]
    kept: list[Occurrence] = []
    for group in _by_place(lookup.occurrences(text)):
        hidden = group[0].label.kind == "hidden"
        inner = _within(text, group[0].start, group[0].end, lookup, read) if hidden else []
        if not any(_is_phrase(occurrence) for occurrence in group):
            inner = _named(group, inner)
        named = {occurrence.concept for occurrence in inner}
        kept += [*(o for o in group if o.concept not in named), *inner]
    read[text] = kept
    return kept


def _by_place(occurrences: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """The entries that the same words name; hidden labels only where there is no shown one."""
    places: dict[tuple[int, int], list[Occurrence]] = {}
    for occurrence in occurrences:
        places.setdefault((occurrence.start, occurrence.end), []).append(occurrence)
    for group in places.values():
        shown = [o for o in group if o.label.kind != "hidden"] or group
        yield list({o.concept: o for o in reversed(shown)}.values())[::-1]


def _named(group: list[Occurrence], inner: list[Occurrence]) -> list[Occurrence]:
    """Where within a name each entry of ``group`` is named more closely, at most once each."""
    shown_first = sorted(inner, key=lambda o: o.label.kind == "hidden")
    first = {o.concept: o for o in reversed(shown_first)}
    return [first[o.concept] for o in group if o.concept in first]


def _is_phrase(occurrence: Occurrence) -> bool:
    """Whether a label is rather a piece of a sentence than a name."""
    text = occurrence.label.text
    hidden = occurrence.label.kind == "hidden"
    return hidden and (len(text.split()) > NAME or _JOINS.search(text) is not None)


def _within(text: str, start: int, end: int, lookup: Lookup, read: Read) -> list[Occurrence]:
    """The terms between ``start`` and ``end`` that are shorter than the whole."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) < 2:
        return []
    pieces = ((start, start + words[-2].end()), (start + words[1].start(), end))
    found = {
        o._replace(start=o.start + first, end=o.end + first)
        for first, last in pieces
        for o in _occurrences(text[first:last], lookup, read)
    }
    kept: list[Occurrence] = []
    for occurrence in sorted(found, key=lambda o: (o.start - o.end, o.start)):
        if all(_apart(occurrence, other) for other in kept):
            kept.append(occurrence)
    return kept


def _apart(one: Occurrence, other: Occurrence) -> bool:
    same = (one.start, one.end) == (other.start, other.end) and one.concept != other.concept
    nested = _is_phrase(one) or _is_phrase(other)
    return same or nested or one.end <= other.start or other.end <= one.start


def _forms(text: str, occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    """The words as they stand in ``text``, each way of writing them once."""
    forms: dict[str, str] = {}
    for occurrence in occurrences:
        end = occurrence.end
        form = text[occurrence.start : end]
        if form.count("(") > form.count(")") and text[end : end + 1] == ")":
            form += ")"
        forms.setdefault(" ".join(form.casefold().split()), " ".join(form.split()))
    return tuple(forms.values())
