"""What a benchmark ran on."""

from __future__ import annotations

import os
import platform
from pathlib import Path

CPUS = Path("/proc/cpuinfo")


def machine() -> str:
    """The processor, how many of its cores there are, and the Python."""
    lines = CPUS.read_text(encoding="utf-8").splitlines() if CPUS.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    processor = next(named, platform.processor() or platform.machine())
    return f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}"
