"""Callback data."""

from __future__ import annotations

import pytest

from bot.callback import BYTES, Shelf, handle, number, pack, shelf, split, start, trail, unpack

LONG = [f"an-entry-with-a-long-identifier-number-{n:08}" for n in range(20)]


def test_a_handle_is_stable_and_short() -> None:
    assert handle("freedom-online-coalition") == handle("freedom-online-coalition")
    assert len(handle("freedom-online-coalition")) == 6


def test_ten_thousand_entries_have_ten_thousand_handles() -> None:
    assert len({handle(f"entry-{n}") for n in range(10_000)}) == 10_000


def test_what_is_packed_is_unpacked() -> None:
    assert unpack(pack("l", "fi")) == ("l", ["fi"])


def test_data_that_telegram_would_refuse_is_refused_here() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        pack("x", "ä" * 40)


@pytest.mark.parametrize(
    ("text", "found"),
    [("0", 0), ("12", 12), ("9" * 16, 9999999999999999)]
    + [(odd, None) for odd in ("", "-1", "1.0", " 1", "x", "٣", "²", "9" * 17, "1\n")],
)
def test_a_number_is_one_that_we_could_have_written(text: str, found: int | None) -> None:
    assert number(text) == found


def test_a_trail_goes_on_back_and_forward() -> None:
    walk = start("a").to("b").to("c")
    back = walk.back()
    assert back is not None
    assert back.here == handle("b")
    forward = back.forward()
    assert forward is not None
    assert forward.here == handle("c")


def test_a_step_aside_forgets_what_lay_ahead() -> None:
    back = start("a").to("b").back()
    assert back is not None
    assert back.to("c").handles == (handle("a"), handle("c"))


def test_a_trail_starts_where_it_starts() -> None:
    assert start("a").back() is None
    assert start("a").forward() is None


@pytest.mark.parametrize("root", ["", "c" + "abcdef" * 5, "a12.ㄱ", "f9999.abcdef"])
def test_a_long_walk_fits_into_a_button_and_keeps_the_newest_steps(root: str) -> None:
    walk = start(LONG[0], root)
    for concept in LONG[1:]:
        walk = walk.to(concept)
        assert len(walk.pack().encode()) <= BYTES
    assert walk.here == handle(LONG[-1])
    assert walk.back() is not None
    assert walk.root == root


def test_a_trail_survives_its_button() -> None:
    walk = start("a", "cabcdef").to("b")
    assert trail(unpack(walk.pack())[1]) == walk


@pytest.mark.parametrize(
    "data",
    [
        "s",
        "s:",
        "s::0",
        "s::x:abcdef",
        "s::1:abcdef",
        "s::-1:abcdef",
        "s::0:abc",
        "s::0:",
        "s::²:abcdef",
    ],
)
def test_data_that_somebody_made_up_leads_nowhere(data: str) -> None:
    assert trail(unpack(data)[1]) is None


def test_handles_written_together_are_told_apart() -> None:
    assert split("abcdefghijkl") == ("abcdef", "ghijkl")


@pytest.mark.parametrize(
    "place",
    [Shelf("f", "ab-_12", 0), Shelf("f", "ab-_12", 999), Shelf("a", "ㄱ", 3), Shelf("n")],
)
def test_a_shelf_survives_its_button(place: Shelf) -> None:
    assert shelf(unpack(pack("r", place.root))[1][0]) == place


@pytest.mark.parametrize(
    "root", ["", "b", "c", "f", "f0", "fx.a", "f-1.a", "z0.a", "a٣.A", "f12345."]
)
def test_a_root_that_is_no_shelf_gives_none(root: str) -> None:
    assert shelf(root) is None
