from __future__ import annotations

import pytest
from hypothesis import given

from bot.concept import Concept
from bot.file.composition import compose_entry
from bot.file.entry import validated
from bot.file.plain import Plain, plain
from bot.file.rendering import WIDTH, entry, pair
from bot.file.yamlfile import parse
from tests.concepts import CONCEPTS, TEXTS


@given(CONCEPTS)
def test_an_entry_that_is_written_reads_as_it_was_and_no_line_is_too_long(
    concept: Concept,
) -> None:
    lines = entry(plain(concept), 2)
    assert validated(compose_entry("\n".join(lines).encode())) == concept
    assert max(map(len, lines)) <= WIDTH


@given(TEXTS)
def test_any_text_stays_itself_in_a_line_in_brackets_and_broken_over_lines(text: str) -> None:
    for value in (text, [text], [text, "b"], {"x": [text]}, text + " and more words" * 9):
        lines = pair("key", value, 4)  # type: ignore[arg-type]
        assert parse("\n".join(lines).encode()) == {"key": value}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("coalition of governments", "definition: coalition of governments"),
        ("coalition: of governments", 'definition: "coalition: of governments"'),
        ("coalition, of governments", "definition: coalition, of governments"),
        ("no", 'definition: "no"'),
        ("2020", 'definition: "2020"'),
        ("2020-11", 'definition: "2020-11"'),
        ("it's", "definition: it's"),
        ('the "best"', 'definition: the "best"'),
        ('"best" of all', 'definition: "\\"best\\" of all"'),
        ("-based approach", "definition: -based approach"),
        ("C#", "definition: C#"),
        ("C #", 'definition: "C #"'),
    ],
)
def test_text_has_quotation_marks_only_where_it_needs_them(text: str, line: str) -> None:
    assert pair("definition", text, 0) == [line]


def test_long_text_is_folded_at_words() -> None:
    lines = pair("note", "word " * 40 + "word", 8)
    assert lines[0] == "        note: >-"
    assert all(line.startswith("          word") for line in lines[1:])


def test_a_long_word_is_broken_inside_quotation_marks() -> None:
    lines = pair("exact_match", "https://x.example/" + "a" * 200, 4)
    assert max(map(len, lines)) <= WIDTH
    assert lines[0].endswith("\\")


def test_lists_stand_on_one_line_where_they_fit() -> None:
    assert pair("related", ["a", "b"], 4) == ["    related: [a, b]"]
    long: list[Plain] = [f"entry-number-{n}" for n in range(12)]
    assert pair("related", long, 4) == ["    related:", *(f"      - {name}" for name in long)]
