from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.file.book import Book
from bot.file.composition import compose_entry
from bot.file.entry import validated
from bot.file.layout import laid_out
from bot.file.plain import plain
from bot.file.rendering import entry
from bot.file.yamlfile import YamlError
from tests.concepts import CONCEPTS
from tests.file.test_splicing import HEAD

PATH = Path("glossary.yaml")
ROOT = Path(__file__).parent.parent.parent


def out(text: str) -> str:
    return laid_out(Book.of(text.encode(), PATH)).decode()


UNTIDY = """\
schema_version: 1··
subject_fields: {x: {en: x}, y: {en: y}}
entries:
# about y
-   languages:   # all
      en:
        definition: >-
            long
            text
        # first the terms
        terms:
        - type: acronym   # in capitals
          # the term
          term: B
        - C
    # what it is called
    id: b
    subject_field: y


- id: a
  # in a
  languages:
     en: {terms: [a]}··
  subject_field: [x]
  status: draft
# the end
""".replace("·", " ")

TIDY = """\
schema_version: 1
subject_fields: {x: {en: x}, y: {en: y}}
entries:
  - id: a
    subject_field: [x]
    status: draft
    # in a
    languages:
      en: {terms: [a]}

  # about y
  # what it is called
  - id: b
    subject_field: y
    languages:   # all
      en:
        # first the terms
        terms:
          # the term
          - term: B
            type: acronym   # in capitals
          - C
        definition: >-
          long
          text
# the end
"""


def test_an_untidy_file_is_put_in_order_with_its_comments() -> None:
    deeper = TIDY.replace("          long\n          text", "            long\n            text")
    assert out(UNTIDY) == deeper


def test_a_tidy_file_stays() -> None:
    assert out(TIDY) == TIDY


def test_the_projects_own_glossary_is_in_canonical_layout() -> None:
    book = Book.open(ROOT / "glossary.yaml")
    assert laid_out(book) == book.data


@pytest.mark.parametrize(
    "text",
    [
        "schema_version: 1\nentries: []\n",
        "{schema_version: 1, entries: []}",
        "schema_version: 1\nentries:\n  # none\n",
    ],
)
def test_a_file_without_entries_on_lines_of_their_own_stays(text: str) -> None:
    assert out(text) == text


def test_line_ends_stay() -> None:
    assert out(TIDY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")


def test_a_line_that_is_too_long_is_folded() -> None:
    text = "schema_version: 1\nentries:\n- id: a\n  languages:\n    en:\n      terms: [a]\n"
    made = out(f"{text}      note: {'word ' * 60}\n")
    assert max(map(len, made.split("\n"))) <= 120


def shuffled(data: Any, chance: random.Random) -> Any:
    if isinstance(data, dict):
        keys = list(data)
        chance.shuffle(keys)
        return {key: shuffled(data[key], chance) for key in keys}
    return [shuffled(item, chance) for item in data] if isinstance(data, list) else data


@st.composite
def untidy(draw: st.DrawFn) -> str:
    """A file with keys in any order, and with comments that change nothing."""
    chance = draw(st.randoms(use_true_random=False))
    concepts = draw(st.lists(CONCEPTS, min_size=1, max_size=2))
    text = HEAD
    for number, concept in enumerate(concepts):
        data = plain(concept) | {"id": f"e{number}", "subject_field": [chance.choice("xy")]}
        lines = entry(shuffled(data, chance), 2)
        marks = st.sampled_from(["# c", "    # c", "            # c"])
        for mark in draw(st.lists(marks, max_size=4)):
            at = draw(st.integers(0, len(lines)))
            tried = [*lines[:at], mark, *lines[at:]]
            lines = tried if _same(tried, lines) else lines
        text += draw(st.sampled_from(["", "\n", "\n# free\n\n"])) + "\n".join(lines) + "\n"
    others = ("a", "b", "c-1", "other")
    return text + "".join(f"  - {{id: {n}, languages: {{en: {{terms: [t]}}}}}}\n" for n in others)


def _same(tried: list[str], lines: list[str]) -> bool:
    try:
        one, two = ("".join(f"{line}\n" for line in each).encode() for each in (tried, lines))
        return validated(compose_entry(one)) == validated(compose_entry(two))
    except (YamlError, ValueError):
        return False


@settings(max_examples=50)
@given(untidy())
def test_any_file_means_the_same_laid_out_and_stays_so(text: str) -> None:
    book = Book.of(text.encode(), PATH)
    made = laid_out(book)
    again = Book.of(made, PATH)
    assert again.glossary.concepts == book.glossary.concepts
    assert laid_out(again) == made
    assert sorted(_comments(made.decode())) == sorted(_comments(text))
    groups = [again.glossary.concepts[name].subject_field[:1] for name in again.ids]
    assert groups == sorted(groups, key=lambda group: ["x", "y"].index(group[0]) if group else 9)


def _comments(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip() in ("# c", "# free")]
