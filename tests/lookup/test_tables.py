"""The tables of what is near a text: small ones and large ones find the same."""

from __future__ import annotations

import random

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from bot.concept import Label
from bot.lookup import Lookup, packed
from bot.lookup.arrays import GramArrays
from bot.lookup.deletions import Deletions
from bot.lookup.dropped import Dropped
from bot.lookup.grams import Grams, grams_of
from bot.lookup.index import Index
from bot.lookup.joined import Joined
from bot.lookup.typed import Beginnings, Keys

TEXTS = [
    "artificialintelligence",
    "aiact",
    "data",
    "date",
    "ㅌㅜㅁㅕㅇㅅㅓㅇ",
    "aa",
    "aaa",
    "tietosuoja",
]
SLIPS = [
    ("artificalintelligence", 0),  # a letter missing
    ("artifficialintelligence", 0),  # one too many
    ("aiatc", 1),  # two swapped
    ("aixct", 1),  # a wrong one
    ("xaiact", 1),  # at the beginning
    ("data", 2),
    ("data", 3),
    ("ㅌㅜㅁㅗㅇㅅㅓㅇ", 4),
    ("aaa", 6),
    ("tietosuojaa", 7),
]


@pytest.mark.parametrize("table", [Dropped, Deletions])
@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_a_text_one_slip_away_is_found(
    table: type[Dropped | Deletions], typed: str, meant: int
) -> None:
    assert meant in table(TEXTS).near(typed)


@pytest.mark.parametrize("table", [Dropped, Deletions])
@pytest.mark.parametrize("typed", ["", "xyzzy", "artificial", "a" * 1000])
def test_what_is_further_away_is_not_found(table: type[Dropped | Deletions], typed: str) -> None:
    assert table(TEXTS).near(typed) == []


@pytest.mark.parametrize("table", [Dropped, Deletions])
def test_a_table_of_nothing_finds_nothing(table: type[Dropped | Deletions]) -> None:
    assert table([]).near("data") == []


def _random_texts(count: int) -> list[str]:
    chance = random.Random(3)
    return ["".join(chance.choices("abcdeㄱㄴㅏ", k=chance.randrange(3, 9))) for _ in range(count)]


def test_both_tables_find_all_that_comparing_one_by_one_finds() -> None:
    texts = _random_texts(400)
    small, large = Dropped(texts), Deletions(texts)
    for typed in _random_texts(60):
        apart = {at: OSA.distance(typed, text) for at, text in enumerate(texts)}
        near = {at for at in apart if apart[at] <= 1}
        assert near <= set(small.near(typed)) == set(large.near(typed))
        assert all(apart[at] <= 2 for at in small.near(typed))


def test_both_tables_of_letter_sequences_prefer_the_same_texts() -> None:
    texts = _random_texts(300)
    small, large = Grams(texts), GramArrays(texts)
    for at in range(0, 300, 7):
        asked = grams_of(texts[at] + "x")
        assert texts[small.best(asked, 1)[0]] == texts[large.best(asked, 1)[0]] == texts[at]


def test_entries_in_many_pieces_are_sorted_and_come_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_STEP", 4)
    parts = [np.array([9, 1, 5, 5, 1], dtype=np.uint64), np.array([7, 9, 3, 1], dtype=np.uint64)]
    entries = packed.ordered(parts, 9)
    assert entries.tolist() == [1, 3, 5, 7, 9]
    assert packed.starts(entries, 2, 4).tolist() == [0, 2, 4, 5, 5]
    assert packed.lower(entries).tolist() == [1, 3, 5, 7, 9]


def test_the_numbers_of_entries_begin_where_they_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_STEP", 2)
    entries = np.array([number << packed.BITS | at for number, at in
                        ((0, 1), (0, 2), (0, 5), (4, 0), (6, 1))], dtype=np.uint64)  # fmt: skip
    numbers, begins = packed.runs(entries)
    assert (numbers.tolist(), begins.tolist()) == ([0, 4, 6], [0, 3, 4, 5])


BEGINNINGS = Beginnings(["인공지능", "인권", "ai", "ai윤리", "aiact", "이용", "data"])


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("ai", ["ai", "aiact", "ai윤리"]),
        ("인", ["인공지능", "인권"]),
        ("인ㄱ", ["인공지능", "인권"]),
        ("인고", ["인공지능"]),
        ("이", ["인공지능", "인권", "이용"]),  # the first syllable of all of them is being typed
        ("ai유", ["ai윤리"]),
        ("z", []),
    ],
)
def test_labels_are_found_by_their_beginning_also_within_a_syllable(
    key: str, labels: list[str]
) -> None:
    assert sorted(BEGINNINGS.of(key, 9)) == sorted(labels)


def test_no_more_labels_are_found_by_their_beginning_than_asked_for() -> None:
    assert len(BEGINNINGS.of("a", 2)) == 2


def test_texts_in_one_run_of_bytes_are_those_of_a_list() -> None:
    every = ["human rights", "", "ihmisoikeudet", "생성형 인공지능", "naïve 🤖"]
    joined = Joined()
    for text in every:
        joined.append(text)
    assert list(joined) == every
    assert [joined[at] for at in range(len(joined))] == every
    assert joined[1:4] == every[1:4]
    assert list(Keys(joined)) == list(Keys(every))


def test_a_very_large_index_finds_what_a_small_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [Label(text, text, "en", "preferred", "full_form") for text in TEXTS]
    small = Lookup(labels)
    monkeypatch.setattr("bot.lookup.index._MANY", 1)
    large = Lookup(labels)
    assert isinstance(Index(labels).spelt, Joined)
    for typed in (*TEXTS, *(typed for typed, _ in SLIPS)):
        assert large.ask(typed) == small.ask(typed)
