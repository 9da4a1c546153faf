"""The stages of a lookup, surest first. Each is a function that can be read alone.

A stage takes what was asked and the index and gives hits: labels that it finds, how sure it is
of each (0 to 1) and why. The lookup stops after the first stage that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from bot.folding import composed, words
from bot.lookup import finnish, korean, questions
from bot.lookup.alignment import Alignment, align, whole
from bot.lookup.confidence import among, fit
from bot.lookup.hangul import has_hangul, strokes, typed_as_hangul, typed_as_latin
from bot.lookup.index import Index, initials, is_abbreviation, posted
from bot.lookup.result import Kind

LONGEST = 40  # words of a query that are looked at


class Hit(NamedTuple):
    """A label found, with the evidence for it."""

    position: int
    kind: Kind
    score: float
    why: str


Stage: TypeAlias = "Callable[[Asked, Index], list[Hit]]"


@dataclass(slots=True)
class Asked:
    """A query as the stages read it."""

    text: str
    words: list[str]
    core: tuple[int, int] = (0, 0)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = "".join(self.words)

    @property
    def asked_for(self) -> list[str]:
        """The words without those of the question around them."""
        return self.words[self.core[0] : self.core[1]]


def read(query: str, index: Index) -> Asked:
    """``query`` folded, cut to what a term or a question can be long."""
    text = composed(query[:1000]).strip()
    asked = Asked(text, words(text)[:LONGEST])
    if asked.words:
        asked.core = questions.core(asked.words, index.vocabulary.__contains__)
    return asked


def found(index: Index, key: str, kind: Kind, score: float, why: str) -> list[Hit]:
    """Hits for every label under a folded key."""
    return [Hit(position, kind, score, why) for position in posted(index.folded, key)]


def spelt_so(asked: Asked, index: Index) -> list[Hit]:
    """The label itself, or the same after folding; letter for letter is surer."""
    hits = found(index, asked.key, "folded", 0.985, "same after folding") if asked.key else []
    exact = [
        hit._replace(kind="exact", score=0.995, why="letter for letter")
        for hit in hits
        if composed(index.labels[hit.position].text) == asked.text
    ]
    return exact or hits


_PLURAL = re.compile(r"^([A-Z0-9][A-Z0-9&]*[A-Z0-9])e?s$")
_CAPITALS = re.compile(r"^((?:[A-Z]+[0-9]*|[a-z]?[A-Z]{2,}))([a-zäö]{1,6})$")
_MIXED = re.compile(r"^(.*[A-Za-z0-9+#])\s?([가-힣]+)$")


def _abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """What ``text`` may be short for, when its ending or its letter names are taken away."""
    if (head := finnish.without_colon_ending(text)) is not None:
        yield head, "Finnish ending after a colon"
    if (plural := _PLURAL.match(text)) is not None:
        yield plural[1], "plural of an abbreviation"
    if (inflected := _CAPITALS.match(text)) and finnish.is_ending(inflected[2]):
        yield inflected[1], "ending after capitals"
    if (mixed := _MIXED.match(text)) and korean.is_tail(mixed[2]):
        yield mixed[1], "particles after Latin letters"
    if has_hangul(text):
        for read_as, _ in korean.letters("".join(words(text))):
            yield read_as, "Korean names of letters"
    if (small := text.lower()) == text and len(text) > 3 and text.endswith("s"):
        yield small[:-1], "plural of an abbreviation"


def abbreviated(asked: Asked, index: Index) -> list[Hit]:
    """An abbreviation with an ending, as letter names, or together with what it is short for."""
    hits: list[Hit] = []
    for text in dict.fromkeys((asked.text, _between(asked))):
        for head, why in _abbreviations(text.strip(" ?!.,\"'")):
            hits += [
                hit
                for hit in found(index, "".join(words(head)), "abbreviation", 0.97, why)
                if is_abbreviation(index.labels[hit.position]) or "plural" not in why
            ]
    return hits or _both(asked, index)


def _between(asked: Asked) -> str:
    """The text of the question without its first and last words, as it was written."""
    start, end = asked.core
    if (start, end) == (0, len(asked.words)):
        return asked.text
    pieces = asked.text.split()
    return pieces[start] if end - start == 1 and start < len(pieces) else asked.text


_PARENTHESES = re.compile(r"^(.+?)\s*[(\[](.+?)[)\]]\s*(\S*)$")


def _both(asked: Asked, index: Index) -> list[Hit]:
    """Both forms together: ``Freedom Online Coalition (FOC)``, ``FOC - Freedom …``."""
    halves: list[tuple[str, str]] = []
    if (found_ := _PARENTHESES.match(asked.text)) is not None:
        halves.append(("".join(words(found_[1])), "".join(words(found_[2]))))
    chosen = asked.asked_for
    if 2 <= len(chosen) <= 12:
        halves += [("".join(chosen[:i]), "".join(chosen[i:])) for i in (1, len(chosen) - 1)]
    for one, other in halves:
        first, second = posted(index.folded, one), posted(index.folded, other)
        concepts = {index.labels[p].concept for p in first} & {
            index.labels[p].concept for p in second
        }
        if concepts:
            longer = first if len(one) >= len(other) else second
            return [
                Hit(p, "abbreviation", 0.98, "both forms of it")
                for p in longer
                if index.labels[p].concept in concepts
            ]
        short = min((one, other), key=len)
        for position in first or second:
            if short in _initials_of(index, position) and short != index.spelt[position]:
                return [Hit(position, "abbreviation", 0.95, "a form and its initials")]
    return []


def _initials_of(index: Index, position: int) -> tuple[str, ...]:
    return tuple(initials(index.spelt[position].split(" ")))


def questioned(asked: Asked, index: Index) -> list[Hit]:
    """A question that is a label once the words around it are stripped."""
    start, end = asked.core
    if (start, end) == (0, len(asked.words)):
        return []
    for first in range(start + 1):
        for last in range(len(asked.words), end - 1, -1):
            if (first, last) != (0, len(asked.words)) and last - first >= end - start:
                key = "".join(asked.words[first:last])
                if hits := found(index, key, "question", 0.96, "what the question is about"):
                    return hits
    return []


def inflected(asked: Asked, index: Index) -> list[Hit]:
    """Every word a form of a word of the label; Korean with particles, at its left boundary."""
    for chosen in (asked.words, asked.asked_for):
        if 0 < len(chosen) <= 8:
            options = [index.bases(word)[:4] or [word] for word in chosen]
            for combined in islice(product(*options), 64):
                if hits := found(index, "".join(combined), "inflected", 0.95, "word forms of it"):
                    return hits
    return _with_particles("".join(asked.asked_for), index) or _with_particles(asked.key, index)


def _with_particles(key: str, index: Index) -> list[Hit]:
    if not has_hangul(key):
        return []
    for cut in range(min(len(key) - 1, 60), 1, -1):
        if korean.is_tail(key[cut:]) and (
            hits := found(index, key[:cut], "inflected", 0.95, "with particles")
        ):
            return hits
    return []


def initialled(asked: Asked, index: Index) -> list[Hit]:
    """The first letters of a label that no entry lists."""
    key = "".join(asked.asked_for)
    text = _between(asked).strip(" ?!.,")
    if not (2 <= len(key) <= 8 and key.isascii() and key.isalpha()):
        return []
    if max(map(len, asked.asked_for)) > 1 and len(asked.asked_for) > 1:
        return []
    positions = posted(index.initialisms, key)
    capitals = text.isupper()
    score = {2: 0.4, 3: 0.85 if capitals else 0.7}.get(len(key), 0.92)
    if questions.is_stop(key):
        score = 0.2
    return [Hit(position, "initialism", score, "its first letters") for position in positions]


def _is_real(index: Index) -> Callable[[str], bool]:
    return lambda word: word in index.vocabulary or questions.is_stop(word)


def _kind(found: Alignment) -> Kind:
    if "typo" in found.forms or "compound" in found.forms:
        return "typo"
    if found.missing > 0.01 or found.extra > 0.01 or found.moved:
        return "words"
    return "inflected" if "inflected" in found.forms else "typo"


def misspelt(asked: Asked, index: Index) -> list[Hit]:
    """Labels near in letters, fitted word by word. Short abbreviations are not guessed at."""
    best: dict[int, tuple[float, Alignment]] = {}
    for chosen in _readings(asked):
        key = "".join(chosen)
        if len(strokes(key)) < 4:
            continue
        for position in index.near(key, 16):
            if is_abbreviation(index.labels[position]) and len(index.spelt[position]) < 7:
                continue
            fitted = _fitted(chosen, key, index, position)
            if fitted is not None and (position not in best or best[position][0] < fitted[0]):
                best[position] = fitted
    return _ranked(best, index)


def _readings(asked: Asked) -> list[Sequence[str]]:
    if asked.core == (0, len(asked.words)):
        return [asked.words]
    return [asked.asked_for, asked.words] if len(asked.words) <= 8 else [asked.asked_for]


def _fitted(
    chosen: Sequence[str], key: str, index: Index, position: int
) -> tuple[float, Alignment] | None:
    spelt = index.spelt[position]
    options = [
        align(chosen, spelt.split(" "), _is_real(index)),
        whole(strokes(key), strokes(spelt.replace(" ", "")))
        if len(chosen) > 1 or " " in spelt
        else None,
    ]
    scored = [(fit(option), option) for option in options if option is not None]
    return max(scored, key=lambda item: item[0], default=None)


def _ranked(best: dict[int, tuple[float, Alignment]], index: Index) -> list[Hit]:
    """Hits best first, each less sure the nearer another concept is."""
    hits: list[Hit] = []
    for position, (score, fitted) in best.items():
        concept = index.labels[position].concept
        others = [s for p, (s, _) in best.items() if index.labels[p].concept != concept]
        why = f"{fitted.slips:.1f} slips, {fitted.missing:.0%} missing, {fitted.extra:.0%} extra"
        hits.append(Hit(position, _kind(fitted), among(score, others), why))
    return sorted(hits, key=lambda hit: -hit.score)[:10]


def other_layout(asked: Asked, index: Index) -> list[Hit]:
    """Typed while the keyboard was in the other layout, Korean or Latin."""
    turn = typed_as_latin if has_hangul(asked.text) else typed_as_hangul
    turned = turn(asked.text)
    if turned == asked.text or (not has_hangul(turned) and not turned.isascii()):
        return []
    again = read(turned, index)
    if len(strokes(again.key)) < 4 and not has_hangul(asked.text):
        return []
    for stage in (spelt_so, abbreviated, questioned, inflected, misspelt):
        hits = [hit for hit in stage(again, index) if hit.score > 0.8]
        if hits:
            return [hit._replace(kind="layout", score=hit.score * 0.96) for hit in hits]
    return []


STAGES: tuple[Stage, ...] = (
    spelt_so,
    abbreviated,
    questioned,
    inflected,
    initialled,
    misspelt,
    other_layout,
)
