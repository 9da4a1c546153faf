"""Test collections of labels, and terms composed to make them large."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from bot.concept import LANGUAGES, Label, LabelKind, Language, TermType

DATA = Path(__file__).parents[1] / "tests" / "data" / "lookup"
COLLECTIONS = ("policy", "it", "legal", "quality")


def _words() -> dict[str, list[list[str]]]:
    """Language → for every place in a composed term the words that may stand there."""
    found: dict[str, list[list[str]]] = {}
    for line in (DATA / "composed.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, _, text = line.split("\t")
            found.setdefault(language, []).append(text.split())
    return found


def labels(name: str) -> list[Label]:
    """The labels of a collection of ``tests/data/lookup``: id, then the terms per language."""
    found: list[Label] = []
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            concept, *sections = line.split("\t")
            for language, section in zip(LANGUAGES, sections, strict=False):
                for i, text in enumerate(filter(None, section.split("; "))):
                    kind: LabelKind = "admitted" if i else "preferred"
                    found.append(Label(text, concept, language, kind, _type(text)))
    return found


def _type(text: str) -> TermType:
    capitals = sum(map(str.isupper, text))
    return (
        "acronym"
        if text.isascii() and " " not in text and capitals > len(text) / 2
        else "full_form"
    )


def _composed() -> list[tuple[Language, str]]:
    """Terms of two and three words made of the lists above, in a fixed random order."""
    lists = _words()
    english, finnish, korean = lists["en"], lists["fi"], lists["ko"]
    chance = random.Random(7)
    terms: list[tuple[Language, str]] = [("en", f"{a} {b}") for a, b in product(*english)]
    terms += [("fi", f"{b}{c}") for _, b, c in product([""], finnish[1], finnish[2])]
    terms += [("ko", f"{a} {b}") for a, b in product(*korean)]
    chance.shuffle(terms)
    longer: list[tuple[Language, str]] = [
        ("en", f"{a} {b} {c}")
        for a, b, c in product(english[0], english[0][28:], english[1])
        if a != b
    ]
    longer += [("fi", f"{a} {b}{c}") for a, b, c in product(*finnish)]
    longer += [
        ("ko", f"{a} {b} {c}")
        for a, b, c in product(korean[0], korean[0][::3], korean[1])
        if a != b
    ]
    chance.shuffle(longer)
    return terms + longer


def distractors(count: int, without: frozenset[str] = frozenset()) -> Iterator[Label]:
    """``count`` realistic terms that are none of ``without``, each a concept of its own."""
    made = 0
    for language, text in _composed():
        if made == count:
            return
        if text not in without:
            made += 1
            yield Label(text, f"distractor-{made}", language, "preferred", "full_form")


def enlarged(found: list[Label], count: int) -> list[Label]:
    """``found`` with composed terms around them, ``count`` labels in all."""
    texts = frozenset(label.text.casefold() for label in found)
    return found + list(distractors(max(0, count - len(found)), texts))
