"""Every target of the fuzzer, with what hypothesis makes up, and shortly with atheris."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import SEEDS, TARGETS, taker
from tests.process import ROOT

PIECES = st.one_of(
    st.binary(max_size=64),
    st.text(max_size=64).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from([seed for seeds in SEEDS.values() for seed in seeds]),
)


@pytest.fixture(scope="module", autouse=True)
def stopped() -> Iterator[None]:
    """The bot of the target ``updates`` is stopped at the end."""
    yield
    taker().close()
    taker.cache_clear()


@pytest.mark.parametrize("name", TARGETS)
@given(pieces=st.lists(PIECES, max_size=4))
@settings(max_examples=60)
def test_no_bytes_break_a_promise(name: str, pieces: list[bytes]) -> None:
    TARGETS[name](b"".join(pieces))


@pytest.mark.parametrize("name", TARGETS)
def test_no_seed_breaks_a_promise(name: str) -> None:
    for seed in SEEDS[name]:
        TARGETS[name](seed)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("name", TARGETS)
def test_atheris_finds_nothing_in_two_seconds(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", name, "--seconds", "2"]
    done = subprocess.run(
        [*command, "--artifacts", str(tmp_path)],
        cwd=ROOT,
        env={"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
