"""Test collections of labels, and terms composed to make them large."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
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


@lru_cache(maxsize=1)
def _two_words() -> list[tuple[Language, str]]:
    """Terms of two words made of the lists, in a fixed random order."""
    lists = _words()
    terms: list[tuple[Language, str]] = [("en", f"{a} {b}") for a, b in product(*lists["en"])]
    terms += [("fi", f"{b}{c}") for b, c in product(*lists["fi"][1:])]
    terms += [("ko", f"{a} {b}") for a, b in product(*lists["ko"])]
    random.Random(7).shuffle(terms)
    return terms


@lru_cache(maxsize=1)
def _three_words() -> list[tuple[Language, str]]:
    lists = _words()
    (en, en_heads), (ko, ko_heads) = lists["en"], lists["ko"]
    terms: list[tuple[Language, str]] = [
        ("en", f"{a} {b} {c}") for a, b, c in product(en, en[28:], en_heads) if a != b
    ]
    terms += [("fi", f"{a} {b}{c}") for a, b, c in product(*lists["fi"])]
    terms += [("ko", f"{a} {b} {c}") for a, b, c in product(ko, ko[::3], ko_heads) if a != b]
    random.Random(8).shuffle(terms)
    return terms


def _composed() -> Iterator[tuple[Language, str]]:
    yield from _two_words()
    yield from _three_words()


def distractors(count: int, without: frozenset[str] = frozenset()) -> Iterator[Label]:
    """``count`` realistic terms that are none of ``without``, each a concept of its own."""
    fresh = ((language, text) for language, text in _composed() if text not in without)
    for number, (language, text) in enumerate(islice(fresh, count)):
        yield Label(text, f"distractor-{number}", language, "preferred", "full_form")


def enlarged(found: list[Label], count: int) -> list[Label]:
    """``found`` with composed terms around them, ``count`` labels in all."""
    texts = frozenset(label.text.casefold() for label in found)
    return found + list(distractors(max(0, count - len(found)), texts))
