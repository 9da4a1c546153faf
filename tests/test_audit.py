"""The audit of dependencies fails for known weaknesses, and for nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = """#!/bin/sh
mkdir -p "$3/bin"
printf '#!/bin/sh\\nexit %s\\n' "$INSTALLS" > "$3/bin/pip"
printf '#!/bin/sh\\nprintf "%%s" "$SAYS"; exit 1\\n' > "$3/bin/pip-audit"
chmod +x "$3/bin/pip" "$3/bin/pip-audit"
"""


@pytest.mark.parametrize(
    ("installs", "says", "code", "words"),
    [
        (0, "No known vulnerabilities found", 0, "no known weaknesses"),
        (0, "Found 1 known vulnerability in 1 package", 1, "Found 1 known"),
        (0, "Found 2 known vulnerabilities in 1 package", 1, "Found 2 known"),
        (0, "ConnectionError: no network", 0, "not audited"),
        (1, "", 0, "not audited"),
    ],
)
def test_only_known_weaknesses_fail(
    tmp_path: Path, installs: int, says: str, code: int, words: str
) -> None:
    python = tmp_path / "python3"
    python.write_text(PYTHON)
    python.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.defpath}",
        "INSTALLS": str(installs),
        "SAYS": says,
    }
    done = subprocess.run(
        [ROOT / ".ci" / "audit"], env=environment, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert words in done.stdout


def test_ci_audits() -> None:
    assert ".ci/audit" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
