"""Fuzzing: what strangers and files may bring, in forms that nobody thought of.

    python -m tests.fuzz lookup --seconds 120

feeds a target of `tests.fuzz.targets` with bytes that atheris makes up, guided by which lines of
the program they reach (``pip install atheris``). An input that breaks the target is written into
``--artifacts``. Without atheris, `tests/fuzz/test_targets.py` tries what hypothesis makes up.
"""
