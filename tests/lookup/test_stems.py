"""Rough stems of English words, and the terms that are offered for them."""

from __future__ import annotations

import pytest

from bot.concept import Label
from bot.lookup import Lookup
from bot.lookup.stems import stem, stems


@pytest.mark.parametrize(
    "made",
    [
        "censor censored censoring censorship",
        "monopoly monopolist monopolistic",
        "subsidy subsidies subsidise subsidized",
        "vote voting voter votes",
        "advocate advocacy advocating",
        "lobby lobbied lobbying lobbyists",
        "tax taxation taxing",
        "behavior behaviour behavioural",
        "ads advert advertising advertisement",
    ],
)
def test_words_made_of_one_share_a_stem(made: str) -> None:
    assert len({stem(word) for word in made.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("policy", "politics"), ("state", "status"), ("right", "righteous")]
)
def test_others_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other) or one[:5] == other[:5]


def test_only_words_in_latin_letters_have_one() -> None:
    assert stems(["voting", "투표", "äänestys", "27001", "vote"]) == {"vot": ("voting", "vote")}


@pytest.mark.parametrize(
    ("query", "concept", "verdict"),
    [
        ("voting electronically", "electronic voting", "answer"),
        ("electronic vote", "electronic voting", "answer"),
        ("organically farmed", "organic farming", "answer"),
        ("principle of precaution", "precautionary principle", "answer"),
        ("integrated data", "data integration", "choices"),  # what is done, or what it is done to
        ("building peace", "peacebuilding", "answer"),
        ("what are political ads", "political advertising", "answer"),
        ("fact-checkers", "fact-checking", "choices"),  # who does it is not what is done
        ("censored", "censorship", "choices"),  # a word alone is as often another thing
    ],
)
def test_a_term_of_words_made_of_the_same_is_found(query: str, concept: str, verdict: str) -> None:
    names = (
        "electronic voting", "political advertising", "censorship", "fact-checking", "hat",
        "organic farming", "precautionary principle", "data integration", "peacebuilding",
    )  # fmt: skip
    lookup = Lookup(Label(name, name, "en", "preferred", "full_form") for name in names)
    answer = lookup.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == (verdict, concept)


@pytest.mark.parametrize("query", ["hate", "vote"])
def test_a_short_word_alone_is_not_enough(query: str) -> None:
    names = ("electronic voting", "advertising")
    lookup = Lookup(Label(name, name, "en", "preferred", "full_form") for name in names)
    assert lookup.ask(query).verdict == "unknown"
