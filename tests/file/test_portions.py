from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file.portions import PORTION, is_in, is_same, joined

LONG = bytes(range(256)) * (3 * PORTION // 256) + b"end"
pieces = st.lists(st.binary(max_size=3), max_size=5)


@given(pieces)
def test_pieces_are_joined_in_order(texts: list[bytes]) -> None:
    assert joined(texts) == b"".join(texts)


def test_what_is_longer_than_a_portion_is_joined_whole() -> None:
    text = memoryview(LONG)
    assert joined([text[:5], b"new", text[5:]]) == LONG[:5] + b"new" + LONG[5:]


CHANGED = [0, PORTION - 1, PORTION, 2 * PORTION + 7, len(LONG) - 1]


@pytest.mark.parametrize("at", CHANGED)
def test_one_byte_makes_another_text(at: int, tmp_path: Path) -> None:
    other = LONG[:at] + b"?" + LONG[at + 1 :]
    file = tmp_path / "file"
    file.write_bytes(LONG)
    assert not is_same(LONG, other)
    assert not is_in(file, other)


@pytest.mark.parametrize("text", [b"", b"a", LONG, LONG[:PORTION]])
def test_the_same_bytes_are_the_same_text(text: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(text)
    assert is_same(text, bytes(bytearray(text)))
    assert is_in(file, text)


@pytest.mark.parametrize("other", [LONG[:-1], LONG + b"!", b""])
def test_a_text_is_not_the_beginning_of_itself(other: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(other)
    assert not is_same(LONG, other)
    assert not is_in(file, LONG)


def test_a_file_that_cannot_be_read_holds_no_text(tmp_path: Path) -> None:
    assert not is_in(tmp_path / "none", b"")
    assert not is_in(tmp_path, b"")
