from __future__ import annotations

import pytest

from bot.contacts import contacts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to ann.other@example.org.", [("email", "ann.other@example.org")]),
        ("call +358 40 123 4567 now", [("phone", "+358 40 123 4567")]),
        ("010-1234-5678로 전화", [("phone", "010-1234-5678")]),
        ("ask @annika_x", [("handle", "@annika_x")]),
        ("as Jane Austen wrote", [("name", "Jane Austen")]),
        ("Aino Mäki-Vuori sanoi", [("name", "Aino Mäki-Vuori")]),
        ("김민수 교수는 말했다", [("name", "김민수")]),
        ("@a@b", []),
    ],
)
def test_what_points_at_a_person_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert contacts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "coalition of governments that supports internet freedom",
        "regulation of the European Union",
        "the Freedom Online Coalition and the Council of Europe",
        "published on 2020-11-05, 5.11.2020 and 2012–2013, page 1234567",
        "Regulation (EU) 2024/1689",
        "https://example.org/@someone/0401234567",
        "Euroopan unionin perusoikeuskirja",
        "인권 교육을 하는 교수",
        "the AI Act applies from 2 August 2026",
    ],
)
def test_what_names_no_person_is_left_alone(text: str) -> None:
    assert contacts(text) == []


def test_words_of_the_glossary_name_nobody() -> None:
    assert contacts("by Global Partners", ["Global Partners Digital"]) == []
