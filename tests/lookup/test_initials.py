"""Names within labels: abbreviations, and what stands in brackets."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup
from bot.lookup.initials import in_brackets


def label(text: str, concept: str = "one") -> Label:
    """A shown English label."""
    return Label(text, concept, "en", "preferred", "full_form")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "application programming interface (API)",
            ["application programming interface", "API"],
        ),
        ("WAT (web accessibility toolkit)", ["web accessibility toolkit", "WAT"]),
        ("database management system [DBMS]", ["database management system", "DBMS"]),
        ("인공지능(AI)", ["인공지능", "AI"]),
        ("bank (river)", []),
        ("bank (US)", []),
        ("human rights", []),
        ("(AI)", []),
    ],
)
def test_brackets_hold_another_name_or_tell_what_is_meant(text: str, names: list[str]) -> None:
    assert [each.text for each in in_brackets(label(text))] == names


@pytest.mark.parametrize("query", ["apis", "API:n", "aplication programing interface"])
def test_either_name_is_found_inflected_and_misspelt(query: str) -> None:
    lookup = Lookup([label("application programming interface (API)")])
    answer = lookup.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", "one")


def test_names_in_brackets_are_not_gathered_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.lookup.lookup._CHANGED", 0)
    lookup = Lookup([label("application programming interface (API)")])
    more = lookup.replaced({"two": [label("database management system (DBMS)", "two")]}).gathered()
    assert len(more._parts[0].index.labels) == 6
