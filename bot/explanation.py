"""A text → the entries that it mentions, in order of first appearance, once each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.concept import Language
from bot.lookup import Answer, Lookup, Occurrence
from bot.lookup.occurrences import longest

SHORT = (6, 60)  # words and characters: at most a term or a plain question
LONG = (40, 300)  # words and characters: more than anyone asks at once
LINES = 3  # lines of a question with a greeting around it
NAME = 5  # words; a longer hidden label is a passage that people ask about, not a name

_JOINS = re.compile(r"[,;:?!]|\b(?:and|or|ja|sekä|tai)\b|및|또는")

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+|(?<![\w/])/\w+(?:@\w+)?",
    re.IGNORECASE,
)

_MARKED = re.compile(r"(?<!\S)[^\s@/]*+[@/]\S*")  # what an address without www. may be in


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
    chosen = _Passage(_without_addresses(text), lookup).chosen(0, len(text))
    for occurrence in sorted(chosen, key=lambda o: (o.start, -o.end)):
        found.setdefault(occurrence.concept, []).append(occurrence)
    return [
        Mention(concept, len(all_), _forms(text, all_), all_[0].start)
        for concept, all_ in found.items()
    ]


def _without_addresses(text: str) -> str:
    if "www." in text.lower():
        return _blanked(_ADDRESS, text)
    if "@" in text or "/" in text:  # the search for addresses is slow beside the rest
        return _MARKED.sub(lambda found: _blanked(_ADDRESS, found.group()), text)
    return text


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found.group()), text)


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


class _Passage:
    """A text whose terms have been found, also those within others, to choose among them."""

    def __init__(self, text: str, lookup: Lookup) -> None:
        self._text = text
        self._found = lookup.overlapping(text)
        self._starts = [occurrence.start for occurrence in self._found]
        self._chosen: dict[tuple[int, ...], list[Occurrence]] = {}

    def chosen(self, start: int, end: int) -> list[Occurrence]:
        """The longest terms between two places, which stand beside words.

        A passage that is a hidden label hides no terms that stand within it.
        """
        inside = self._inside(start, end)
        if len(inside) < 2:
            return inside
        key = tuple(map(id, inside))
        chosen = self._chosen.get(key)
        if chosen is None:
            chosen = self._chosen[key] = []
            for group in _by_place(longest(inside)):
                chosen += group if group[0].label.kind != "hidden" else self._kept(group)
        return chosen

    def _kept(self, group: list[Occurrence]) -> list[Occurrence]:
        """The entries that the same hidden words name, or the terms within these words."""
        start, end = group[0].start, group[0].end
        within = [o for o in self._inside(start, end) if o.start > start or o.end < end]
        inner = self._within(group, within) if within else []
        named = {occurrence.concept for occurrence in inner}
        return [*(o for o in group if o.concept not in named), *inner] if inner else group

    def _within(self, group: list[Occurrence], within: list[Occurrence]) -> list[Occurrence]:
        """The terms within a passage; within a name where its own entries are named again."""
        start, end = group[0].start, group[0].end
        if any(map(_is_phrase, group)):
            return self._shorter(start, end)
        concepts = {occurrence.concept for occurrence in group}
        if any(o.concept in concepts for o in within):
            return _named(group, self._shorter(start, end))
        return []

    def _inside(self, start: int, end: int) -> list[Occurrence]:
        """The terms that were found between two places."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [one for one in self._found[first:last] if one[3] <= end]

    def _shorter(self, start: int, end: int) -> list[Occurrence]:
        """The terms between ``start`` and ``end`` that are shorter than the whole."""
        written = self._text[start:end]
        words = written.split(maxsplit=1)
        if len(words) < 2:
            return []
        without_last = self.chosen(start, start + len(written.rsplit(maxsplit=1)[0]))
        without_first = self.chosen(end - len(words[1]), end)
        kept: list[Occurrence] = []
        found = dict.fromkeys((*without_last, *without_first))
        if len(found) < 2:
            return list(found)
        for occurrence in sorted(found, key=lambda o: (o.start - o.end, o.start)):
            if all(_apart(occurrence, other) for other in kept):
                kept.append(occurrence)
        return kept


def _by_place(occurrences: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """The entries that the same words name; hidden labels only where there is no shown one."""
    places: dict[tuple[int, int], list[Occurrence]] = {}
    for occurrence in occurrences:
        place = occurrence[2:]
        if place in places:
            places[place].append(occurrence)
        else:
            places[place] = [occurrence]
    for group in places.values():
        if len(group) > 1:
            shown = [o for o in group if o.label.kind != "hidden"] or group
            yield list({o.concept: o for o in reversed(shown)}.values())[::-1]
        else:
            yield group


def _named(group: list[Occurrence], inner: list[Occurrence]) -> list[Occurrence]:
    """Where within a name each entry of ``group`` is named more closely, at most once each."""
    shown_first = sorted(inner, key=lambda o: o.label.kind == "hidden")
    first = {o.concept: o for o in reversed(shown_first)}
    return [first[o.concept] for o in group if o.concept in first]


def _is_phrase(occurrence: Occurrence) -> bool:
    """Whether a label is rather a piece of a sentence than a name."""
    return occurrence.label.kind == "hidden" and _is_sentence(occurrence.label.text)


@lru_cache(maxsize=4096)
def _is_sentence(text: str) -> bool:
    return len(text.split()) > NAME or _JOINS.search(text) is not None


def _apart(one: Occurrence, other: Occurrence) -> bool:
    same = (one.start, one.end) == (other.start, other.end) and one.concept != other.concept
    nested = _is_phrase(one) or _is_phrase(other)
    return same or nested or one.end <= other.start or other.end <= one.start


def _forms(text: str, occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    """The words as they stand in ``text``, each way of writing them once."""
    written: dict[str, None] = {}
    for occurrence in occurrences:
        end = occurrence.end
        form = text[occurrence.start : end]
        if "(" in form and form.count("(") > form.count(")") and text[end : end + 1] == ")":
            form += ")"
        written[form] = None
    forms: dict[str, str] = {}
    for form in written:
        words = form.split()
        forms.setdefault(" ".join(words).casefold(), " ".join(words))
    return tuple(forms.values())
