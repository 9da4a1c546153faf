"""A secret that is made up and kept."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.secret import kept


def test_it_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state" / "webhook-secret"
    made = kept(path)
    assert len(made) >= 32
    assert kept(path) == made
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["webhook-secret"]


def test_rights_that_somebody_widened_are_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "webhook-secret"
    made = kept(path)
    path.chmod(0o644)
    assert kept(path) == made
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 40, b"with spaces " * 4])
def test_what_is_no_secret_is_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "webhook-secret"
    path.write_bytes(content)
    assert kept(path) == path.read_text().strip()


def test_where_nothing_can_be_written_it_holds_until_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no directory")
    with caplog.at_level(logging.WARNING):
        made = kept(tmp_path / "file" / "webhook-secret")
    assert len(made) >= 32
    assert "holds until the next start" in caplog.text
    assert made not in caplog.text
