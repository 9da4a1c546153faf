"""A text → the entries that it mentions, in order of first appearance, once each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
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
    chosen = _chosen(lookup.overlapping(_without_addresses(text)), text)
    for occurrence in sorted(chosen, key=_START):
        found.setdefault(occurrence[0], []).append(occurrence)
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


def _chosen(found: Sequence[Occurrence], text: str) -> list[Occurrence]:
    """Of all terms in ``text``, in order, the longest; pieces of sentences hide none within them.

    Such a piece counts as well, where no term that was chosen there names the same entry.
    """
    names: list[Occurrence] = []
    phrases: list[Occurrence] = []
    for one in found:
        (phrases if _is_phrase(one) else names).append(one)
    chosen: list[Occurrence] = []
    for group in _by_place(longest(names)):
        chosen += (_closer(one, names, text) for one in group) if _is_hidden(group[0]) else group
    return [*_counted(phrases, chosen, found, text), *chosen] if phrases else chosen


def _counted(
    phrases: Iterable[Occurrence],
    chosen: Sequence[Occurrence],
    found: Sequence[Occurrence],
    text: str,
) -> Iterator[Occurrence]:
    """What names the entry of a phrase there, if neither ``chosen`` nor a shorter phrase does."""
    ended: dict[str, list[Occurrence]] = {}
    for phrase in sorted(phrases, key=_inner_first):
        concept, _, start, end = phrase
        before = ended.setdefault(concept, [])
        if before and before[-1].end > start:
            continue
        near = _overlapping(chosen, start, end)
        if any(one.concept == concept for one in near):
            continue
        named = _closer(phrase, found, text)
        if not any(one.start <= named.start and named.end <= one.end for one in near):
            before.append(phrase)
            yield named


def _overlapping(chosen: Sequence[Occurrence], start: int, end: int) -> Sequence[Occurrence]:
    """Those of ``chosen``, in order and beside each other, that are between two places."""
    first = bisect_right(chosen, start, key=_END)
    return chosen[first : bisect_left(chosen, end, first, key=_START)]


def _inner_first(one: Occurrence) -> tuple[int, int]:
    return one.end, -one.start


def _closer(one: Occurrence, found: Sequence[Occurrence], text: str) -> Occurrence:
    """Where ``one``, a hidden name, holds another of its entry, that; else itself."""
    return min(_within(one, found, text), key=_plainly, default=one)


def _plainly(one: Occurrence) -> tuple[bool, int]:
    """The shown names first, in the order of the text, then the shortest."""
    hidden = _is_hidden(one)
    return hidden, _length(one) if hidden else one.start


def _length(one: Occurrence) -> int:
    return one.end - one.start


def _within(whole: Occurrence, found: Sequence[Occurrence], text: str) -> list[Occurrence]:
    """Where the entry of ``whole`` is named in fewer words, which are a part of it."""
    concept, _, start, end = whole
    first = bisect_left(found, start, key=_START)
    last = bisect_left(found, end, first, key=_START)
    if last - first < 2:
        return []
    own = [one for one in found[first:last] if one[0] == concept and one[3] <= end]
    return [one for one in own if any(map(str.isspace, text[start : one[2]] + text[one[3] : end]))]


_START, _END = attrgetter("start"), attrgetter("end")


def _is_hidden(one: Occurrence) -> bool:
    return one.label.kind == "hidden"


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


def _is_phrase(occurrence: Occurrence) -> bool:
    """Whether a label is rather a piece of a sentence than a name."""
    return occurrence.label.kind == "hidden" and _is_sentence(occurrence.label.text)


@lru_cache(maxsize=4096)
def _is_sentence(text: str) -> bool:
    return len(text.split()) > NAME or _JOINS.search(text) is not None


def _forms(text: str, occurrences: Sequence[Occurrence]) -> tuple[str, ...]:
    """The words as they stand in ``text``, each way of writing them once."""
    written = dict.fromkeys([text[start:end] for _, _, start, end in occurrences])
    if any("(" in form for form in written):
        written = dict.fromkeys([_closed(text, start, end) for _, _, start, end in occurrences])
    forms: dict[str, str] = {}
    for form in written:
        spaced = " ".join(form.split())
        forms.setdefault(spaced.casefold(), spaced)
    return tuple(forms.values())


def _closed(text: str, start: int, end: int) -> str:
    """A name with the parenthesis that it ends in, which is no part of a word."""
    form = text[start:end]
    return form + ")" if form.count("(") > form.count(")") and text[end : end + 1] == ")" else form
