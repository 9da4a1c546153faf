"""Feed one target with what atheris makes up.

    python -m tests.fuzz lookup --seconds 120

Ends with exit code 0 when nothing was found; else the input stands in ``crash-…``.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", help="lookup, folding, yaml, buttons, addresses or updates")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--artifacts", type=Path, default=Path(tempfile.gettempdir()))
    return parser.parse_args()


def main() -> None:
    """Run until the time is over or the target fails."""
    atheris: Any = import_module("atheris")  # the project does not depend on it
    options = arguments()
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    logging.lastResort = None  # what the bot logs here, strangers made up
    with atheris.instrument_imports(include=["bot"]):
        from tests.fuzz.targets import SEEDS, TARGETS
    limits = [f"-max_total_time={options.seconds}", "-max_len=4096", "-timeout=20"]
    limits += ["-rss_limit_mb=2048", f"-artifact_prefix={options.artifacts}/"]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS[options.target]):
            Path(corpus, str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *limits, corpus], TARGETS[options.target])
        atheris.Fuzz()


main()
