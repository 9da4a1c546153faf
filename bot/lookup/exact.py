"""The stages that find a label without guessing at misspellings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, islice, product

from bot.folding import composed
from bot.lookup import finnish, korean, questions
from bot.lookup.asked import Asked, Hit, found
from bot.lookup.bags import bag, base
from bot.lookup.everyday import is_everyday, is_word
from bot.lookup.hangul import has_hangul, strokes
from bot.lookup.index import Index
from bot.lookup.initials import is_abbreviation
from bot.lookup.listing import is_listed
from bot.lookup.questions import is_joining


def spelt_so(asked: Asked, index: Index) -> list[Hit]:
    """The label itself, else the same after folding, else without its article or parentheses."""
    hits = found(index, asked.key, "folded", 0.985, "same after folding") if asked.key else []
    if not hits:
        return []
    exact = [
        hit._replace(kind="exact", score=0.995, why="letter for letter")
        for hit in hits
        if composed(index.labels[hit.position].text) == asked.text
    ]
    whole = [hit for hit in hits if index.spelt[hit.position].replace(" ", "") == asked.key]
    return exact or whole or hits


def reordered(asked: Asked, index: Index) -> list[Hit]:
    """A label of several words with all of them in another order, small words apart."""
    for chosen in asked.readings[: 1 if is_being_typed(asked, index) else 2]:
        if 2 <= len(chosen) <= _MOST_WORDS:
            if chosen is not asked.words and (hits := questioned(asked, index)):
                return hits
            if hits := _in_any_order(chosen, index):
                return hits
    return []


_MOST_WORDS = 12
_ABOUT = "what the question is about"
_ONE_OF_TWO = 0.75  # supply or demand, where the label is both


def _in_any_order(chosen: list[str], index: Index) -> list[Hit]:
    words = bag(chosen)
    places = index.bags.maybe(words) if len(words) > 1 else ()
    return [hit for at in places if (hit := _arranged(chosen, words, at, index)) is not None]


def _arranged(chosen: list[str], words: tuple[str, ...], at: int, index: Index) -> Hit | None:
    """The label at ``at`` if its main words are ``words``: in the order of ``chosen``, or not."""
    label = index.spelt[at].split(" ")
    spelt = _main(label)
    if sorted(spelt) != list(words):
        return None
    if questions.is_alternative(chosen) and not questions.is_alternative(label):
        return Hit(at, "words", _ONE_OF_TWO, "its words, but one of them is meant")
    if spelt == _main(chosen):
        return Hit(at, "inflected", 0.95, "its words")
    said = any(map(is_joining, chosen))  # rate of unemployment says so itself
    score = _LONGER if not said and _stands_elsewhere(chosen, at, index) else 0.93
    return Hit(at, "words", score, "its words in another order")


_LONGER = 0.6


def _stands_elsewhere(chosen: list[str], at: int, index: Index) -> bool:
    """Whether a longer label of another entry has the words in this order.

    As 1951 Refugee Convention, where ``at`` is Convention refugee.
    """
    typed, concept = f" {' '.join(chosen)} ", index.labels[at].concept
    return any(
        typed in f" {index.spelt[place]} " and index.labels[place].concept != concept
        for place in index.near(strokes("".join(chosen)), _LOOKED_AT)
    )


_LOOKED_AT = 5


def _main(chosen: list[str]) -> list[str]:
    return [base(word) for word in chosen if not is_joining(word)]


def transposed(asked: Asked, index: Index) -> list[Hit]:
    """A Korean label two neighbouring syllables of which were swapped; with particles, too."""
    for chosen in asked.readings[::-1]:
        key = "".join(chosen)
        if not 3 <= len(key) <= 30 or not has_hangul(key):
            continue
        for at in range(len(key) - 1):
            if key[at] == key[at + 1]:
                continue
            swapped = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
            hits = found(index, swapped, "typo", 0.9, "two syllables swapped")
            if not hits and at < len(key) - 2:
                hits = [
                    hit._replace(kind="typo", score=0.86, why="two syllables swapped, particles")
                    for hit in _with_particles([swapped], index)
                    if len(index.labels[hit.position].text) > max(2, at + 1)
                ]
            if hits:
                return hits
    return []


def questioned(asked: Asked, index: Index) -> list[Hit]:
    """A question that is a label once the words around it are stripped; the longest such."""
    if not asked.is_question:
        return []
    if is_being_typed(asked, index):
        return []
    for first, last in _around(*asked.core, len(asked.words)):
        key = "".join(asked.words[first:last])
        if hits := found(index, key, "question", 0.96, _ABOUT):
            return [hit._replace(score=_sure(asked, first, last)) for hit in hits]
    return []


@lru_cache(maxsize=4096)
def _around(start: int, end: int, size: int) -> tuple[tuple[int, int], ...]:
    """The ranges of so many words that hold those from ``start`` to ``end``, the longest first."""
    ranges = [(a, b) for a in range(start + 1) for b in range(size, end - 1, -1)]
    return tuple(sorted(ranges[:200], key=lambda r: r[0] - r[1]))


def is_being_typed(asked: Asked, index: Index) -> bool:
    """Whether a few small words at the end go on with a longer label."""
    start, end = asked.core
    few = start == 0 and 0 < len(asked.words) - end <= _FEW_WORDS
    return few and bool(index.starting(asked.key, 1))


_FEW_WORDS = 3


def _sure(asked: Asked, first: int, last: int) -> float:
    """Less where everyday words stand among chatter that asks for no meaning."""
    chosen, around = asked.words[first:last], asked.words[:first] + asked.words[last:]
    named = asked.named.issuperset(chosen) or asked.text.split()[-1].isupper()
    if all(map(questions.is_stop, chosen)) and not named:
        return 0.75 if questions.is_asking(around) and len(chosen[0]) > 2 else 0.6
    if all(map(is_everyday, chosen)) and not _is_about(around):
        return 0.96 if len(around) == 1 and around[0] in ("the", "a", "an") else 0.6
    return 0.96


def _is_about(around: Sequence[str]) -> bool:
    return questions.is_asking(around) or questions.is_framing(around)


def inflected(asked: Asked, index: Index) -> list[Hit]:
    """Every word a form of a word of the label; Korean with particles, at its left boundary."""
    whole = is_being_typed(asked, index) or questioned(asked, index)  # what is left is in doubt
    for chosen in asked.readings[: 1 if whole else 2]:
        if hits := _in_forms(chosen, index) or _with_particles(chosen, index):
            return [as_typed(hit, asked, index) for hit in hits]
    return []


def as_typed(hit: Hit, asked: Asked, index: Index) -> Hit:
    """Less sure where capitals stand for something else than a form of a plain word.

    Or where an everyday word would be the plural of an abbreviation: ``tips`` of TIP.
    """
    short = is_abbreviation(index.labels[hit.position])
    other = asked.is_short and not short and not is_word(asked.key)
    plain = short and not asked.is_short and is_everyday(asked.asked_for[-1])
    return hit._replace(score=min(hit.score, 0.75)) if other or plain else hit


def _in_forms(chosen: list[str], index: Index) -> list[Hit]:
    if not 0 < len(chosen) <= 8:
        return []
    options = [index.bases(word)[:4] or [word] for word in chosen]
    for combined in islice(product(*options), 64):
        if len(combined) == 1 and _is_rather_misspelt(chosen[0], combined[0], index):
            continue
        if hits := found(index, "".join(combined), "inflected", 0.95, "word forms of it"):
            return hits
    return []


def _is_rather_misspelt(typed: str, word: str, index: Index) -> bool:
    """Whether an English word with a Finnish ending is one slip from another label."""
    foreign = word not in index.finnish_words and finnish.is_loan_form(typed, word)
    return foreign and any(index.keys[position] != word for position in index.one_slip(typed))


def _with_particles(chosen: Sequence[str], index: Index) -> list[Hit]:
    """The longest label at the beginning of what was typed that only particles follow."""
    key = "".join(chosen)
    if not has_hangul(key):
        return []
    for cut in range(len(key) - 1, max(1, len(key) - korean.LONGEST - 1), -1):
        if key[:cut] in index.folded and korean.is_tail(key[cut:]):
            if not _is_left_alone(chosen, cut):
                return []
            sure = _PERSON if korean.is_person(key, key[:cut]) else 0.95
            return found(index, key[:cut], "inflected", sure, "with particles")
    return []


_PERSON = 0.75


def _is_left_alone(chosen: Sequence[str], cut: int) -> bool:
    """Whether no word after the ``cut`` syllables names something; particles belong to one."""
    if is_listed(chosen, cut):
        return False
    ends = accumulate(map(len, chosen))
    after = [word for word, end in zip(chosen, ends, strict=True) if end - len(word) >= cut]
    return all(questions.is_stop(word) or korean.is_particle(word) for word in after)
