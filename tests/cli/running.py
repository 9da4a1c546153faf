"""Runs the program as a person does: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def run(
    *arguments: str, typed: str | bytes = "", code: int = 0, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``glossary-bot`` with these arguments; its exit code must be ``code``."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8", **environment},
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, f"exit code {done.returncode}\n{out}\n{err}"
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
