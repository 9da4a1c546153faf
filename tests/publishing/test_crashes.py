from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_killed_at_any_step_nothing_approved_is_lost_or_doubled(tmp_path: Path) -> None:
    """Every step of suggesting, approving and publishing five entries: over 200 crashes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.publishing.crashes", str(tmp_path / "here"), "1"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 200
