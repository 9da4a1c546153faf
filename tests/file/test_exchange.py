from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.file.exchange import _renameat2, exchange


@pytest.fixture
def files(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    one, other = tmp_path / "yksi – 하나", tmp_path / "other"
    one.write_text("1", encoding="utf-8")
    other.write_text("2", encoding="utf-8")
    yield one, other
    _renameat2.cache_clear()


@pytest.mark.skipif(_renameat2() is None, reason="the system cannot let two files change names")
def test_two_files_change_names(files: tuple[Path, Path]) -> None:
    assert exchange(*files)
    assert [file.read_text(encoding="utf-8") for file in files] == ["2", "1"]


def test_with_a_file_that_is_not_there_nothing_happens(files: tuple[Path, Path]) -> None:
    one, other = files
    assert not exchange(one, other.with_name("none"))
    assert one.read_text(encoding="utf-8") == "1"


def test_a_system_without_the_call_says_so(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def library(_: None) -> Any:
        raise OSError

    _renameat2.cache_clear()
    monkeypatch.setattr(ctypes, "CDLL", library)
    assert not exchange(*files)
    assert files[0].read_text(encoding="utf-8") == "1"
