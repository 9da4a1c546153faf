"""Abbreviations: their plurals, and their letters by name."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup


@pytest.mark.parametrize(
    ("query", "verdict"), [("TIPs", "answer"), ("tips", "choices"), ("sdgs", "answer")]
)
def test_the_plural_of_an_everyday_word_is_none_of_an_abbreviation(
    query: str, verdict: str
) -> None:
    lookup = Lookup(Label(name, name, "en", "preferred", "acronym") for name in ("TIP", "SDG"))
    assert lookup.ask(query).verdict == verdict


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("씨씨티비", "CCTV"),
        ("시씨티브이가 뭐예요", "CCTV"),
        ("씨아이", "CI"),
        ("씨아이에이", None),
    ],
)
def test_letters_are_read_by_their_korean_names_to_the_last(
    query: str, concept: str | None
) -> None:
    lookup = Lookup(Label(name, name, "en", "preferred", "acronym") for name in ("CCTV", "CI"))
    answer = lookup.ask(query)
    assert (answer.matches[0].concept if answer.verdict == "answer" else None) == concept


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("gdprn", "GDPR"),
        ("gdpr:ssä", "GDPR"),
        ("focissa", "FOC"),
        ("kelassa", None),
        ("mikä on gdprssa", "GDPR"),
    ],
)
def test_an_abbreviation_in_small_letters_may_have_a_finnish_ending(
    query: str, concept: str | None
) -> None:
    names = ("GDPR", "FOC", "KEL")
    lookup = Lookup(Label(name, name, "en", "preferred", "acronym") for name in names)
    answer = lookup.ask(query)
    assert (answer.matches[0].concept if answer.verdict == "answer" else None) == concept


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("PIN number", "pin"),
        ("what is a pin number?", "pin"),
        ("PIN code", None),
        ("pin numbers", "pin"),
        ("PAN number", None),
    ],
)
def test_initials_may_be_followed_by_a_word_that_they_stand_for(
    query: str, concept: str | None
) -> None:
    lookup = Lookup(
        [Label("personal identification number", "pin", "en", "preferred", "full_form")]
    )
    answer = lookup.ask(query)
    assert (answer.matches[0].concept if answer.verdict == "answer" else None) == concept


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("UN OCHA", "OCHA"),
        ("UN-OCHA", "OCHA"),
        ("UNOCHA", None),  # begins with a vowel, as UNESCO does
        ("UNCRC", "CRC"),
        ("EU CRC", "CRC"),
        ("UNABC", None),
        ("un ocha", None),
    ],
)
def test_whose_it_is_may_stand_before_an_abbreviation(query: str, concept: str | None) -> None:
    names = ("OCHA", "CRC", "ESCO")
    lookup = Lookup(Label(name, name, "en", "preferred", "acronym") for name in names)
    answer = lookup.ask(query)
    assert (answer.matches[0].concept if answer.verdict == "answer" else None) == concept
